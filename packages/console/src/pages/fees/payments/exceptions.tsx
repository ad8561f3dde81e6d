import { exceptions as texts } from './exception-texts.ts'
import { fees } from '../bills/texts.ts'
import { Segmented, Tag } from 'antd'
import { Link, useNavigate } from 'react-router'
import { api, call } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useFilter } from '../../../parts/address.ts'
import { Money, When } from '../../../parts/figures.tsx'
import { List } from '../../../parts/list.tsx'
import { Page } from '../../../parts/page.tsx'
import { useProjectNames } from '../../../parts/projects.ts'

const states = ['waiting', 'held', 'resolved'] as const
const colors = { open: 'error', held: 'warning', resolved: 'success' } as const
type Query = Parameters<typeof api.payments.exceptions.$get>[0]['query']
const load = (query: Query) => call(api.payments.exceptions.$get({ query }))
type Exception = Awaited<ReturnType<typeof load>>['items'][number]

export function ExceptionState({ state }: Pick<Exception, 'state'>) {
  const t = useTexts(texts)
  return <Tag color={colors[state]}>{t(`state.${state}`)}</Tag>
}

/** Money that came and does not fit. */
export function Component() {
  const t = useTexts(texts)
  const f = useTexts(fees)
  const navigate = useNavigate()
  const projectName = useProjectNames()
  const [filter, setFilter] = useFilter(['state'])
  const state = states.find((each) => each === filter.state && each !== 'waiting') ?? 'waiting'
  return (
    <Page title={t('exceptions.title')} about={t('exceptions.about')}>
      <Segmented
        value={state}
        onChange={(next) => setFilter({ state: next === 'waiting' ? undefined : next })}
        options={states.map((value) => ({ value, label: t(`state.${value}`) }))}
        style={{ marginBottom: 16 }}
      />
      <List<Exception>
        queryKey={['exceptions', state]}
        load={(after) => load({ ...(state !== 'waiting' && { state }), ...(after && { after }) })}
        empty={t('exceptions.empty')}
        rowHref={({ id }) => void navigate(`/console/fees/exceptions/${id}`)}
        columns={[
          { title: f('foundAt'), render: (_, { foundAt }) => <When at={foundAt} /> },
          {
            title: f('kind'),
            onPhone: 'name',
            render: (_, { id, kind }) => (
              <Link to={`/console/fees/exceptions/${id}`}>{t(`kind.${kind}`)}</Link>
            ),
          },
          {
            title: f('project'),
            onPhone: 'plain',
            render: (_, { projectId }) => (projectId === null ? '—' : projectName(projectId)),
          },
          { title: f('place'), render: (_, { places }) => places || '—' },
          { title: f('payer'), render: (_, { payerName }) => payerName ?? '—' },
          {
            title: f('received'),
            align: 'right',
            render: (_, { paidFen }) => <Money fen={paidFen} />,
          },
          {
            title: f('expected'),
            align: 'right',
            render: (_, { expectedFen }) => (expectedFen === null ? '—' : <Money fen={expectedFen} />),
          },
          {
            title: t('mismatch'),
            onPhone: 'end',
            align: 'right',
            render: (_, { amountFen }) => <Money fen={amountFen} />,
          },
          { title: f('tradeNo'), dataIndex: 'outTradeNo' },
          {
            title: f('state'),
            onPhone: 'plain',
            render: (_, exception) => <ExceptionState state={exception.state} />,
          },
        ]}
      />
    </Page>
  )
}
