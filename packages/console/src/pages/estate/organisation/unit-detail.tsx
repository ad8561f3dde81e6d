import { heldOn, projectsUnder } from '@heju/core/estate/organisation/shape'
import { Button, Descriptions, Flex, Tag } from 'antd'
import { Link } from 'react-router'
import { organisation as texts } from './texts.ts'
import { api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useMay } from '../../../app/session.tsx'
import { useCommand } from '../../../parts/form.ts'
import { organisationKeys, type Organisation, type Unit } from '../../../parts/organisation.ts'
import type { OpenForm } from './forms.tsx'
import { heldAbove } from './held-by.ts'
import { Planned } from './planned.tsx'
import { pathOf } from '../../../parts/tree-nodes.ts'

/** A unit: where it stands, what stands under it, and what can be done with it. */
export function UnitDetail({
  unit,
  organisation,
  day,
  open,
}: {
  unit: Unit
  organisation: Organisation
  day: string
  open: (form: OpenForm) => void
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
          // Whoever works for the whole company does so for its root.
          ...(parentId === undefined || !may('staff.read')
            ? []
            : [
                {
                  key: 'staff',
                  label: t('staff'),
                  children: <Link to={`/console/settings/staff?unitId=${unit.id}`}>{t('staff.see')}</Link>,
                },
              ]),
          { key: 'openedOn', label: t('openedOn'), children: unit.openedOn ?? '—' },
          ...(unit.closedOn === null
            ? []
            : [{ key: 'closedOn', label: t('closedOn'), children: <Tag>{unit.closedOn}</Tag> }]),
        ]}
      />
      <Planned what="unit" held={heldAbove(unit, organisation)} />
      <UnitActions unit={unit} open={open} />
    </Flex>
  )
}

function UnitActions({ unit, open }: { unit: Unit; open: (form: OpenForm) => void }) {
  const t = useTexts(texts)
  const may = useMay()
  const reopen = useCommand({
    command: api.organisation.units[':unitId'].closing.$post,
    asks: (unitId: string) => ({ param: { unitId }, json: { closedOn: null } }),
    refreshes: organisationKeys,
    done: t('reopened'),
  })
  const manages = may('organisation.manage')
  const isRoot = unit.parents.length === 0
  const isOpen = unit.closedOn === null
  const button = (what: 'add' | 'change' | 'move' | 'close' | 'history') => (
    <Button onClick={() => open({ what, unit })}>{t(what)}</Button>
  )
  return (
    <Flex gap={8} wrap>
      {manages && isOpen && unit.kind !== 'branch' && button('add')}
      {manages && button('change')}
      {manages && isOpen && !isRoot && button('move')}
      {manages && isOpen && !isRoot && button('close')}
      {manages && !isOpen && (
        <Button loading={reopen.isPending} onClick={() => reopen.mutate(unit.id)}>
          {t('reopen')}
        </Button>
      )}
      {!isRoot && button('history')}
    </Flex>
  )
}
