import { projects as texts } from './texts.ts'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { api, call } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useMay } from '../../../app/session.tsx'
import { useFilter } from '../../../parts/address.ts'
import { Filters } from '../../../parts/filters.tsx'
import { useProjectPlaces } from '../../../parts/organisation.ts'
import { Page } from '../../../parts/page.tsx'
import { RowsTable } from '../../../parts/rows-table.tsx'
import { rowsOrWaiting } from '../../../parts/rows.ts'
import { Failure, Nothing } from '../../../parts/states.tsx'
import { UnitSelect } from '../organisation/unit-select.tsx'
import { ProjectForm } from './project-form.tsx'

const listProjects = () => call(api.projects.$get())
type Project = Awaited<ReturnType<typeof listProjects>>['projects'][number]

export function Component() {
  const t = useTexts(texts)
  const may = useMay()
  const navigate = useNavigate()
  const [creating, setCreating] = useState(false)
  const list = useQuery({ queryKey: ['projects'], queryFn: listProjects })
  const [filter, setFilter] = useFilter(['unitId'])
  const { hasUnits, hasEntities, under, placeOf } = useProjectPlaces()
  const within = filter.unitId === undefined ? undefined : under(filter.unitId)
  const shown = list.data?.projects.filter(({ id }) => within?.has(id) ?? true)
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
      {hasUnits && (
        <Filters names={['unitId']}>
          <UnitSelect
            label={t('unit.all')}
            {...(filter.unitId !== undefined && { value: filter.unitId })}
            onChange={(unitId) => setFilter({ unitId })}
            style={{ minWidth: 200 }}
          />
        </Filters>
      )}
      <RowsTable<Project>
        label={t('title')}
        size="middle"
        rowKey="id"
        {...rowsOrWaiting(shown)}
        locale={{
          emptyText: <Nothing words={t(within === undefined ? 'empty' : 'unit.empty')}>{create}</Nothing>,
        }}
        columns={[
          {
            title: t('name'),
            render: (_, { id, name }) => <Link to={`/console/projects/${id}`}>{name}</Link>,
          },
          { title: t('type'), onPhone: 'end', render: (_, { type }) => t(`type.${type}`) },
          ...(hasUnits
            ? [{ title: t('unit'), render: (_: unknown, { id }: Project) => placeOf(id).unit?.name ?? '—' }]
            : []),
          ...(hasEntities
            ? [
                {
                  title: t('entity'),
                  render: (_: unknown, { id }: Project) => placeOf(id).entity?.name ?? '—',
                },
              ]
            : []),
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
