import type { RoomUse } from '../registry/index.ts'
import { columnName } from '../../platform/spreadsheets/index.ts'
import { keptColumn } from './find-table.ts'
import type { TableRow } from './table-rows.ts'
import { meaningfulText } from './values.ts'
import { meaningOf, useWords } from './vocabulary.ts'

/**
 * What a room is used for. Where two columns tell it (房间类型, 业态) and say different things in a row, which of them is
 * right is not for us to say, so that the row is an error.
 */
export function readUse(row: TableRow): RoomUse | null {
  const use = row.meaning<RoomUse>('use', useWords)
  const said = meaningfulText(row.cell('use'))
  if (said === '' || row.isPlaceholder('use')) return use
  for (const { column, heading, field } of row.table.left) {
    if (field !== 'use') continue
    const value = meaningfulText(row.raw(column))
    const other = meaningOf(useWords, value)
    // What is no word for a use (商品房, 自住, 平层) tells another thing of the room, and so contradicts nothing.
    if (use === null || other === null || other === use) continue
    row.problem('columns_disagree', 'use', {
      ...keptColumn(row.table, 'use'),
      keptValue: said,
      other: columnName(column),
      otherHeading: heading,
      otherValue: value,
    })
  }
  return use
}
