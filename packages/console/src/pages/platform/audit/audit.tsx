import { audit as texts } from './texts.ts'
import { auditTexts, whoOf } from '@heju/core/platform/audit/texts'
import { Button, Typography, type TableProps } from 'antd'
import { useState } from 'react'
import { api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { When } from '../../../parts/figures.tsx'
import { useChange } from '../../../parts/form.ts'
import { List } from '../../../parts/list.tsx'
import { Stacked, useNarrow } from '../../../parts/on-phone.tsx'
import { ExportButton } from '../../../parts/export-button.tsx'
import { Page } from '../../../parts/page.tsx'
import { listAudit, verifyAudit, type Entry, type Verdict as Found } from './api.ts'
import { Detail } from './detail.tsx'
import { Filters, useAuditFilter } from './filters.tsx'
import { Subject } from './subject.tsx'
import { Verdict } from './verdict.tsx'

export function Component() {
  const t = useTexts(texts)
  const a = useTexts(auditTexts)
  const [filter] = useAuditFilter()
  const [verdict, setVerdict] = useState<Found>()
  const verify = useChange({
    send: () => {
      // What was found before is no answer to what is asked now, and none comes where it fails.
      setVerdict(undefined)
      return verifyAudit()
    },
    refreshes: [],
    onDone: setVerdict,
  })
  return (
    <Page
      title={a('title')}
      about={t('about')}
      actions={
        <>
          <Button loading={verify.isPending} onClick={() => verify.mutate(undefined)}>
            {t('verify')}
          </Button>
          <ExportButton load={() => api.audit.file.$get({ query: filter })} refreshes={[['audit']]} />
        </>
      }
    >
      {verdict !== undefined && <Verdict verdict={verdict} close={() => setVerdict(undefined)} />}
      <Filters />
      <Entries />
    </Page>
  )
}

function Entries() {
  const t = useTexts(texts)
  const a = useTexts(auditTexts)
  const narrow = useNarrow()
  const [filter, setFilter] = useAuditFilter()
  const named = (key: string, otherwise: string) =>
    key in auditTexts ? a(key as keyof typeof auditTexts) : otherwise
  const filtered = Object.values(filter).some((value) => value !== undefined)
  const who = (entry: Entry) => whoOf(entry, named(`actor.${entry.actorKind}`, entry.actorKind))
  const what = ({ action }: Entry) => named(`action.${action}`, action)
  const subject = (entry: Entry) => <Subject entry={entry} only={(subjectId) => setFilter({ subjectId })} />
  const columns: NonNullable<TableProps<Entry>['columns']> = [
    { title: a('at'), render: (_, { at }) => <When at={at} /> },
    { title: a('who'), render: (_, entry) => who(entry) },
    { title: a('what'), render: (_, entry) => what(entry) },
    { title: a('subject'), render: (_, entry) => subject(entry) },
    { title: a('project'), render: (_, { projectName }) => projectName ?? '—' },
    { title: a('detail'), render: (_, { detail }) => <Detail detail={detail} /> },
  ]
  // On a phone to what it was done and the details stand under it: beside it, they would be out of sight.
  const onOne: (typeof columns)[number] = {
    title: a('what'),
    render: (_, entry) => (
      <Stacked>
        <Typography.Text type="secondary">
          <When at={entry.at} /> · {who(entry)}
        </Typography.Text>
        <strong>{what(entry)}</strong>
        {subject(entry)}
        {entry.projectName !== null && (
          <Typography.Text type="secondary">{entry.projectName}</Typography.Text>
        )}
        <div>
          <Detail detail={entry.detail} />
        </div>
      </Stacked>
    ),
  }
  return (
    <List<Entry>
      queryKey={['audit', filter]}
      load={(after) => listAudit({ ...filter, ...(after && { after }) })}
      empty={t(filtered ? 'empty.found' : 'empty')}
      columns={narrow ? [onOne] : columns}
    />
  )
}
