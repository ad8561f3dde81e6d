import { policy } from '@heju/core/desk/complaints'
import { largestPhoto, mostPhotosAtOnce, photoTypes } from '@heju/core/platform/files'
import { translator } from '@heju/i18n'
import { portalComplaints } from './texts.ts'
import type { HttpContext } from '../../../http/env.ts'
import type { SentForm } from '../../forms.ts'
import { Field } from '../../parts.tsx'

/**
 * Photos as plain files of the form; where scripts run they are made smaller before they are sent, and shown.
 * @param room how many the matter has room for
 */
export function PhotoField({
  c,
  sent,
  room = mostPhotosAtOnce,
}: {
  c: HttpContext
  sent: SentForm | undefined
  room?: number
}) {
  const t = translator(portalComplaints, c.var.locale)
  const megabytes = largestPhoto / 1024 / 1024
  const most = Math.min(room, mostPhotosAtOnce)
  if (most <= 0)
    return (
      <>
        {sent?.photosUnfit !== undefined && (
          <p class="problem">{t('photosUnfit', { count: sent.photosUnfit })}</p>
        )}
        <p class="hint">{t('photosFull', { most: policy.photosOfEachSide })}</p>
      </>
    )
  return (
    <>
      <KeptPhotos c={c} kept={sent?.fileIds ?? []} />
      <Field
        id="photos"
        label={t('photos', { most })}
        hint={t('photosHint', { megabytes })}
        problems={sent?.problems}
      >
        {(described) => (
          <>
            {sent?.photosLost === true && <p class="problem">{t('photosLost')}</p>}
            <input
              {...described}
              name="photos"
              type="file"
              accept={photoTypes.join(',')}
              multiple
              data-island="photos"
              data-most={String(most)}
              // The script puts its numbers where these names stand.
              data-cut={t('photosCut', { most, chosen: '%chosen%', left: '%left%' })}
            />
            <p class="problem" role="status"></p>
            <ul class="previews" hidden></ul>
          </>
        )}
      </Field>
    </>
  )
}

/** What came with the form before and goes along, unless it is taken off. */
function KeptPhotos({ c, kept }: { c: HttpContext; kept: readonly string[] }) {
  const t = translator(portalComplaints, c.var.locale)
  if (kept.length === 0) return null
  return (
    <fieldset class="field kept">
      <legend>{t('photosKept', { count: kept.length })}</legend>
      <p class="hint">{t('photosKeptHint')}</p>
      <ul>
        {kept.map((id, i) => (
          <li>
            <input type="hidden" name="fileId" value={id} />
            <label>
              <img
                src={`/portal/photos/${id}`}
                alt={t('photo', { n: i + 1 })}
                width="96"
                height="96"
                loading="lazy"
              />
              <span>
                <input type="checkbox" name="dropFileId" value={id} /> {t('photoDrop')}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
