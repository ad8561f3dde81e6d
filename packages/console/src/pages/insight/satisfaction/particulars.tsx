import { satisfaction as texts } from './texts.ts'
import { satisfactionTexts } from '@heju/core/insight/satisfaction/texts'
import { Descriptions, Typography } from 'antd'
import { MeasureName } from '../../../parts/measure.tsx'
import { useTexts } from '../../../app/language.tsx'
import type { Compared } from './api.ts'
import { IndexFigure, percent, percentRange } from './figures.tsx'

/** What lies behind a project's line: its dimensions, who would stay, and the textbook's model, named as one. */
export function Particulars({ compared }: { compared: Compared }) {
  const t = useTexts(texts)
  const s = useTexts(satisfactionTexts)
  const { figures, complaints, allHeard, loyaltyRate } = compared
  const { discontent, silent } = complaints.model
  return (
    <div style={{ maxWidth: 900 }}>
      {figures.length > 0 && (
        <Descriptions
          size="small"
          title={t('dimensions')}
          column={{ xs: 1, sm: 2, lg: 4 }}
          items={[
            ...figures.slice(1).map(({ measure, index }) => ({
              key: measure,
              label: s(`measure.${measure}`),
              children: <IndexFigure index={index} allHeard={allHeard} />,
            })),
            {
              key: 'loyalty',
              label: <MeasureName code="satisfaction.loyalty" />,
              children: `${percent(loyaltyRate?.valueE4 ?? null)} ${percentRange(loyaltyRate)}`,
            },
          ]}
        />
      )}
      {complaints.count > 0 && (
        <Typography.Paragraph type="secondary" style={{ margin: '12px 0 0' }}>
          <strong>{s('modelTitle')}</strong>
          <br />
          {s('modelText', { complaints: complaints.count, discontent, silent })}
        </Typography.Paragraph>
      )}
    </div>
  )
}
