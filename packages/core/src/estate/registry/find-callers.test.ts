import { describe, expect, test } from 'vitest'
import { as, staff, testCtx } from '../../testing.ts'
import type { Ctx } from '../../context.ts'
import { findCallers } from './index.ts'
import { smallProject } from './testing.ts'

/** Two estates with the same numbers on their doors. */
async function estates() {
  const ctx = await testCtx()
  const lake = await smallProject(ctx, '翠湖花园')
  const hill = await smallProject(ctx, '观澜府')
  const rooms = {
    lake: await lake.room('1501'),
    second: await lake.room('0802'),
    hill: await hill.room('1501'),
  }
  const wang = await lake.person('王小明', { gender: 'male', phones: ['13812341234', '075526001501'] })
  const li = await hill.person('李四', { gender: 'female', phones: ['13900001234'] })
  await lake.give(wang, rooms.lake, 'tenant')
  await lake.give(wang, rooms.second)
  return { ctx, lake, hill, rooms, wang, li }
}

const names = async (ctx: Ctx, search: string) =>
  (await findCallers(ctx, { search })).callers.map(({ name }) => name)

describe('findCallers', () => {
  test('knows a caller by the number, and how to greet them and where they live', async () => {
    const { ctx, lake, rooms, wang } = await estates()
    const { callers } = await findCallers(ctx, { search: '138 1234 1234' })
    expect(callers).toEqual([
      {
        personId: wang,
        name: '王小明',
        salutation: '王先生',
        phoneMasked: '138****1234',
        projectId: lake.projectId,
        projectName: '翠湖花园',
        rooms: [
          { id: rooms.second, name: '3栋-2单元-0802', role: 'owner' },
          { id: rooms.lake, name: '3栋-2单元-1501', role: 'tenant' },
        ],
      },
    ])
  })

  test.each([
    ['the second of their numbers', '0755-26001501', ['王小明']],
    ['the last four digits, in every project', '1234', ['李四', '王小明']],
    ['more of the last digits', '341234', ['李四', '王小明']],
    ['the beginning of the name', '王小', ['王小明']],
    ['the surname with a title', '王先生', ['王小明']],
    ['the room in full', '3栋2单元1501', ['王小明']],
    ['the room without its unit', '3-1501', ['王小明']],
    // Also the last digits of a number of theirs: listed once.
    ['the number on the door', '1501', ['王小明']],
    ['the number on the door without its zero', '802', ['王小明']],
    ['somebody nobody knows', '13700000000', []],
    ['nothing that means anybody', '%', []],
  ])('finds by %s', async (_what, search, expected) => {
    const { ctx } = await estates()
    expect((await names(ctx, search)).toSorted()).toEqual(expected.toSorted())
  })

  test('a room that was looked for stands first, before their own', async () => {
    const { ctx, rooms } = await estates()
    const { callers } = await findCallers(ctx, { search: '3-2-1501' })
    expect(callers[0]?.rooms.map(({ id }) => id)).toEqual([rooms.lake, rooms.second])
  })

  test('a room in which nobody is known is offered as it is', async () => {
    const { ctx, hill, rooms } = await estates()
    const { emptyRooms } = await findCallers(ctx, { search: '1501' })
    expect(emptyRooms).toEqual([
      { id: rooms.hill, name: '3栋-2单元-1501', projectId: hill.projectId, projectName: '观澜府' },
    ])
  })

  test('who has moved out has no room any more', async () => {
    const { ctx, lake, wang } = await estates()
    const room = await lake.room('2001')
    const lee = await lake.person('李搬走', { phones: ['13600000001'] })
    await lake.give(lee, room)
    await ctx.db.client.execute({
      sql: `UPDATE occupancies SET from_on = '2020-01-01', to_on = '2024-12-31' WHERE person_id = ?`,
      args: [lee],
    })
    const { callers } = await findCallers(ctx, { search: '13600000001' })
    expect(callers).toMatchObject([{ name: '李搬走', rooms: [] }])
    expect((await findCallers(ctx, { search: '2001' })).callers).toEqual([])
    expect(wang).toBeDefined()
  })

  test('shows nobody of a project that one does not work in', async () => {
    const { ctx, hill, lake } = await estates()
    const there = as(ctx, staff('front_desk', [hill.projectId]))
    expect(await names(there, '1234')).toEqual(['李四'])
    expect(await names(there, '王')).toEqual([])
    const here = await findCallers(as(ctx, staff('front_desk', [lake.projectId])), { search: '1501' })
    expect(here.emptyRooms).toEqual([])
    await expect(findCallers(as(ctx, staff('worker')), { search: '王' })).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })

  test('costs one round trip', async () => {
    const { ctx } = await estates()
    const before = ctx.db.trips.count
    await findCallers(ctx, { search: '1501' })
    expect(ctx.db.trips.count - before).toBe(1)
  })
})
