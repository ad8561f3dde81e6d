import { buildingName, placeKey, unitName } from '../registry/index.ts'
import { isDateCell } from '../../platform/spreadsheets/index.ts'
import type { RegistryBuilder } from './registry-builder.ts'
import type { TableRow } from './table-rows.ts'
import { readCount } from './values.ts'
import { yesNoWords } from './vocabulary.ts'

/** Reads one row of a table of buildings and their units. */
export function readBuilding(row: TableRow, registry: RegistryBuilder): void {
  const told = row.text('building')
  const text =
    told === '' || row.buildingParts.length === 0
      ? told
      : `${row.buildingParts.join('')}${buildingName(told)}`
  const key = placeKey(text)
  if (isDateCell(row.cell('building'))) row.problem('became_date', 'building')
  else if (key === '') row.problem('building_missing', 'building')
  const floors = row.read('floors', readCount)
  const elevator = row.meaning<boolean>('elevator', yesNoWords)
  if (row.isBad) return
  const { source } = row
  const unitText = row.text('unit')
  const unitKey = placeKey(unitText)
  registry.building({ key, name: buildingName(text), floors, source })
  if (unitKey !== '')
    registry.unit({ key: unitKey, buildingKey: key, name: unitName(unitText), floors, elevator, source })
}
