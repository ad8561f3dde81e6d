import { heldOn, projectsUnder } from '@heju/core/estate/organisation/shape'
import { Button, Descriptions, Flex, Tag } from 'antd'
import { useState } from 'react'
import { organisation as texts } from './texts.ts'
import { api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useMay } from '../../../app/session.tsx'
import { useCommand } from '../../../parts/form.ts'
import { organisationKeys, useToday, type Organisation, type Unit } from '../../../parts/organisation.ts'
import { CloseUnit } from './close-form.tsx'
import { History } from './history.tsx'
import { MoveUnit } from './move-form.tsx'
import { Planned } from './planned.tsx'
import { pathOf } from './tree-nodes.ts'
import { AddUnit, ChangeUnit } from './unit-form.tsx'

/** A unit: where it stands, what stands under it, and what can be done with it. */
export function UnitDetail({
  unit,
  organisation,
  day,
}: {
  unit: Unit
  organisation: Organisation
  day: string
}) {
  const t = useTexts(texts)
  const may = useMay()
  const { units } = organisation
  const parentId = heldOn(unit.parents, day)?.parentId
  const count = projectsUnder(organisation, unit.id, day).length
  return (
    <Flex vertical gap={16}>
      <Descriptions
        size="small"
        column={1}
        items={[
          { key: 'kind', label: t('kind'), children: t(`kind.${unit.kind}`) },
          {
            key: 'parent',
            label: t('parent'),
            children: parentId === undefined ? t('parent.none') : pathOf(units, parentId, day),
          },
          { key: 'projects', label: t('projects'), children: t('projects.count', { count }) },
          { key: 'openedOn', label: t('openedOn'), children: unit.openedOn ?? '—' },
          ...(unit.closedOn === null
            ? []
            : [{ key: 'closedOn', label: t('closedOn'), children: <Tag>{unit.closedOn}</Tag> }]),
        ]}
      />
      <Planned
        held={unit.parents.map((row) => ({ fromOn: row.fromOn, name: pathOf(units, row.parentId, day) }))}
      />
      <UnitActions unit={unit} organisation={organisation} manages={may('organisation.manage')} />
    </Flex>
  )
}

type Open = 'add' | 'change' | 'move' | 'close' | 'history'

function UnitActions({
  unit,
  organisation: { units },
  manages,
}: {
  unit: Unit
  organisation: Organisation
  manages: boolean
}) {
  const t = useTexts(texts)
  const today = useToday()
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  const reopen = useCommand({
    command: api.organisation.units[':unitId'].closing.$post,
    asks: (unitId: string) => ({ param: { unitId }, json: { closedOn: null } }),
    refreshes: organisationKeys,
    done: t('reopened'),
  })
  const isRoot = unit.parents.length === 0
  const nameOf = (id: string) => units.find((one) => one.id === id)?.name ?? ''
  const parent = units.find(({ id }) => id === heldOn(unit.parents, today)?.parentId)
  const held = unit.parents.map(({ fromOn, parentId }) => ({ fromOn, name: nameOf(parentId) }))
  const button = (what: Exclude<Open, 'history'>) => <Button onClick={() => setOpen(what)}>{t(what)}</Button>
  return (
    <>
      <Flex gap={8} wrap>
        {manages && unit.closedOn === null && unit.kind !== 'branch' && button('add')}
        {manages && button('change')}
        {manages && !isRoot && unit.closedOn === null && button('move')}
        {manages && !isRoot && unit.closedOn === null && button('close')}
        {manages && unit.closedOn !== null && (
          <Button loading={reopen.isPending} onClick={() => reopen.mutate(unit.id)}>
            {t('reopen')}
          </Button>
        )}
        {!isRoot && <Button onClick={() => setOpen('history')}>{t('history')}</Button>}
      </Flex>
      {open === 'add' && <AddUnit parent={unit} close={close} />}
      {open === 'change' && <ChangeUnit unit={unit} parent={parent} close={close} />}
      {open === 'move' && <MoveUnit unit={unit} close={close} />}
      {open === 'close' && <CloseUnit unit={unit} close={close} />}
      {open === 'history' && (
        <History name={unit.name} parts={[{ title: t('history.units'), held }]} close={close} />
      )}
    </>
  )
}
