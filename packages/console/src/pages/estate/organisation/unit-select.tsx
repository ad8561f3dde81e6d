import { TreeSelect } from 'antd'
import { useState, type CSSProperties } from 'react'
import { useOrganisation, useToday, type Unit } from '../../../parts/organisation.ts'
import { choicesOf, foundIn } from '../../../parts/tree-nodes.ts'

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
  const [typed, setTyped] = useState('')
  const { data } = useOrganisation()
  const choices =
    data === undefined
      ? []
      : choicesOf(data, today, { ...(moved !== undefined && { moved }), ...(takes && { takes }) })
  return (
    <TreeSelect
      {...field}
      {...(label === undefined ? {} : { allowClear: true, placeholder: label, 'aria-label': label })}
      // What is found stands by itself: what it stands under would be chosen by the next arrow key.
      treeData={typed === '' ? choices : foundIn(choices, typed)}
      treeDefaultExpandAll
      showSearch={{ treeNodeFilterProp: 'title', searchValue: typed, onSearch: setTyped }}
      popupMatchSelectWidth={false}
    />
  )
}
