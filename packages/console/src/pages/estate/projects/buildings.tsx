import { projects as texts } from './texts.ts'
import { useQuery } from '@tanstack/react-query'
import { Button, Card } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useTexts } from '../../../app/language.tsx'
import { useMay } from '../../../app/session.tsx'
import { RowsTable } from '../../../parts/rows-table.tsx'
import { rowsOrWaiting } from '../../../parts/rows.ts'
import { Failure, Nothing } from '../../../parts/states.tsx'
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
      <RowsTable<Building>
        label={t('buildings')}
        size="small"
        rowKey="id"
        {...rowsOrWaiting(list.data?.buildings)}
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
                  onPhone: 'end' as const,
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
      {form !== undefined && (
        <BuildingForm {...form} projectId={projectId} close={() => setForm(undefined)} />
      )}
    </Card>
  )
}
