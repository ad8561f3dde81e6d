import { audit as texts } from './texts.ts'
import { Alert, Typography } from 'antd'
import { useTexts } from '../../../app/language.tsx'
import { When } from '../../../parts/figures.tsx'
import type { Verdict as Found } from './api.ts'
import { countAltered } from './count-altered.ts'

/** Whether the log is as it was written, where it is not, and what to do then. */
export function Verdict({ verdict, close }: { verdict: Found; close: () => void }) {
  const t = useTexts(texts)
  const { entries, seals, unsealed, breaks, forks } = verdict
  const kind = breaks.length > 0 ? 'broken' : seals === 0 ? 'none' : 'whole'
  const type = { broken: 'error', none: 'info', whole: 'success' } as const
  const params = { entries, seals, unsealed, breaks: countAltered(breaks) }
  return (
    <Alert
      role="status"
      type={type[kind]}
      showIcon
      closable={{ onClose: close }}
      title={params.breaks === 1 ? t('verdict.broken.one') : t(`verdict.${kind}`, params)}
      description={
        <>
          {t(`verdict.${kind}.about`, params)}
          {kind === 'whole' && unsealed > 0 && <> {t('verdict.whole.unsealed', params)}</>}
          <ul style={{ margin: '8px 0 0', paddingInlineStart: 20 }}>
            {breaks.map((one) => (
              <Break key={one.firstSeq} found={one} />
            ))}
          </ul>
          {forks.length > 0 && <Forks forks={forks} />}
        </>
      }
      style={{ marginBottom: 16 }}
    />
  )
}

function Break({ found }: { found: Found['breaks'][number] }) {
  const t = useTexts(texts)
  const { firstSeq, lastSeq, altered, missing } = found
  const listed = (seqs: readonly number[]) => seqs.join(t('break.and'))
  const reasons = [
    ...(altered.length > 0 ? [t('break.altered', { seqs: listed(altered) })] : []),
    ...(missing.length > 0 ? [t('break.missing', { seqs: listed(missing) })] : []),
  ]
  return (
    <li>
      <strong>
        {t(firstSeq === lastSeq ? 'break.one' : 'break.span', { first: firstSeq, last: lastSeq })}
      </strong>{' '}
      {reasons.length > 0 ? reasons.join(t('break.then')) : t('break.seal')}
    </li>
  )
}

function Forks({ forks }: { forks: Found['forks'] }) {
  const t = useTexts(texts)
  return (
    <>
      <Typography.Text strong>{t('forks.title', { forks: forks.length })}</Typography.Text>
      <div>{t('forks.about')}</div>
      <ul style={{ margin: '4px 0 0', paddingInlineStart: 20 }}>
        {forks.map(({ firstSeq, lastSeq, sealedAt, healed }) => (
          <li key={lastSeq}>
            {t(firstSeq === lastSeq ? 'break.one' : 'break.span', { first: firstSeq, last: lastSeq })} ·{' '}
            <When at={sealedAt} /> · {t(healed ? 'fork.healed' : 'fork.waiting')}
          </li>
        ))}
      </ul>
    </>
  )
}
