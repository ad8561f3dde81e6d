import { errorText } from '@heju/i18n'
import { messages as texts } from '@heju/i18n/console/messages'
import { Button, Select, Tag } from 'antd'
import { api, call } from '../../app/api.ts'
import { useLanguage, useTexts } from '../../app/language.tsx'
import { useMay } from '../../app/session.tsx'
import { useFilter } from '../../parts/address.ts'
import { When } from '../../parts/figures.tsx'
import { useChange } from '../../parts/form.ts'
import { List } from '../../parts/list.tsx'
import { Page } from '../../parts/page.tsx'

const states = ['waiting', 'sent', 'delivered', 'failed', 'dead'] as const
type State = (typeof states)[number]
const colors: Record<State, string> = {
  waiting: 'default',
  sent: 'default',
  delivered: 'success',
  failed: 'error',
  dead: 'error',
}

function isState(text: string | undefined): text is State {
  return states.some((state) => state === text)
}

export function Component() {
  const t = useTexts(texts)
  const { locale } = useLanguage()
  const may = useMay()
  const [filter, setFilter] = useFilter(['state'])
  const state = isState(filter.state) ? filter.state : undefined
  const resend = useChange({
    send: (messageId: string, requestId) =>
      call(
        api.messages[':messageId'].resend.$post({
          param: { messageId },
          header: { 'idempotency-key': requestId },
        }),
      ),
    refreshes: [['messages']],
    done: t('resent'),
  })
  return (
    <Page
      title={t('title')}
      about={t('about')}
      actions={
        <Select
          aria-label={t('state')}
          value={state ?? ''}
          onChange={(value) => setFilter({ state: value })}
          options={[
            { value: '', label: t('state.any') },
            ...states.map((value) => ({ value, label: t(`state.${value}`) })),
          ]}
          style={{ minWidth: 140 }}
        />
      }
    >
      <List
        queryKey={['messages', state]}
        load={(after) =>
          call(api.messages.index.$get({ query: { ...(state && { state }), ...(after && { after }) } }))
        }
        empty={t('empty')}
        columns={[
          { title: t('createdAt'), render: (_, row) => <When at={row.createdAt} /> },
          { title: t('purpose'), render: (_, row) => t(purposeKey(row.purpose)) },
          { title: t('phone'), dataIndex: 'phoneMasked' },
          {
            title: t('state'),
            render: (_, row) => <Tag color={colors[row.state]}>{t(`state.${row.state}`)}</Tag>,
          },
          {
            title: t('failure'),
            render: (_, { failure }) => (failure === null ? '' : errorText(failure, locale)),
          },
          {
            title: '',
            render: (_, row) =>
              (row.state === 'dead' || row.state === 'failed') &&
              may('messages.resend') && (
                <Button size="small" onClick={() => resend.mutate(row.id)} loading={resend.isPending}>
                  {t('resend')}
                </Button>
              ),
          },
        ]}
      />
    </Page>
  )
}

function purposeKey(purpose: string): keyof typeof texts {
  const key = `purpose.${purpose}`
  return key in texts ? (key as keyof typeof texts) : 'purpose.other'
}
