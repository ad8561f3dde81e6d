import type { Measure } from '@heju/core/insight/satisfaction/shape'
import { satisfactionTexts } from '@heju/core/insight/satisfaction/texts'
import { trend as texts } from './texts.ts'
import { addMonths, monthsBetween, type Period } from '@heju/kernel'
import { Card, Typography } from 'antd'
import { useMemo } from 'react'
import { useTexts } from '../../../app/language.tsx'
import { useProjectNames } from '../../../parts/projects.ts'
import { Drawn } from '../satisfaction/drawn.tsx'
import type { TrendPoint } from './api.ts'
import { linesOf } from './lines.ts'
import { trendOption } from './trend-option.ts'

/** Each project a line with the interval of each month. */
export function TrendChart({
  points,
  projectIds,
  measure,
  from,
  to,
}: {
  points: readonly TrendPoint[]
  projectIds: readonly string[]
  measure: Measure
  from: Period
  to: Period
}) {
  const t = useTexts(texts)
  const s = useTexts(satisfactionTexts)
  const projectName = useProjectNames()
  const name = s(`measure.${measure}`)
  const ids = projectIds.join(',')
  const option = useMemo(() => {
    const lines = linesOf(points, ids.split(','), from, (id, version) =>
      version === undefined ? projectName(id) : t('version', { project: projectName(id), version }),
    )
    const list = lines.map(({ name: project, points: own }) =>
      t('chart.line', {
        project,
        first: own[0]?.value.toFixed(2) ?? '—',
        last: own.at(-1)?.value.toFixed(2) ?? '—',
      }),
    )
    const months = Array.from({ length: monthsBetween(from, to) + 1 }, (_, i) => addMonths(from, i))
    return trendOption(months, lines, t('chart.about', { measure: name, from, to, list: list.join('；') }))
  }, [points, ids, from, to, name, projectName, t])
  return (
    <Card size="small" title={t('chart', { measure: name })} style={{ marginBottom: 16 }}>
      <Drawn option={option} height={360} />
      <Typography.Text type="secondary">{t('chart.help')}</Typography.Text>
    </Card>
  )
}
