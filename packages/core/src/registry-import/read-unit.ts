import type { Field } from './headings.ts'
import type { TableRow } from './table-rows.ts'
import { cellText } from './text.ts'

/** Words that change nothing of what a price is for: it is one of a month, and what it is multiplied by is in its way. */
const idle = /元整?|人民币|[每按计收约]|个?月|month|不?含税|单价|(?:建筑|使用|计费|套内)?面积/gi
const units = {
  area: /m2|m²|㎡|平方米|平米|平方|平/gi,
  fixed: /户|套|间|房|室|车位|泊位|个|位/g,
} as const

/** The unit that a heading names: 单价（元/吨）, 标准(元·人). */
const inHeading = /元((?:[/·.*每][^/·.*()[\]]*)+)/

/**
 * The unit of a price, as it is written, where that is another than rooms are charged by: 元/吨, 元/人, 元/次, 元/m³, %. Nothing
 * that the row says else makes a price per ㎡ or per room of it.
 */
export function otherUnit(row: TableRow, field: Field, way: keyof typeof units): string | undefined {
  const column = row.table.columns.get(field)
  const heading = row.table.headings.get(column ?? -1) ?? ''
  const ofHeading = inHeading.exec(heading)?.[1] ?? ''
  const ofCell = cellText(row.cell(field)).replace(/^[¥约]?[\d.,\s]+/, '')
  return [ofCell, ofHeading].find((unit) =>
    /[\p{L}%³]/u.test(unit.replaceAll(idle, '').replaceAll(units[way], '')),
  )
}
