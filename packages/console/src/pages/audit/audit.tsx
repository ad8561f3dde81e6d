import { frame } from '@heju/i18n/console/frame'
import { audit as texts } from '@heju/i18n/console/audit'
import { auditTexts, whoOf } from '@heju/i18n/texts/audit'
import { Button } from 'antd'
import { useState } from 'react'
import { useLanguage, useTexts } from '../../app/language.tsx'
import { useMay } from '../../app/session.tsx'
import { useFilter } from '../../parts/address.ts'
import { When } from '../../parts/figures.tsx'
import { useChange } from '../../parts/form.ts'
import { List } from '../../parts/list.tsx'
import { Page } from '../../parts/page.tsx'
import { saveFile } from '../../parts/save-file.ts'
import { auditFile, listAudit, verifyAudit, type Entry, type Verdict as Found } from './api.ts'
import { Detail } from './detail.tsx'
import { filterNames, Filters } from './filters.tsx'
import { Subject } from './subject.tsx'
import { Verdict } from './verdict.tsx'

export function Component() {
  const t = useTexts(texts)
  const f = useTexts(frame)
  const a = useTexts(auditTexts)
  const may = useMay()
  const { locale } = useLanguage()
  const [filter] = useFilter(filterNames)
  const [verdict, setVerdict] = useState<Found>()
  const verify = useChange({ send: verifyAudit, refreshes: [], onDone: setVerdict })
  const save = useChange({
    send: () => auditFile(filter),
    refreshes: [['audit']],
    onDone: (file) => saveFile(file, `${auditTexts.title[locale]}.xlsx`),
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
          {may('exports.create') && (
            <Button loading={save.isPending} onClick={() => save.mutate(undefined)}>
              {f('export')}
            </Button>
          )}
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
  const [filter, setFilter] = useFilter(filterNames)
  const named = (key: string, otherwise: string) =>
    key in auditTexts ? a(key as keyof typeof auditTexts) : otherwise
  const filtered = Object.values(filter).some((value) => value !== undefined)
  return (
    <List<Entry>
      queryKey={['audit', filter]}
      load={(after) => listAudit({ ...filter, ...(after && { after }) })}
      empty={t(filtered ? 'empty.found' : 'empty')}
      columns={[
        { title: a('at'), render: (_, { at }) => <When at={at} /> },
        {
          title: a('who'),
          render: (_, entry) => whoOf(entry, named(`actor.${entry.actorKind}`, entry.actorKind)),
        },
        { title: a('what'), render: (_, { action }) => named(`action.${action}`, action) },
        {
          title: a('subject'),
          render: (_, entry) => <Subject entry={entry} only={(subjectId) => setFilter({ subjectId })} />,
        },
        { title: a('project'), render: (_, { projectName }) => projectName ?? '—' },
        { title: a('detail'), render: (_, { detail }) => <Detail detail={detail} /> },
      ]}
    />
  )
}
