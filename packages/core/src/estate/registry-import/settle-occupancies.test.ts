import { expect, test } from 'vitest'
import type { Cell } from '../../platform/spreadsheets/index.ts'
import { readRegistry } from './read-registry.ts'
import { sheet } from './testing.ts'

const lists = {
  room: ['房号', '姓名', '关系', '入住日期', '搬离日期', '共有人', '车位'],
  parking: ['车位号', '姓名', '关系', '开始日期', '结束日期'],
}

/** Who is where, as what, from when to when, and what is refused; ? is a day that no row tells so. */
function settled(kind: keyof typeof lists, rows: Cell[][]) {
  const { draft, problems } = readRegistry([sheet(kind === 'room' ? '房屋' : '车位', [lists[kind], ...rows])])
  const there = draft.occupancies.map((one) => {
    const { name } = draft.people.find(({ key }) => key === one.personKey)!
    const place = one.place.kind === kind ? '' : ` ${one.place.kind}`
    const [from, to] = [one.fromAssumed ? '?' : '', one.toCalculated ? '?' : '']
    return `${name}${place} ${one.role} ${one.fromOn ?? ''}${from}~${one.toOn ?? ''}${to}`
  })
  const refused = problems.flatMap(({ severity, row, code }) =>
    severity === 'error' ? [`${row} ${code.slice(16)}`] : [],
  )
  return [...there.toSorted(), ...refused]
}

type Case = [what: string, kind: keyof typeof lists, rows: Cell[][], expected: string[]]
const room = (...more: Cell[]): Cell[] => ['3-101', ...more]
const space = (...more: Cell[]): Cell[] => ['B1', ...more]

test.each<Case>([
  [
    'who owns together with one who came after another',
    'room',
    [room('张三', '业主', null, '2026-10-20'), room('李四', '业主', null, null, '王五')],
    ['张三 owner ~2026-10-20', '李四 owner 2026-10-21?~', '王五 co_owner 2026-10-21?~'],
  ],
  [
    'the same where both have left by now',
    'room',
    [room('张三', '业主', null, '2026-10-20'), room('李四', '业主', null, '2026-12-31', '王五')],
    ['张三 owner ~2026-10-20', '李四 owner 2026-10-21?~2026-12-31', '王五 co_owner 2026-10-21?~2026-12-31'],
  ],
  [
    'what somebody owns by the same row',
    'room',
    [room('张三', '业主', null, '2026-10-20'), room('李四', '业主', null, null, null, 'B1')],
    ['张三 owner ~2026-10-20', '李四 owner 2026-10-21?~', '李四 parking owner 2026-10-21?~'],
  ],
  [
    'nobody where a first day is told',
    'room',
    [room('张三', '业主', null, '2026-10-20'), room('李四', '业主', '2026-11-01', null, '王五')],
    ['张三 owner ~2026-10-20', '李四 owner 2026-11-01~', '王五 co_owner 2026-11-01~'],
  ],
  [
    'whoever buys of the developer',
    'room',
    [room('好家置业', '开发商', null, '2026-10-20'), room('李四', '业主')],
    ['好家置业 developer ~2026-10-20', '李四 owner 2026-10-21?~'],
  ],
  [
    'a user of a space after the one before',
    'parking',
    [space('张三', '使用人', null, '2026-10-20'), space('李四', '使用人')],
    ['张三 user ~2026-10-20', '李四 user 2026-10-21?~'],
  ],
  [
    'no tenant of a room: several may live there at once',
    'room',
    [room('张三', '租户', null, '2026-10-20'), room('李四', '租户')],
    ['张三 tenant ~2026-10-20', '李四 tenant ~'],
  ],
])('an assumed first day has %s', (_, kind, rows, expected) => {
  expect(settled(kind, rows)).toEqual(expected)
})

test.each<Case>([
  [
    'of one person who comes back on the day of leaving',
    'room',
    [room('张三', '业主', null, '2026-06-30'), room('张三', '业主', '2026-06-30', null)],
    ['张三 owner 2026-06-30~', '张三 owner ~2026-06-29?'],
  ],
  [
    'of a user of a space',
    'parking',
    [space('张三', '使用人', null, '2026-10-20'), space('李四', '使用人', '2026-10-20')],
    ['张三 user ~2026-10-19?', '李四 user 2026-10-20~'],
  ],
  [
    'of a tenant of a room to both',
    'room',
    [room('张三', '租户', null, '2026-10-20'), room('李四', '租户', '2026-10-20')],
    ['张三 tenant ~2026-10-20', '李四 tenant 2026-10-20~'],
  ],
])('the day of change is %s', (_, kind, rows, expected) => {
  for (const order of [rows, rows.toReversed()]) expect(settled(kind, order)).toEqual(expected)
})

test.each<Case>([
  [
    'of a space, with those who leave and come in it',
    'parking',
    [space('张三', '使用人', null, '2026年10月'), space('李四', '使用人', '2026年10月')],
    ['2 change_unclear', '3 change_unclear'],
  ],
  [
    'of the title, also after the developer',
    'room',
    [room('好家置业', '开发商', null, '2026年10月'), room('李四', '业主', '2026年10月')],
    ['2 change_unclear', '3 change_unclear'],
  ],
  [
    'as it is told: who gives his last day to one still shares another with somebody else',
    'room',
    [
      room('张三', '业主', null, '2026-10-20'),
      room('李四', '业主', '2026-10-20'),
      room('王五', '业主', '2026-10-19'),
    ],
    ['李四 owner 2026-10-20~', '2 change_unclear', '4 change_unclear'],
  ],
  [
    'not of tenants of a room',
    'room',
    [room('张三', '租户', null, '2026年10月'), room('李四', '租户', '2026年10月')],
    ['张三 tenant ~2026-10-31?', '李四 tenant 2026-10-01~'],
  ],
])('a month of change is refused %s', (_, kind, rows, expected) => {
  expect(settled(kind, rows)).toEqual(expected)
})

test.each<Case>([
  [
    'whoever joins an owner; who comes in the time of a co-owner alone owns',
    'room',
    [
      room('张三', '业主', null, '2020-12-31'),
      room('李四', '业主', '2020-06-01', '2024-12-31'),
      room('王五', '业主', '2022-03-01'),
    ],
    ['张三 owner ~2020-12-31', '李四 co_owner 2020-06-01~2024-12-31', '王五 owner 2022-03-01~'],
  ],
  [
    'whoever joins a developer',
    'room',
    [room('好家置业', '开发商'), room('李四', '业主', '2026-10-01')],
    ['好家置业 developer ~', '李四 co_owner 2026-10-01~'],
  ],
  [
    'nobody beside a tenant',
    'room',
    [room('张三', '租户'), room('李四', '业主', '2026-10-01')],
    ['张三 tenant ~', '李四 owner 2026-10-01~'],
  ],
])('a co-owner is %s', (_, kind, rows, expected) => {
  expect(settled(kind, rows)).toEqual(expected)
})
