import type { AuditVerdict } from '@heju/core/platform/audit-chain'
import { translator } from '@heju/i18n'
import { verdictTexts } from '@heju/core/platform/audit-chain/verdict-texts'
import type { HttpContext } from '../http/env.ts'
import { operatorTexter } from './show.ts'

/** Whether the platform's log is as it was written, and where it is not. */
export function Verdict({ c, verdict }: { c: HttpContext; verdict: AuditVerdict }) {
  const { entries, seals, unsealed, breaks } = verdict
  const t = translator(verdictTexts, c.var.locale)
  // The entries that are named below, not the seals that they stand under.
  const named = breaks.map(({ altered, missing }) => Math.max(1, altered.length + missing.length))
  const params = { entries, seals, unsealed, breaks: named.reduce((sum, count) => sum + count, 0) }
  const listed = (seqs: readonly number[]) => seqs.join(t('break.and'))
  if (breaks.length === 0)
    return (
      <p class={`notice ${seals === 0 ? '' : 'good'}`} role="status">
        {seals === 0 ? t('verdict.none') : [t('verdict.whole'), t('verdict.whole.about', params)].join(' · ')}
      </p>
    )
  return (
    <div class="notice bad" role="status">
      <h2>{params.breaks === 1 ? t('verdict.broken.one') : t('verdict.broken', params)}</h2>
      <p>{operatorTexter(c.var.locale)('verify.broken', params)}</p>
      <ul>
        {breaks.map(({ firstSeq, lastSeq, altered, missing }) => (
          <li>
            {t(firstSeq === lastSeq ? 'break.one' : 'break.span', { first: firstSeq, last: lastSeq })}
            {altered.length > 0 && ` · ${t('break.altered', { seqs: listed(altered) })}`}
            {missing.length > 0 && ` · ${t('break.missing', { seqs: listed(missing) })}`}
            {altered.length + missing.length === 0 && ` · ${t('break.seal')}`}
          </li>
        ))}
      </ul>
    </div>
  )
}
