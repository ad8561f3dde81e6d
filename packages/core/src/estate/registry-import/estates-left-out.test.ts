import { expect, test } from 'vitest'
import type { Cell } from '../../platform/spreadsheets/index.ts'
import { readRegistry } from './read-registry.ts'
import { sheet } from './testing.ts'

const rooms: Cell[][] = [
  ['小区', '楼栋', '房号', '业主'],
  ['丁香苑', '1栋', '101', '冯甲'],
  ['丁香苑', '1栋', '102', '冯乙'],
  ['海棠园', '1栋', '101', '蒋戊'],
]
const onlyOfOne = rooms.toSpliced(3, 1, ['海棠园', '2栋', '201', '蒋戊'])

/** Who has which place, and what is said of rows; with what is asked about names answered too. */
function read(answers: Record<string, string>, ...sheets: [name: string, rows: Cell[][]][]) {
  const reading = readRegistry(
    sheets.map(([name, rows]) => sheet(name, rows)),
    {},
    new Map(Object.entries(answers)),
  )
  const { draft, problems, questions } = reading
  const names = new Map(draft.people.map(({ key, name }) => [key, name]))
  const there = draft.occupancies.map(({ personKey, place }) => `${place.key} ${names.get(personKey)}`)
  const said = problems.flatMap(({ severity, sheet: at, row, code }) =>
    severity === 'error' ? [`${at} ${row} ${code.slice(16)}`] : [],
  )
  return { there, said, open: questions.flatMap(({ id, answer }) => (answer === null ? [id] : [])) }
}

const spaces = (...of: string[]): [string, Cell[][]] => [
  '车位',
  [['车位号', '房号'], ...of.map((room, at) => [`00${at + 1}`, room])],
]
const taken = ['1||101 冯甲', '1||102 冯乙']

test('a space of a room of an estate that is not taken is left out, and nobody of the other estate gets it', () => {
  const found = read({ 'estate:小区': 'only:丁香苑' }, ['房屋', rooms], spaces('海棠园1栋-101'))
  expect(found).toEqual({ there: taken, said: ['车位 2 row_of_estate_left_out'], open: [] })
})

test.each(['only:丁香苑', 'ignore'])(
  'also where the names of rooms tell several estates, whatever is said of these (%s)',
  (ofNames) => {
    const found = read(
      { 'estate:小区': 'only:丁香苑', 'estate-in-name:房号': ofNames },
      ['房屋', rooms],
      spaces('丁香苑1栋-102', '海棠园1栋-101'),
    )
    const said = ofNames === 'ignore' ? ['车位 3 row_of_estate_left_out'] : []
    expect(found).toEqual({ there: [...taken, '|1 冯乙'], said, open: [] })
  },
)

test('nor does anybody come to a room by another list that names one of that estate', () => {
  const people: [string, Cell[][]] = [
    '住户',
    [
      ['房屋地址', '姓名', '与业主关系'],
      ['海棠园1栋-101', '蒋己', '家属'],
    ],
  ]
  const found = read({ 'estate:小区': 'only:丁香苑' }, ['房屋', rooms], people)
  expect(found).toEqual({ there: taken, said: ['住户 2 row_of_estate_left_out'], open: [] })
})

test('nor is a room charged by a list of charges of that estate, in a sheet of its name', () => {
  const charges: [string, Cell[][]] = [
    '海棠园收费',
    [
      ['楼栋', '房号', '物业费单价'],
      ['1栋', '101', 3.5],
    ],
  ]
  const reading = readRegistry(
    [sheet('房屋', rooms), sheet(...charges)],
    {},
    new Map([['estate:小区', 'only:丁香苑']]),
  )
  expect(reading.draft.roomTariffs).toEqual([])
  expect(reading.problems).toContainEqual(
    expect.objectContaining({
      code: 'registry_import.row_of_estate_left_out',
      sheet: '海棠园收费',
      row: 2,
      params: { estate: '海棠园', taken: '丁香苑' },
    }),
  )
})

test('the estate that is taken may be called otherwise, and one that no row tells is left as it is', () => {
  const found = read(
    { 'estate:小区': 'only:丁香苑', 'estate-in-name:房号': 'ignore' },
    ['房屋', rooms],
    spaces('丁香苑小区1栋-101', '和居1栋-102'),
  )
  expect(found).toEqual({ there: [...taken, '|1 冯甲', '|2 冯乙'], said: [], open: [] })
})

test('where estates tell no rooms apart, a space of a room of another estate than its rows tell is an error', () => {
  const found = read({ 'estate:小区': 'ignore' }, ['房屋', onlyOfOne], spaces('海棠园1栋-101'))
  expect(found).toEqual({ there: [...taken, '2||201 蒋戊'], said: ['车位 2 room_of_estate'], open: [] })
  const own = read({ 'estate:小区': 'ignore' }, ['房屋', onlyOfOne], spaces('海棠园2栋-201'))
  expect(own).toEqual({ there: [...taken, '2||201 蒋戊', '|1 蒋戊'], said: [], open: [] })
})

test('and so are rooms that two lists tell of two estates', () => {
  const more: [string, Cell[][]] = [
    '住户',
    [
      ['房屋地址', '姓名'],
      ['海棠园1栋-101', '蒋己'],
    ],
  ]
  const found = read({ 'estate:小区': 'ignore' }, ['房屋', onlyOfOne], more)
  expect(found.said).toEqual(['房屋 2 rows_equal', '住户 2 rows_equal'])
})

test('where estates are part of the buildings, each room has its own', () => {
  const found = read({ 'estate:小区': 'building' }, ['房屋', rooms], spaces('海棠园1栋-101'))
  expect(found.said).toEqual([])
  expect(found.there).toContain('|1 蒋戊')
})
