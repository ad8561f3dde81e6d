import { importing as texts } from '@heju/i18n/console/import'
import { useQuery } from '@tanstack/react-query'
import { Flex } from 'antd'
import { Link, useParams } from 'react-router'
import { useTexts } from '../../app/language.tsx'
import { When } from '../../parts/figures.tsx'
import { Page } from '../../parts/page.tsx'
import { useProjectNames } from '../../parts/projects.ts'
import { Failure, Loading } from '../../parts/states.tsx'
import { readImport, type Import } from './api.ts'
import { Changes } from './changes.tsx'
import { NextStep } from './next-step.tsx'
import { Preview } from './preview.tsx'
import { Problems } from './problems.tsx'
import { StateTag } from './state-tag.tsx'

/** Milliseconds between two looks at an import that is being applied. */
const lookAgain = 1500

export function Component() {
  const t = useTexts(texts)
  const { importId = '' } = useParams()
  const job = useQuery({
    queryKey: ['imports', importId],
    queryFn: () => readImport(importId),
    refetchInterval: ({ state }) => (state.data?.state === 'applying' ? lookAgain : false),
  })
  if (job.data !== undefined) return <Sheet job={job.data} />
  return (
    <Page title={t('title')}>
      {job.error ? <Failure error={job.error} retry={() => void job.refetch()} /> : <Loading />}
    </Page>
  )
}

function Sheet({ job }: { job: Import }) {
  const t = useTexts(texts)
  const projectName = useProjectNames()
  return (
    <Page
      title={`${t('title')} · ${job.fileName}`}
      about={
        <Flex gap={8} wrap align="center">
          <StateTag state={job.state} />
          <Link to={`/console/import?projectId=${job.projectId}`}>{projectName(job.projectId)}</Link>
          <When at={job.createdAt} />
        </Flex>
      }
    >
      <Flex vertical gap={16}>
        <NextStep job={job} />
        <Preview job={job} />
        {job.state !== 'discarded' && (
          <>
            <Problems job={job} />
            <Changes importId={job.id} />
          </>
        )}
      </Flex>
    </Page>
  )
}
