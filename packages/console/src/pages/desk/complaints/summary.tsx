import { attitudes as asked } from '@heju/core/desk/complaints/shape'
import { complaints as texts } from './texts.ts'
import { complaintTexts } from '@heju/core/desk/complaints/texts'
import { Card, Descriptions, Rate, Typography } from 'antd'
import { useTexts } from '../../../app/language.tsx'
import { When } from '../../../parts/figures.tsx'
import type { ComplaintDetail } from './api.ts'

/** What owners said when they were asked, and what was learned (D103, D108). */
export function Summary({ complaint }: { complaint: ComplaintDetail }) {
  const t = useTexts(texts)
  const c = useTexts(complaintTexts)
  const { revisits, cause, learned, prevention } = complaint
  const learnt = { cause, learned, prevention }
  const answers = (Object.keys(learnt) as (keyof typeof learnt)[]).filter((name) => learnt[name] !== null)
  if (revisits.length === 0 && answers.length === 0) return null
  return (
    <Card size="small" title={t('summary')} style={{ marginBottom: 16 }}>
      {revisits.map(({ id, outcome, channel, rating, attitudes, words, at }) => (
        <p key={id} style={{ margin: '0 0 8px' }}>
          {t('revisits.done')}：{c(`outcome.${outcome}`)} · {c(`channel.${channel}`)} · <When at={at} />{' '}
          {rating !== null && <Rate disabled value={rating} style={{ fontSize: 14 }} />} {words}
          <Attitudes rated={attitudes} />
        </p>
      ))}
      {answers.length > 0 && (
        <Descriptions
          size="small"
          column={1}
          items={answers.map((name) => ({
            key: name,
            label: t(`close.${name}`),
            children: learnt[name],
          }))}
        />
      )}
    </Card>
  )
}

/** How they were met, as far as they said (D198). */
function Attitudes({ rated }: { rated: ComplaintDetail['revisits'][number]['attitudes'] }) {
  const t = useTexts(texts)
  const c = useTexts(complaintTexts)
  const said = asked.flatMap((name) => {
    const stars = rated?.[name]
    return stars === undefined ? [] : [t('attitude.stars', { attitude: c(`attitude.${name}`), stars })]
  })
  if (said.length === 0) return null
  return (
    <Typography.Text type="secondary" style={{ display: 'block' }}>
      {said.join('　')}
    </Typography.Text>
  )
}
