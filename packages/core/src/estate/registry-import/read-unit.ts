import type { Field } from './headings.ts'
import type { TableRow } from './table-rows.ts'
import { cellText } from './text.ts'

/** Words that change nothing of what a price is for; of which time it is one, is looked at elsewhere. */
const idle = /元整?|人民币|[每按计收约]|自然|个?月|month|半?年|year|季度?|quarter|不?含税|单价/gi
/** What a price is multiplied by, as it is written in its unit. */
const units = {
  area: /m2|m²|㎡|平方米|平米|平方|平|(?:建筑|使用|计费|套内)?面积|建面|建筑/gi,
  fixed: /住户|户|套|间|房|室|商铺|铺位?|车位|泊位|个/g,
} as const
type Way = keyof typeof units

/** The unit that follows a currency: 单价（元/吨）, 标准(元 · 人), 3.5元每次. A note after it, 元/㎡（高层）, is none. */
const afterCurrency = /(?:元|rmb|cny|¥)整?\s*((?:[/·.*,、每]+\s*[^/·.*,、每()[\]{}【】\s]+\s*)+)/i
/** What nobody multiplies by areas or rooms, wherever it stands as a unit: 每吨, （次）, /人. */
const otherMeasure =
  /(?:[每按/·,(【[]|元)\s*(?:吨|度|人[次口头数]?|次|立方米?|方|m3|m³|公斤|kg|千瓦时?|kwh|辆|台|张|件|卡|升|小?时|天|日|位)(?=$|[)\]】/·.,\s月年收计])/i
/** A number that is no price of one unit. */
const noPrice = /%|^元?\s*(?:起|左右|以上|以下)/

/**
 * The unit of a price, as it is written, where that is another than rooms are charged by: 元/吨, 元/人, 元/次, 元/m³, %. In
 * which column it stands does not matter: nothing that the row says else makes a price per ㎡ or per room of it.
 */
export function otherUnit(row: TableRow, field: Field, way: Way): string | undefined {
  const text = cellText(row.cell(field)).replace(/^[¥约]?[\d.,\s]+/, '')
  if (noPrice.test(text)) return text
  // A number alone is in yuan, and what follows it is its unit: 3.5/吨.
  return otherIn(text.startsWith('/') ? `元${text}` : text, way) ?? otherIn(headingOf(row, field), way)
}

/** The same of a text that is no price, as the way of charging, a column of units or the name of the fee. */
export function otherUnitNamed(row: TableRow, field: Field, way: Way): string | undefined {
  return otherIn(cellText(row.cell(field)), way)
}

function otherIn(text: string, way: Way): string | undefined {
  const unit = afterCurrency.exec(text)?.[1]?.trim()
  const isOther = unit
    ?.split(/[/·.*,、每\s]+/)
    .some((part) => /[\p{L}³]/u.test(part.replaceAll(idle, '').replaceAll(units[way], '')))
  if (isOther) return unit
  return otherMeasure.exec(text)?.[0].replace(/^[(【[,]\s*/, '')
}

function headingOf({ table }: TableRow, field: Field): string {
  return table.headings.get(table.columns.get(field) ?? -1) ?? ''
}
