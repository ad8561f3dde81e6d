import { frame } from '@heju/i18n/console/frame'
import { projects as texts } from '@heju/i18n/console/projects'
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { api, call } from '../app/api.ts'
import { useTexts } from '../app/language.tsx'
import { useFilter } from './address.ts'
import { useProjects } from './projects.ts'
import { Page } from './page.tsx'
import { Failure, Loading, Nothing } from './states.tsx'

/** Chooses the project of a page that shows one at a time; absent for who works in one only. */
export function ProjectSelect({ projectId }: { projectId: string }) {
  const f = useTexts(frame)
  const projects = useProjects()
  const [, setFilter] = useFilter(['projectId'])
  if (projects.length < 2) return null
  return (
    <Select
      aria-label={f('project.choose')}
      value={projectId}
      onChange={(next) => setFilter({ projectId: next })}
      options={projects.map(({ id, name }) => ({ value: id, label: name }))}
      style={{ minWidth: 160 }}
    />
  )
}

/** Gives the page of the project that the address names, else of the first; says how to begin when there is none. */
export function InProject({
  title,
  children,
}: {
  title: string
  children: (projectId: string) => ReactNode
}) {
  const [filter] = useFilter(['projectId'])
  const list = useQuery({
    queryKey: ['projects'],
    queryFn: () => call(api.projects.index.$get()),
    staleTime: 5 * 60_000,
  })
  const projectId = filter.projectId ?? list.data?.projects[0]?.id
  if (projectId !== undefined) return children(projectId)
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

function NoProject() {
  const t = useTexts(texts)
  return (
    <Nothing words={t('empty')}>
      <Link to="/console/projects">{t('title')}</Link>
    </Nothing>
  )
}
