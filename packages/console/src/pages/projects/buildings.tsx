import { projects as texts } from '@heju/i18n/console/projects'
import { useQuery } from '@tanstack/react-query'
import { Button, Card, Table } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useTexts } from '../../app/language.tsx'
import { useMay } from '../../app/session.tsx'
import { rowsOrWaiting } from '../../parts/rows.ts'
import { Sideways } from '../../parts/sideways.tsx'
import { Failure, Nothing } from '../../parts/states.tsx'
import { listBuildings, type Building } from './api.ts'
import { BuildingForm } from './building-form.tsx'

/** The buildings of a project, each leading to its rooms. */
export function Buildings({ projectId }: { projectId: string }) {
  const t = useTexts(texts)
  const may = useMay()
  const [form, setForm] = useState<{ building?: Building }>()
  const list = useQuery({ queryKey: ['buildings', projectId], queryFn: () => listBuildings(projectId) })
  if (list.isLoadingError) return <Failure error={list.error} retry={() => void list.refetch()} />
  const writes = may('registry.write')
  return (
    <Card
      size="small"
      title={t('buildings')}
      extra={
        writes && (
          <Button size="small" onClick={() => setForm({})}>
            {t('building.create')}
          </Button>
        )
      }
    >
      <Sideways label={t('buildings')}>
        <Table<Building>
          size="small"
          rowKey="id"
          {...rowsOrWaiting(list.data?.buildings)}
          pagination={false}
          locale={{ emptyText: <Nothing words={t('buildings.none')} /> }}
          columns={[
            {
              title: t('building.name'),
              render: (_, { id, name }) => (
                <Link to={`/console/rooms?projectId=${projectId}&buildingId=${id}`}>{name}</Link>
              ),
            },
            { title: t('building.floors'), align: 'right', render: (_, { floors }) => floors ?? '—' },
            { title: t('rooms'), align: 'right', dataIndex: 'rooms' },
            ...(writes
              ? [
                  {
                    title: t('actions'),
                    render: (_: unknown, building: Building) => (
                      <Button size="small" onClick={() => setForm({ building })}>
                        {t('change.short')}
                      </Button>
                    ),
                  },
                ]
              : []),
          ]}
        />
      </Sideways>
      {form !== undefined && (
        <BuildingForm {...form} projectId={projectId} close={() => setForm(undefined)} />
      )}
    </Card>
  )
}
