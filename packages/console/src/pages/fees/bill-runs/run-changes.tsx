import { listed, type Locale } from '@heju/i18n'
import { billRuns as texts } from './texts.ts'
import { fees } from '../bills/texts.ts'
import { useQuery } from '@tanstack/react-query'
import { Card, Segmented, Typography } from 'antd'
import { useState } from 'react'
import { api, call } from '../../../app/api.ts'
import { useLanguage, useTexts } from '../../../app/language.tsx'
import { Difference, Money } from '../../../parts/figures.tsx'
import { useNarrow } from '../../../parts/on-phone.tsx'
import { RowsTable } from '../../../parts/rows-table.tsx'
import { mostNews, sorts } from './most-news.ts'
import { Failure } from '../../../parts/states.tsx'

const load = (runId: string) => call(api['bill-runs'][':runId'].changes.$get({ param: { runId } }))
type Change = Awaited<ReturnType<typeof load>>['changed'][number]

export function useChangesOf(runId: string, enabled = true) {
  return useQuery({ queryKey: ['bill-runs', runId, 'changes'], queryFn: () => load(runId), enabled })
}

/** A run beside the month before: what changed, what is new, what is gone. */
export function Changes({ runId }: { runId: string }) {
  const t = useTexts(texts)
  const { data, error, isLoadingError, refetch } = useChangesOf(runId)
  const narrow = useNarrow()
  const [chosen, setSort] = useState<(typeof sorts)[number]>()
  if (isLoadingError) return <Failure error={error} retry={() => void refetch()} />
  if (data === undefined) return <Card size="small" loading />
  const sort = chosen ?? mostNews(data.counts)
  return (
    <Card size="small" title={t('changes', { month: data.previous })}>
      <Typography.Text type="secondary">{t('changes.same', { count: data.counts.same })}</Typography.Text>
      <div style={{ overflowX: 'auto', margin: '12px 0' }}>
        <Segmented
          vertical={narrow}
          value={sort}
          onChange={setSort}
          options={sorts.map((value) => ({
            value,
            label: t(`changes.${value}`, { count: data.counts[value] }),
          }))}
        />
      </div>
      <Differences rows={data[sort]} all={data.counts[sort]} />
    </Card>
  )
}

function Differences({ rows, all }: { rows: readonly Change[]; all: number }) {
  const t = useTexts(texts)
  const f = useTexts(fees)
  const { locale } = useLanguage()
  return (
    <>
      <RowsTable<Change>
        label={t('changes.difference')}
        size="small"
        rowKey="id"
        dataSource={rows}
        locale={{ emptyText: t('changes.none') }}
        columns={[
          { title: f('place'), render: (_, { place }) => place.name },
          { title: f('fee'), onPhone: 'plain', render: (_, change) => feeOf(change, locale) },
          { title: t('changes.before'), align: 'right', render: (_, row) => <Money fen={row.beforeFen} /> },
          { title: t('changes.after'), align: 'right', render: (_, row) => <Money fen={row.afterFen} /> },
          {
            title: t('changes.difference'),
            onPhone: 'end',
            align: 'right',
            render: (_, { afterFen, beforeFen }) => <Difference fen={afterFen - beforeFen} />,
          },
        ]}
      />
      {all > rows.length && <Typography.Text type="secondary">{t('changes.most')}</Typography.Text>}
    </>
  )
}

/** By what it is billed; where another tariff took the place of one, by both. */
function feeOf({ tariffsBefore, tariffsAfter }: Change, locale: Locale): string {
  const [before, after] = [listed(tariffsBefore, locale), listed(tariffsAfter, locale)]
  if (before === '' || before === after) return after
  return after === '' ? before : `${before} → ${after}`
}
