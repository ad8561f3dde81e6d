import { reminders as texts } from '@heju/i18n/console/reminders'
import { Button, Tag } from 'antd'
import { useState } from 'react'
import { api, call } from '../../app/api.ts'
import { useTexts } from '../../app/language.tsx'
import { useMay } from '../../app/session.tsx'
import { Money } from '../../parts/figures.tsx'
import { List } from '../../parts/list.tsx'
import { Page } from '../../parts/page.tsx'
import { StoppedNotice } from '../stopped-work/stopped-notice.tsx'
import { PolicyForm } from './policy-form.tsx'

const colors = { waiting: 'default', sent: 'success', dropped: 'warning' } as const

export function Component() {
  const t = useTexts(texts)
  const may = useMay()
  const [open, setOpen] = useState(false)
  return (
    <Page
      title={t('title')}
      about={t('about')}
      actions={may('reminders.policy') && <Button onClick={() => setOpen(true)}>{t('policy')}</Button>}
    >
      <StoppedNotice of={{ kind: 'reminder.' }} refreshing={[['reminders']]} />
      <StoppedNotice of={{ kind: 'job.reminders' }} refreshing={[['reminders']]} />
      <List
        queryKey={['reminders']}
        load={(after) => call(api.reminders.index.$get({ query: after ? { after } : {} }))}
        empty={t('empty')}
        columns={[
          { title: t('onDay'), dataIndex: 'onDay' },
          { title: t('person'), dataIndex: 'personName' },
          { title: t('rooms'), dataIndex: 'rooms' },
          { title: t('stage'), render: (_, row) => t(`stage.${row.stage}`) },
          {
            title: t('amount'),
            align: 'right',
            render: (_, { amountFen }) => (amountFen === null ? '' : <Money fen={amountFen} />),
          },
          {
            title: t('state'),
            render: (_, row) => (
              <>
                <Tag color={colors[row.state]}>{t(`state.${row.state}`)}</Tag>
                {row.dropReason !== null && t(`reason.${row.dropReason}`)}
              </>
            ),
          },
        ]}
      />
      {open && <PolicyForm close={() => setOpen(false)} />}
    </Page>
  )
}
