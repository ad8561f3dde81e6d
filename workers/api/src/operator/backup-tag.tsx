import { isLate } from '@heju/core/platform/backups'
import type { BackupRow } from '@heju/core/platform/tenancy'
import type { Locale } from '@heju/i18n'
import { bytes, moment, operatorTexter } from './show.ts'

/**
 * When the last backup was finished and how large it is, and whether somebody should look.
 * @param props.since epoch ms since which there has been something to back up
 */
export function BackupTag(props: {
  backup: BackupRow | null
  kind: 'sqld' | 'turso'
  since: number
  now: number
  locale: Locale
}) {
  const { backup, kind, since, now, locale } = props
  const t = operatorTexter(locale)
  const failing = backup !== null && backup.failure !== null && (
    <span class="tag bad">{t('backupFailing')}</span>
  )
  if (kind === 'turso')
    return (
      <>
        <span class="faint">{t('backupTurso')}</span> {failing}
      </>
    )
  const doneAt = backup?.doneAt ?? null
  return (
    <>
      {doneAt === null ? (
        <span class="faint">{t('backupNone')}</span>
      ) : (
        `${moment(doneAt)} ${bytes(backup?.sizeBytes ?? null)}`
      )}{' '}
      {failing || (isLate(doneAt ?? since, now) && <span class="tag warn">{t('backupLate')}</span>)}
    </>
  )
}
