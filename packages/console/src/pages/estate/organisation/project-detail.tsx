import { heldOn } from '@heju/core/estate/organisation/shape'
import { Button, Descriptions, Flex } from 'antd'
import { Link } from 'react-router'
import { organisation as texts } from './texts.ts'
import { useTexts } from '../../../app/language.tsx'
import { useMay } from '../../../app/session.tsx'
import type { Organisation } from '../../../parts/organisation.ts'
import type { OpenForm } from './forms.tsx'
import { heldBy } from './held-by.ts'
import { Planned } from './planned.tsx'
import { pathOf } from '../../../parts/tree-nodes.ts'

/** A project: under which unit and in whose name it stands, and what can be done about that. */
export function ProjectDetail({
  project,
  name,
  organisation,
  day,
  open,
}: {
  project: Organisation['projects'][number]
  name: string
  organisation: Organisation
  day: string
  open: (form: OpenForm) => void
}) {
  const t = useTexts(texts)
  const may = useMay()
  const { units, entities } = organisation
  const { projectId } = project
  const { under, whose } = heldBy(project, organisation)
  const entityName = (id: string | undefined) => entities.find((entity) => entity.id === id)?.name ?? '—'
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
      <Planned what="unit" held={under} />
      <Planned what="entity" held={whose} />
      <Flex gap={8} wrap>
        {may('organisation.manage') && units.length > 1 && (
          <Button onClick={() => open({ what: 'move', project, name })}>{t('move')}</Button>
        )}
        {may('organisation.manage') && entities.length > 1 && (
          <Button onClick={() => open({ what: 'handOver', project, name })}>{t('handOver')}</Button>
        )}
        <Button onClick={() => open({ what: 'history', project, name })}>{t('history')}</Button>
        <Link to={`/console/projects/${projectId}`} style={{ alignSelf: 'center' }}>
          {t('open.project')}
        </Link>
      </Flex>
    </Flex>
  )
}
