import { largestPhoto, mostPhotosAtOnce, photoTypes } from '@heju/core/files'
import { translator } from '@heju/i18n'
import { portalComplaints } from '@heju/i18n/texts/portal/complaints'
import type { HttpContext } from '../../http/env.ts'
import type { SentForm } from '../forms.ts'
import { Field } from '../parts.tsx'

/** Photos as plain files of the form; where scripts run they are made smaller before they are sent, and shown. */
export function PhotoField({ c, sent }: { c: HttpContext; sent: SentForm | undefined }) {
  const t = translator(portalComplaints, c.var.locale)
  const kept = sent?.fileIds ?? []
  const megabytes = largestPhoto / 1024 / 1024
  return (
    <Field
      id="photos"
      label={t('photos', { most: mostPhotosAtOnce })}
      hint={t('photosHint', { megabytes })}
      problems={sent?.problems}
    >
      {(described) => (
        <>
          {kept.length > 0 && <p>{t('photosKept', { count: kept.length })}</p>}
          {kept.map((id) => (
            <input type="hidden" name="fileId" value={id} />
          ))}
          <input
            {...described}
            name="photos"
            type="file"
            accept={photoTypes.join(',')}
            multiple
            data-island="photos"
            data-most={String(mostPhotosAtOnce)}
          />
          <ul class="previews" hidden></ul>
        </>
      )}
    </Field>
  )
}
