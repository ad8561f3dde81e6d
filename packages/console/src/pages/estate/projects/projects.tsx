import { projects as texts } from './texts.ts'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { api, call } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useMay } from '../../../app/session.tsx'
import { Page } from '../../../parts/page.tsx'
import { RowsTable } from '../../../parts/rows-table.tsx'
import { rowsOrWaiting } from '../../../parts/rows.ts'
import { Failure, Nothing } from '../../../parts/states.tsx'
import { ProjectForm } from './project-form.tsx'

const listProjects = () => call(api.projects.$get())
type Project = Awaited<ReturnType<typeof listProjects>>['projects'][number]

export function Component() {
  const t = useTexts(texts)
  const may = useMay()
  const navigate = useNavigate()
  const [creating, setCreating] = useState(false)
  const list = useQuery({ queryKey: ['projects'], queryFn: listProjects })
  const create = may('projects.manage') && (
    <Button type="primary" onClick={() => setCreating(true)}>
      {t('create')}
    </Button>
  )
  if (list.isLoadingError)
    return (
      <Page title={t('title')} about={t('about')}>
        <Failure error={list.error} retry={() => void list.refetch()} />
      </Page>
    )
  return (
    <Page title={t('title')} about={t('about')} actions={create}>
      <RowsTable<Project>
        label={t('title')}
        size="middle"
        rowKey="id"
        {...rowsOrWaiting(list.data?.projects)}
        locale={{ emptyText: <Nothing words={t('empty')}>{create}</Nothing> }}
        columns={[
          {
            title: t('name'),
            render: (_, { id, name }) => <Link to={`/console/projects/${id}`}>{name}</Link>,
          },
          { title: t('type'), onPhone: 'end', render: (_, { type }) => t(`type.${type}`) },
          { title: t('serviceMode'), render: (_, { serviceMode }) => t(`mode.${serviceMode}`) },
          { title: t('priceRegime'), render: (_, { priceRegime }) => t(`regime.${priceRegime}`) },
          { title: t('address'), dataIndex: 'address' },
          { title: t('phone'), dataIndex: 'phone' },
        ]}
      />
      {creating && (
        <ProjectForm
          close={() => setCreating(false)}
          onCreated={(projectId) => void navigate(`/console/projects/${projectId}`)}
        />
      )}
    </Page>
  )
}
