import { expect, test } from 'vitest'
import { countOfParents, nameOfParent } from './parents.ts'

const parents = [
  { id: 'bldg_1', buildingId: 'bldg_1', building: '1栋', unit: null },
  { id: 'unit_1', buildingId: 'bldg_1', building: '1栋', unit: '1单元' },
  { id: 'unit_2', buildingId: 'bldg_1', building: '1栋', unit: '2单元' },
  { id: 'bldg_2', buildingId: 'bldg_2', building: '会所', unit: null },
]

test('buildings and units are counted as a template counts them, one without units as one', () => {
  expect(countOfParents(parents)).toEqual({ project: 1, building: 2, unit: 3 })
  expect(countOfParents([])).toEqual({ project: 1, building: 0, unit: 0 })
})

test('are called as the trade writes them', () => {
  expect(parents.map((each) => nameOfParent(each))).toEqual(['1栋', '1栋-1单元', '1栋-2单元', '会所'])
})
