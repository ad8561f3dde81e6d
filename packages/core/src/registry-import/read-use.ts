import { wordKey, type RoomUse } from '../registry/index.ts'
import { columnName } from '../spreadsheets/index.ts'
import { keptColumn } from './find-table.ts'
import type { TableRow } from './table-rows.ts'
import { meaningfulText } from './values.ts'
import { meaningOf, originWords, useWords } from './vocabulary.ts'

/**
 * What a room is used for. Where two columns tell it (房间类型, 业态) and say different things in a row, which of them is
 * right is not for us to say, so that the row is an error.
 */
export function readUse(row: TableRow): RoomUse | null {
  const use = row.meaning<RoomUse>('use', useWords)
  const said = meaningfulText(row.cell('use'))
  if (said === '' || originWords.test(said) || row.isPlaceholder('use')) return use
  for (const { column, heading, field } of row.table.left) {
    if (field !== 'use') continue
    const value = meaningfulText(row.raw(column))
    const isSame = wordKey(value) === wordKey(said) || (use !== null && meaningOf(useWords, value) === use)
    if (value === '' || originWords.test(value) || isSame) continue
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
