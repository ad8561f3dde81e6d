import { complaints as texts } from '@heju/i18n/console/complaints'
import { complaintTexts } from '@heju/i18n/texts/complaints'
import { Card, Flex, Timeline, Typography } from 'antd'
import { useTexts } from '../../app/language.tsx'
import { When } from '../../parts/figures.tsx'
import type { ComplaintDetail } from './api.ts'

/** Everything that happened, in order: what the owner reads apart from what stays among staff. */
export function History({ complaint }: { complaint: ComplaintDetail }) {
  const t = useTexts(texts)
  const c = useTexts(complaintTexts)
  const nameOf = (kind: string) => {
    const key = [`state.${kind}`, `step.${kind}`].find((each) => each in complaintTexts)
    return key === undefined ? kind : c(key as keyof typeof complaintTexts)
  }
  const by = { staff: '', owner: t('owner'), job: t('system') }
  return (
    <Card title={t('progress')} size="small">
      <Timeline
        items={complaint.steps.map((step) => ({
          key: step.id,
          content: (
            <>
              <Flex justify="space-between" gap={12} wrap>
                <strong>{nameOf(step.kind)}</strong>
                <Typography.Text type="secondary">
                  {step.byName ?? by[step.byKind]} · <When at={step.at} />
                </Typography.Text>
              </Flex>
              {step.note !== null && step.note !== '' && (
                <p style={{ margin: '4px 0', whiteSpace: 'pre-wrap' }}>{step.note}</p>
              )}
              {step.ownerWords !== null && step.ownerWords !== '' && (
                <p style={{ margin: '4px 0', whiteSpace: 'pre-wrap' }}>
                  <Typography.Text type="secondary">{t('forOwner')}：</Typography.Text>
                  {step.ownerWords}
                </p>
              )}
            </>
          ),
        }))}
      />
    </Card>
  )
}
