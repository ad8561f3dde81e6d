import { TreeSelect } from 'antd'
import type { CSSProperties } from 'react'
import { useOrganisation, useToday, type Unit } from '../../../parts/organisation.ts'
import { choicesOf } from './tree-nodes.ts'

/** Chooses a unit of the tree, as it is today. @param label where no form says what it is: then no choice means all */
export function UnitSelect({
  label,
  moved,
  takes,
  ...field
}: {
  label?: string
  /** What is moved is offered nowhere within itself. */
  moved?: string
  takes?: (unit: Unit) => boolean
  id?: string
  value?: string
  onChange?: (unitId: string | undefined) => void
  autoFocus?: boolean
  style?: CSSProperties
}) {
  const today = useToday()
  const { data } = useOrganisation()
  const choices =
    data === undefined
      ? []
      : choicesOf(data, today, { ...(moved !== undefined && { moved }), ...(takes && { takes }) })
  return (
    <TreeSelect
      {...field}
      {...(label === undefined ? {} : { allowClear: true, placeholder: label, 'aria-label': label })}
      treeData={choices}
      treeDefaultExpandAll
      showSearch={{ treeNodeFilterProp: 'title' }}
      popupMatchSelectWidth={false}
    />
  )
}
