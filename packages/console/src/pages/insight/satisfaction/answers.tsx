import { dimensions } from '@heju/core/insight/satisfaction/shape'
import { satisfaction as texts } from './texts.ts'
import { satisfactionTexts } from '@heju/core/insight/satisfaction/texts'
import { Flex, Segmented, Tag, Typography } from 'antd'
import { Link } from 'react-router'
import { api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useFilter } from '../../../parts/address.ts'
import { List } from '../../../parts/list.tsx'
import { listAnswers, type Answer } from './api.ts'
import { ExportButton } from '../../../parts/export-button.tsx'

/** The answers that count, newest first, without names; the address says which of them. */
export function AnswerList({ projectId, period }: { projectId: string; period: string }) {
  const t = useTexts(texts)
  const s = useTexts(satisfactionTexts)
  const [filter, setFilter] = useFilter(['dimension', 'perceived', 'commented'])
  const dimension = dimensions.find((each) => each === filter.dimension)
  const commented = filter.commented === 'yes'
  const asked = {
    projectId,
    period,
    ...(filter.perceived && dimension && { dimension, perceived: filter.perceived }),
    ...(commented && { commented: 'yes' as const }),
  }
  return (
    <>
      <Flex gap={12} align="center" wrap style={{ marginBottom: 16 }}>
        <Segmented
          value={commented ? 'yes' : 'all'}
          onChange={(next) => setFilter({ commented: next === 'yes' ? 'yes' : undefined })}
          options={[
            { value: 'all', label: t('answers.all') },
            { value: 'yes', label: t('answers.commented') },
          ]}
        />
        {filter.perceived !== undefined && dimension !== undefined && (
          <Tag closable onClose={() => setFilter({ dimension: undefined, perceived: undefined })}>
            {t('answers.only', {
              dimension: s(`measure.${dimension}`),
              value: filter.perceived,
            })}
          </Tag>
        )}
        <ExportButton load={() => api.satisfaction.answers.file.$get({ query: asked })} />
      </Flex>
      <Answers asked={asked} />
    </>
  )
}

function Answers({ asked }: { asked: Parameters<typeof listAnswers>[0] }) {
  const t = useTexts(texts)
  const s = useTexts(satisfactionTexts)
  return (
    <List<Answer>
      queryKey={['satisfaction', 'answers', asked]}
      load={(after) => listAnswers({ ...asked, ...(after && { after }) })}
      empty={t('answers.empty')}
      columns={[
        { title: s('answeredOn'), onPhone: 'name', dataIndex: 'answeredOn' },
        { title: s('channel'), onPhone: 'name', render: (_, { channel }) => s(`channel.${channel}`) },
        ...dimensions.map((dimension) => ({
          title: (
            <>
              {s(`measure.${dimension}`)}
              <Typography.Text type="secondary" style={{ display: 'block', fontSize: 12 }}>
                {t('score.pair')}
              </Typography.Text>
            </>
          ),
          render: (_: unknown, { scores }: Answer) =>
            `${scores[dimension].perceived}／${scores[dimension].expected}`,
        })),
        { title: s('loyalty'), render: (_, { loyalty }) => loyalty ?? '—' },
        {
          title: s('words'),
          render: (_, { comment }) => (
            <div style={{ maxWidth: 320, whiteSpace: 'pre-wrap' }}>{comment === '' ? '—' : comment}</div>
          ),
        },
        {
          title: s('room'),
          render: (_, { room }) =>
            room === null ? '—' : <Link to={`/console/rooms/${room.id}`}>{room.name}</Link>,
        },
      ]}
    />
  )
}
