import type { AuditVerdict } from '@heju/core/audit'
import { translator } from '@heju/i18n'
import { audit } from '@heju/i18n/console/audit'
import type { HttpContext } from '../http/env.ts'
import { operatorTexter } from './show.ts'

/** Whether the platform's log is as it was written, and where it is not. */
export function Verdict({ c, verdict }: { c: HttpContext; verdict: AuditVerdict }) {
  const { entries, seals, unsealed, breaks } = verdict
  const t = translator(audit, c.var.locale)
  const params = { entries, seals, unsealed, breaks: breaks.length }
  if (breaks.length === 0)
    return (
      <p class={`notice ${seals === 0 ? '' : 'good'}`} role="status">
        {seals === 0 ? t('verdict.none') : [t('verdict.whole'), t('verdict.whole.about', params)].join(' · ')}
      </p>
    )
  return (
    <div class="notice bad" role="status">
      <h2>{breaks.length === 1 ? t('verdict.broken.one') : t('verdict.broken', params)}</h2>
      <p>{operatorTexter(c.var.locale)('verify.broken', params)}</p>
      <ul>
        {breaks.map(({ firstSeq, lastSeq, altered, missing }) => (
          <li>
            {t(firstSeq === lastSeq ? 'break.one' : 'break.span', { first: firstSeq, last: lastSeq })}
            {altered.length > 0 && ` · ${t('break.altered', { seqs: altered.join(', ') })}`}
            {missing.length > 0 && ` · ${t('break.missing', { seqs: missing.join(', ') })}`}
            {altered.length + missing.length === 0 && ` · ${t('break.seal')}`}
          </li>
        ))}
      </ul>
    </div>
  )
}
