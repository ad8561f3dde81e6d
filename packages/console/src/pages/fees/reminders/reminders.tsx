import { reminders as texts } from './texts.ts'
import { Button, Tag } from 'antd'
import { useState } from 'react'
import { api, call } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useMay } from '../../../app/session.tsx'
import { useFilter } from '../../../parts/address.ts'
import { Money } from '../../../parts/figures.tsx'
import { ChoiceFilter, Filters } from '../../../parts/filters.tsx'
import { List } from '../../../parts/list.tsx'
import { Page } from '../../../parts/page.tsx'
import { useProjectNames } from '../../../parts/projects.ts'
import { StoppedNotice } from '../../platform/stopped-work/stopped-notice.tsx'
import { Evidence } from './evidence.tsx'
import { PolicyForm } from './policy-form.tsx'
import { RecordEvidence } from './record-evidence.tsx'

const colors = { waiting: 'default', sent: 'success', dropped: 'warning' } as const

export function Component() {
  const t = useTexts(texts)
  const may = useMay()
  const projectName = useProjectNames()
  const [open, setOpen] = useState(false)
  const [reached, setReached] = useState<string>()
  const [filter] = useFilter(['reach'])
  const asked = filter.reach === 'by_hand' ? { reach: 'by_hand' as const } : {}
  return (
    <Page
      title={t('title')}
      about={t('about')}
      actions={may('reminders.policy') && <Button onClick={() => setOpen(true)}>{t('policy')}</Button>}
    >
      <StoppedNotice of={{ kind: 'reminder.' }} refreshing={[['reminders']]} />
      <StoppedNotice of={{ kind: 'job.reminders' }} refreshing={[['reminders']]} />
      <Filters names={['reach']}>
        <ChoiceFilter
          name="reach"
          label={t('reach.any')}
          options={[{ value: 'by_hand', label: t('reach.by_hand') }]}
        />
      </Filters>
      <List
        queryKey={['reminders', asked]}
        load={(after) => call(api.reminders.$get({ query: { ...asked, ...(after && { after }) } }))}
        empty={t('empty')}
        columns={[
          { title: t('onDay'), onPhone: 'name', dataIndex: 'onDay' },
          { title: t('project'), onPhone: 'plain', render: (_, { projectId }) => projectName(projectId) },
          { title: t('person'), onPhone: 'name', dataIndex: 'personName' },
          { title: t('rooms'), onPhone: 'plain', dataIndex: 'rooms' },
          { title: t('stage'), onPhone: 'plain', render: (_, row) => t(`stage.${row.stage}`) },
          {
            title: t('amount'),
            onPhone: 'end',
            align: 'right',
            render: (_, { amountFen }) => (amountFen === null ? '' : <Money fen={amountFen} />),
          },
          {
            title: t('state'),
            onPhone: 'plain',
            render: (_, row) => (
              <>
                <Tag color={colors[row.state]}>{t(`state.${row.state}`)}</Tag>
                {row.dropReason !== null && t(`reason.${row.dropReason}`)}
              </>
            ),
          },
          { title: t('evidence'), render: (_, row) => <Evidence evidence={row.evidence} /> },
          {
            title: '',
            render: (_, row) =>
              may('messages.resend') &&
              row.state !== 'waiting' && (
                <Button size="small" onClick={() => setReached(row.id)}>
                  {t('evidence.record')}
                </Button>
              ),
          },
        ]}
      />
      {reached !== undefined && <RecordEvidence reminderId={reached} close={() => setReached(undefined)} />}
      {open && <PolicyForm close={() => setOpen(false)} />}
    </Page>
  )
}
