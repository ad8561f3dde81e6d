import { importing as texts } from './texts.ts'
import { useQuery } from '@tanstack/react-query'
import { Card } from 'antd'
import { Link } from 'react-router'
import { useTexts } from '../../../app/language.tsx'
import { useMayIn } from '../../../app/session.tsx'
import { InProject, ProjectSelect } from '../../../parts/chosen-project.tsx'
import { DownloadButton } from '../../../parts/download-button.tsx'
import { When } from '../../../parts/figures.tsx'
import { Page } from '../../../parts/page.tsx'
import { RowsTable } from '../../../parts/rows-table.tsx'
import { rowsOrWaiting } from '../../../parts/rows.ts'
import { Failure, Nothing } from '../../../parts/states.tsx'
import { listImports, template, type Import } from './api.ts'
import { StateTag } from './state-tag.tsx'
import { UploadWorkbook } from './upload-workbook.tsx'

export function Component() {
  const t = useTexts(texts)
  return (
    <InProject title={t('title')} asks>
      {(projectId) => <Imports projectId={projectId} />}
    </InProject>
  )
}

function Imports({ projectId }: { projectId: string }) {
  const t = useTexts(texts)
  const may = useMayIn(projectId)
  return (
    <Page
      title={t('title')}
      about={t('about')}
      actions={
        <>
          <ProjectSelect projectId={projectId} />
          {may('registry.import') && <DownloadButton load={template}>{t('template')}</DownloadButton>}
        </>
      }
    >
      {may('registry.import') && <UploadWorkbook projectId={projectId} />}
      <Card size="small" title={t('history')} style={{ marginTop: 16 }}>
        <ImportList projectId={projectId} />
      </Card>
    </Page>
  )
}

function ImportList({ projectId }: { projectId: string }) {
  const t = useTexts(texts)
  const list = useQuery({ queryKey: ['imports', projectId], queryFn: () => listImports(projectId) })
  if (list.isLoadingError) return <Failure error={list.error} retry={() => void list.refetch()} />
  return (
    <RowsTable<Import>
      label={t('history')}
      size="middle"
      rowKey="id"
      {...rowsOrWaiting(list.data?.imports)}
      locale={{ emptyText: <Nothing words={t('empty')} /> }}
      columns={[
        {
          title: t('file'),
          render: (_, { id, fileName }) => <Link to={`/console/import/${id}`}>{fileName}</Link>,
        },
        { title: t('state'), onPhone: 'end', render: (_, job) => <StateTag {...job} /> },
        {
          title: t('found'),
          onPhone: 'plain',
          render: (_, { errors, warnings }) => t('found.counts', { errors, warnings }),
        },
        { title: t('uploadedAt'), render: (_, { createdAt }) => <When at={createdAt} /> },
        { title: t('appliedAt'), render: (_, { appliedAt }) => <When at={appliedAt} /> },
      ]}
    />
  )
}
