import { complaints as texts } from './texts.ts'
import { complaintTexts } from '@heju/core/desk/complaints/texts'
import { Card, Flex, Timeline, Typography } from 'antd'
import { useTexts } from '../../../app/language.tsx'
import { When } from '../../../parts/figures.tsx'
import type { ComplaintDetail } from './api.ts'
import { Decided } from './decided.tsx'

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
              <Said label={t('findings')} words={step.detail['findings']} />
              <Said label={t('plan')} words={step.detail['plan']} />
              <Decided step={step} projectId={complaint.projectId} />
              <Said words={step.note} />
              <Said label={t('forOwner')} words={step.ownerWords} />
            </>
          ),
        }))}
      />
    </Card>
  )
}

/** What somebody wrote at a step; nothing where they wrote nothing. */
function Said({ label, words }: { label?: string; words: unknown }) {
  if (typeof words !== 'string' || words === '') return null
  return (
    <p style={{ margin: '4px 0', whiteSpace: 'pre-wrap' }}>
      {label !== undefined && <Typography.Text type="secondary">{label}：</Typography.Text>}
      {words}
    </p>
  )
}
