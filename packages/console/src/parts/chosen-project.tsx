import { frame } from '../app/texts.ts'
import { projects as texts } from '../pages/estate/projects/texts.ts'
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { api, call } from '../app/api.ts'
import { useTexts } from '../app/language.tsx'
import { useFilter } from './address.ts'
import { useProjects } from './projects.ts'
import { rememberProject, usualProject } from './remembered-project.ts'
import { Page } from './page.tsx'
import { Failure, Loading, Nothing } from './states.tsx'

/** Chooses the project of a page that shows one at a time; absent for who works in one only. */
export function ProjectSelect({ projectId }: { projectId: string | undefined }) {
  const f = useTexts(frame)
  const projects = useProjects()
  const [, setFilter] = useFilter(['projectId'])
  if (projects.length < 2) return null
  return (
    <Select
      aria-label={f('project.choose')}
      placeholder={f('project.choose')}
      value={projectId ?? null}
      onChange={(next: string) => {
        rememberProject(next)
        setFilter({ projectId: next })
      }}
      options={projects.map(({ id, name }) => ({ value: id, label: name }))}
      style={{ minWidth: 160 }}
    />
  )
}

/**
 * Gives the page of the project that the address names, else of the one that was chosen last in this tab, else of the
 * first; says how to begin when there is none.
 * @param asks whether it is asked for instead of taken to be the first: where something is brought into a project
 */
export function InProject({
  title,
  asks = false,
  children,
}: {
  title: string
  asks?: boolean
  children: (projectId: string) => ReactNode
}) {
  const f = useTexts(frame)
  const [filter] = useFilter(['projectId'])
  const list = useQuery({
    queryKey: ['projects'],
    queryFn: () => call(api.projects.$get()),
    staleTime: 5 * 60_000,
  })
  const projects = list.data?.projects
  // A project that is out of reach, or none, is as good as not named, once it is known which there are.
  const isThere = projects?.some(({ id }) => id === filter.projectId) ?? true
  const known = (isThere ? filter.projectId : undefined) ?? usualProject(projects ?? [])
  const projectId = known ?? (asks ? undefined : projects?.[0]?.id)
  if (projectId !== undefined) return children(projectId)
  if (projects !== undefined && projects.length > 1)
    return (
      <Page title={title}>
        <Nothing words={f('project.first')}>
          <ProjectSelect projectId={undefined} />
        </Nothing>
      </Page>
    )
  return (
    <Page title={title}>
      {list.isPending ? (
        <Loading />
      ) : list.isLoadingError ? (
        <Failure error={list.error} retry={() => void list.refetch()} />
      ) : (
        <NoProject />
      )}
    </Page>
  )
}

/** Says how to begin where there is no project, and leads there. @param leave what is closed on the way */
export function NoProject({ leave }: { leave?: () => void }) {
  const t = useTexts(texts)
  return (
    <Nothing words={t('empty')}>
      <Link to="/console/projects" {...(leave && { onClick: leave })}>
        {t('title')}
      </Link>
    </Nothing>
  )
}
