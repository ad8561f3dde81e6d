import { billRuns as texts } from './texts.ts'
import { fees } from '../bills/texts.ts'
import { Card, Segmented } from 'antd'
import { Link } from 'react-router'
import { api, call } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useFilter } from '../../../parts/address.ts'
import { List } from '../../../parts/list.tsx'
import { useNarrow } from '../../../parts/on-phone.tsx'
import type { Run } from './api.ts'

type Reason = Run['skipped'][number]['reason']

async function loadSkips(runId: string, reason: Reason | undefined, after: string | undefined) {
  const page = await call(
    api['bill-runs'][':runId'].skips.$get({
      param: { runId },
      query: { ...(reason && { reason }), ...(after && { after }) },
    }),
  )
  const named = page.items.map((item) => ({
    ...item,
    id: `${item.place.id} ${item.tariff?.id} ${item.reason}`,
  }))
  return { ...page, items: named }
}
type Skip = Awaited<ReturnType<typeof loadSkips>>['items'][number]

/** What a run did not bill, by reason, each with what to do about it. */
export function Skips({ run }: { run: Run }) {
  const t = useTexts(texts)
  const f = useTexts(fees)
  const narrow = useNarrow()
  const [filter, setFilter] = useFilter(['reason'])
  const reason = run.skipped.find((each) => each.reason === filter.reason)?.reason
  return (
    <Card size="small" title={t('runs.skipped')}>
      <div style={{ overflowX: 'auto', marginBottom: 12 }}>
        <Segmented<string>
          vertical={narrow}
          value={reason ?? ''}
          onChange={(next) => setFilter({ reason: next })}
          options={[
            { value: '', label: t('skips.all', { count: run.skips }) },
            ...run.skipped.map((each) => ({
              value: each.reason,
              label: `${t(`reason.${each.reason}`)} ${each.count}`,
            })),
          ]}
        />
      </div>
      <List<Skip>
        size="small"
        queryKey={['bill-runs', run.id, 'skips', reason]}
        load={(after) => loadSkips(run.id, reason, after)}
        empty=""
        columns={[
          { title: f('place'), render: (_, { place }) => <PlaceLink place={place} /> },
          {
            title: f('fee'),
            render: (_, skip) => <Fee skip={skip} projectId={run.projectId} />,
          },
          { title: t('skips.why'), onPhone: 'plain', render: (_, skip) => <Why skip={skip} run={run} /> },
          {
            title: '',
            render: (_, { place }) => (
              <Link to={`/console/fees/charges/${place.kind}/${place.id}?projectId=${run.projectId}`}>
                {t('skips.charges')}
              </Link>
            ),
          },
        ]}
      />
    </Card>
  )
}

/** What is not billed. Only a place that nothing was ever charged at lacks a tariff: where one ended, that was meant. */
function Fee({ skip: { tariff, reason }, projectId }: { skip: Skip; projectId: string }) {
  const t = useTexts(texts)
  if (tariff !== null) return <Link to={`/console/fees/tariffs/${tariff.id}`}>{tariff.name}</Link>
  if (reason !== 'no_tariff') return '—'
  return <Link to={`/console/fees/tariffs?projectId=${projectId}&new=1`}>{t('skips.newTariff')}</Link>
}

/** A room leads to its own page; a parking space has none. */
function PlaceLink({ place }: { place: Skip['place'] }) {
  return place.kind === 'room' ? <Link to={`/console/rooms/${place.id}`}>{place.name}</Link> : place.name
}

function Why({ skip: { tariff, reason, days, onDay, billedBy }, run }: { skip: Skip; run: Run }) {
  const t = useTexts(texts)
  // Only a draft can be deleted, and there is nothing to approve then.
  if (reason === 'tariff_draft' && tariff === null)
    return t(run.state === 'ready' ? 'skip.tariff_deleted' : 'skip.tariff_deleted.since')
  const more =
    days !== null
      ? t('skips.days', { days })
      : onDay !== null && (reason === 'not_yet' || reason === 'ended')
        ? t(reason === 'ended' ? 'skips.until' : 'skips.from', { day: onDay })
        : ''
  return t(`skip.${reason}`, { tariff: billedBy?.name ?? '' }) + more
}
