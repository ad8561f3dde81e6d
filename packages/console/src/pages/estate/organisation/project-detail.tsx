import { heldOn } from '@heju/core/estate/organisation/shape'
import { Button, Descriptions, Flex } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { organisation as texts } from './texts.ts'
import { useTexts } from '../../../app/language.tsx'
import { useMay } from '../../../app/session.tsx'
import type { Organisation } from '../../../parts/organisation.ts'
import { HandOver } from './hand-over-form.tsx'
import { History } from './history.tsx'
import { MoveProject } from './move-form.tsx'
import { Planned } from './planned.tsx'
import { pathOf } from './tree-nodes.ts'

/** A project: under which unit and in whose name it stands, and what can be done about that. */
export function ProjectDetail({
  project,
  name,
  organisation,
  day,
}: {
  project: Organisation['projects'][number]
  name: string
  organisation: Organisation
  day: string
}) {
  const t = useTexts(texts)
  const may = useMay()
  const [open, setOpen] = useState<'move' | 'handOver' | 'history'>()
  const close = () => setOpen(undefined)
  const { units, entities } = organisation
  const { projectId } = project
  const entityName = (id: string | undefined) => entities.find((entity) => entity.id === id)?.name ?? '—'
  const under = project.units.map((row) => ({
    fromOn: row.fromOn,
    name: pathOf(units, row.unitId, row.fromOn ?? ''),
  }))
  const whose = project.entities.map((row) => ({ fromOn: row.fromOn, name: entityName(row.entityId) }))
  const unitId = heldOn(project.units, day)?.unitId
  return (
    <Flex vertical gap={16}>
      <Descriptions
        size="small"
        column={1}
        items={[
          { key: 'parent', label: t('parent'), children: pathOf(units, unitId, day) },
          {
            key: 'entity',
            label: t('entity'),
            children: entityName(heldOn(project.entities, day)?.entityId),
          },
        ]}
      />
      <Planned held={[...under, ...whose]} />
      <Flex gap={8} wrap>
        {may('organisation.manage') && units.length > 1 && (
          <Button onClick={() => setOpen('move')}>{t('move')}</Button>
        )}
        {may('organisation.manage') && entities.length > 1 && (
          <Button onClick={() => setOpen('handOver')}>{t('handOver')}</Button>
        )}
        <Button onClick={() => setOpen('history')}>{t('history')}</Button>
        <Link to={`/console/projects/${projectId}`} style={{ alignSelf: 'center' }}>
          {t('open.project')}
        </Link>
      </Flex>
      {open === 'move' && <MoveProject {...{ projectId, name, close }} />}
      {open === 'handOver' && <HandOver {...{ project, name, organisation, close }} />}
      {open === 'history' && (
        <History
          name={name}
          close={close}
          parts={[
            { title: t('history.units'), held: under },
            { title: t('history.entities'), held: whose },
          ]}
        />
      )}
    </Flex>
  )
}
