import { importing as texts } from './texts.ts'
import { changesNothing } from '@heju/core/estate/registry-import/shape'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Flex } from 'antd'
import { useEffect } from 'react'
import { Link, useParams } from 'react-router'
import { useTexts } from '../../../app/language.tsx'
import { useChosen } from '../../../parts/entered.ts'
import { When } from '../../../parts/figures.tsx'
import { Page } from '../../../parts/page.tsx'
import { useProjectNames } from '../../../parts/projects.ts'
import { registryKeys } from '../../../parts/registry-keys.ts'
import { Failure, Loading } from '../../../parts/states.tsx'
import { StoppedNotice } from '../../platform/stopped-work/stopped-notice.tsx'
import { readImport, type Import } from './api.ts'
import { Changes } from './changes.tsx'
import { NextStep } from './next-step.tsx'
import { Preview } from './preview.tsx'
import { Problems } from './problems.tsx'
import { Questions, useAnswers } from './questions.tsx'
import { StateTag } from './state-tag.tsx'
import { usePlacesLeft, WhoPays } from './who-pays.tsx'

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
  useFreshRegistry(job.data)
  if (job.data !== undefined) return <Sheet job={job.data} />
  return (
    <Page title={t('title')}>
      {job.error ? <Failure error={job.error} retry={() => void job.refetch()} /> : <Loading />}
    </Page>
  )
}

/** What lists hold of the registry is of before the import: they are fetched anew once it is applied. */
function useFreshRegistry(job: Import | undefined): void {
  const queries = useQueryClient()
  const projectId = job?.state === 'applied' ? job.projectId : undefined
  useEffect(() => {
    if (projectId === undefined) return
    for (const queryKey of [...registryKeys, ['imports', projectId], ['tariffs']])
      void queries.invalidateQueries({ queryKey })
  }, [projectId, queries])
}

function Sheet({ job }: { job: Import }) {
  const t = useTexts(texts)
  const projectName = useProjectNames()
  const chosen = useAnswers(job)
  const places = usePlacesLeft(job)
  // What it compares with is no longer so: neither is what it says of that.
  const isPast = job.state === 'discarded' || job.outdated
  const unsent = job.state === 'previewed' && !isPast && (chosen.changed || places.ticked.length > 0)
  useChosen(unsent)
  return (
    <Page
      title={`${t('title')} · ${job.fileName}`}
      about={
        <Flex gap={8} wrap align="center">
          <StateTag {...job} />
          <Link to={`/console/import?projectId=${job.projectId}`}>{projectName(job.projectId)}</Link>
          <When at={job.createdAt} />
        </Flex>
      }
    >
      <Flex vertical gap={16}>
        <StoppedNotice
          of={{ subjectId: job.id }}
          underWay={job.state === 'applying'}
          refreshing={[['imports']]}
        />
        {(job.openQuestions === 0 || isPast) && <NextStep job={job} unsent={unsent} />}
        {!isPast && <WhoPays job={job} places={places} />}
        {!isPast && <Questions job={job} chosen={chosen} places={places} />}
        {job.openQuestions > 0 && !isPast && <NextStep job={job} unsent={unsent} />}
        <Preview job={job} />
        {!isPast && (
          <>
            <Problems job={job} />
            {job.openQuestions === 0 && !changesNothing(job.counts) && <Changes job={job} />}
          </>
        )}
      </Flex>
    </Page>
  )
}
