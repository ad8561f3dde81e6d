import { describe, expect, test } from 'vitest'
import { startCharged as start, type Kind, type Told } from './testing/charged-places.ts'

const orders = <T>(a: T, b: T): [T, T][] => [
  [a, b],
  [b, a],
]

describe.each<[Kind, string, string[], string[]]>([
  ['room', '业主', ['张 250'], ['张 161.29', '李 88.71']],
  ['parking', '业主', ['张 155'], ['张 100', '李 55']],
  ['parking', '租户', ['张 155'], ['张 100', '李 55']],
])('who comes to a %s as %s without a first day', (kind, role, september, october) => {
  const left: Told = ['张', '', '2026-10-20', role]
  const came: Told = ['李', '', '', role]

  test('is billed from the day after the last one of who left, whatever the order of the rows', async () => {
    for (const rows of orders(left, came)) {
      const { take, billed, roles } = await start(kind)
      const { said } = await take(...rows)
      expect(said).toEqual([[rows.indexOf(came) + 2, 'first_day_follows', '2026-10-21']])
      expect([await billed('2026-09'), await billed('2026-10')]).toEqual([september, october])
      expect(new Set(Object.values(await roles())).size).toBe(1)
      // What is on record is not told again.
      expect(await take(...rows)).toEqual({ counts: { created: 0, changed: 0, unchanged: 2 }, said: [] })
    }
  })

  test('also where he comes with a later workbook', async () => {
    const { take, billed } = await start(kind)
    await take(left)
    expect((await take(came)).said).toEqual([[2, 'first_day_follows', '2026-10-21']])
    expect([await billed('2026-09'), await billed('2026-10')]).toEqual([september, october])
    expect(await take(came)).toEqual({ counts: { created: 0, changed: 0, unchanged: 1 }, said: [] })
  })

  test('and where he is on record, and who left comes with a later workbook that names both', async () => {
    for (const rows of orders(left, came)) {
      const { take, billed, roles } = await start(kind)
      await take(came)
      await take(...rows)
      expect([await billed('2026-09'), await billed('2026-10')]).toEqual([september, october])
      expect(new Set(Object.values(await roles())).size).toBe(1)
    }
  })
})

test('of several who left one after the other, each came after the one before', async () => {
  const { take, billed } = await start('room')
  await take(['王'], ['张', '', '2026-10-20'], ['李', '', '2026-10-10'])
  expect(await billed('2026-10')).toEqual(['李 80.65', '张 80.64', '王 88.71'])
})

test('who owns together and is told no days has none, and who comes together came on the same day', async () => {
  const together = await start('room')
  expect((await together.take(['张'], ['李'])).said).toEqual([])
  expect(await together.roles()).toEqual({ 张: 'owner', 李: 'co_owner' })
  const after = await start('room')
  const { said } = await after.take(['李'], ['王'], ['张', '', '2026-10-20'])
  expect(said).toEqual([2, 3].map((row) => [row, 'first_day_follows', '2026-10-21']))
  expect(await after.roles()).toEqual({ 张: 'owner', 李: 'owner', 王: 'co_owner' })
  expect(await after.billed('2026-10')).toEqual(['张 161.29', '李 88.71'])
})

test('who owns together with one who tells his first day is billed on no day before, as it was shown', async () => {
  for (const rows of orders<Told>(['李', '2026-10-26'], ['王', '', '', '共有人'])) {
    const { take, billed, shown } = await start('room')
    const { said } = await take(['张', '', '2026-10-20'], ...rows)
    const row = rows.findIndex(([name]) => name === '王') + 3
    expect(said).toEqual([[row, 'first_day_of_owner', '2026-10-26']])
    expect(await shown()).toEqual(['张  2026-10-20', ' 2026-10-21 2026-10-25', '李 2026-10-26 '])
    expect(await billed('2026-10')).toEqual(['张 161.29', '李 48.39'])
  }
})

describe.each([
  ['months', '2026年10月', '2026年10月'],
  ['days of which both have several', '2026-10-20', '2026-10-15'],
])('who leaves and who comes within a month that is told as %s', (_, left, came) => {
  const rows = orders<Told>(['张', '', left], ['李', came, ''])

  test('are asked for their days, whatever the order of the rows, and nobody is billed on a guess', async () => {
    for (const told of rows) {
      const { take, roles } = await start('room')
      expect((await take(...told)).said).toEqual([2, 3].map((row) => [row, 'change_unclear', null]))
      expect(await roles()).toEqual({})
    }
  })

  test('over two workbooks, the second is told and changes nothing', async () => {
    for (const [first, second] of rows) {
      const { take, roles } = await start('room')
      await take(first)
      expect((await take(second)).said).toEqual([[2, 'owner_differs', null]])
      expect(Object.keys(await roles())).toEqual([first[0]])
    }
  })
})

describe.each(['租户', '使用人'])('a space whose %s is told as months, over two workbooks', (role) => {
  const rows = orders<Told>(['张', '', '2026年10月', role], ['李', '2026年10月', '', role])

  test('is not given to the second beside the first, whichever of them is on record', async () => {
    for (const [first, second] of rows) {
      const { take, roles } = await start('parking')
      await take(first)
      const { counts, said } = await take(second)
      expect(said).toEqual([[2, 'change_from_record_unclear', null]])
      expect(counts).toMatchObject({ created: 0, changed: 0 })
      expect(Object.keys(await roles())).toEqual([first[0]])
    }
  })
})

test('nor is a first day completed within the month in which another on record leaves', async () => {
  const { take, billed } = await start('parking')
  await take(['李', '', '', '租户'])
  await take(['张', '', '2026-10-31', '租户'])
  const before = await billed('2026-10')
  const { counts, said } = await take(['李', '2026年10月', '', '租户'])
  expect(said).toEqual([[2, 'change_from_record_unclear', null]])
  expect(counts).toMatchObject({ created: 0, changed: 0 })
  expect(await billed('2026-10')).toEqual(before)
  // What is on record is told again as it is.
  expect((await take(['李', '', '', '租户'])).said).toEqual([])
})

test('the day of change is billed to who comes, and over two workbooks to who is on record with it', async () => {
  const [left, came]: [Told, Told] = [
    ['张', '', '2026-10-21'],
    ['李', '2026-10-21', ''],
  ]
  for (const rows of orders(left, came)) {
    const { take, billed } = await start('room')
    expect((await take(...rows)).said).toEqual([])
    expect(await billed('2026-10')).toEqual(['张 161.29', '李 88.71'])
  }
  const { take, billed } = await start('room')
  await take(left)
  expect((await take(came)).said).toEqual([[2, 'first_day_follows', '2026-10-22']])
  expect(await billed('2026-10')).toEqual(['张 169.35', '李 80.65'])
  expect(await take(came)).toEqual({ counts: { created: 0, changed: 0, unchanged: 1 }, said: [] })
})
