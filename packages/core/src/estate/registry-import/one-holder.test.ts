import { beforeAll, describe, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { testCtx } from '../../testing.ts'
import { projectOfSpaces, type Rows } from './testing/project-of-spaces.ts'

let ctx: Ctx
beforeAll(async () => {
  ctx = await testCtx()
})

const nobodyOwes = { code: 'billing.cannot_bill_no_owner' }

describe('a code beside rooms of two of one name, whom nothing tells apart', () => {
  const beside = (...rows: string[][]): Rows => [['楼栋', '房号', '业主', '电话', '车位'], ...rows]
  const rooms = [
    ['1栋', '101', '钱卯', '', 'C003'],
    ['2栋', '103', '钱卯', '', 'C003'],
  ]
  const list: Rows = [
    ['停车场', '车位号', '使用人', '开始日期'],
    ['地面', 'C003', '钱卯', '2026-05-01'],
  ]
  const byRoom: Rows = [
    ['停车场', '车位号', '房号', '开始日期'],
    ['地面', 'C003', '1栋-101', '2026-05-01'],
    ['地面', 'C003', '2栋-103', '2026-05-01'],
  ]

  test.each([
    ['in the order of their rooms', rooms, list],
    ['in another', rooms.toReversed(), list],
    ['where the list names the rooms, and these no space', rooms.map((row) => row.with(4, '')), byRoom],
  ])('is one space of one holder, from the day that the list tells: %s', async (_, rows, spaces) => {
    const { take, written, billed } = await projectOfSpaces(ctx)
    expect((await take({}, beside(...rows), spaces)).said).toEqual([])
    expect(await written()).toEqual(['地面|C003 钱卯'])
    await expect(billed('2026-04')).rejects.toMatchObject(nobodyOwes)
    expect(await billed('2026-05')).toEqual(['钱卯 15000'])
    expect(await take({}, beside(...rows), spaces)).toMatchObject({ anything: false, said: [] })
    expect(await take({}, beside(...rows))).toMatchObject({ anything: false, said: [] })
  })

  test('and with others who own one of the rooms they have it together', async () => {
    const { take, written, billed } = await projectOfSpaces(ctx)
    await take({}, beside(rooms[0]!, rooms[1]!.with(2, '钱卯、孙丙')))
    const [space] = await written()
    expect(space!.split(/[ ,]/).toSorted()).toEqual(['|C003', '孙丙', '钱卯'])
    expect(await billed()).toEqual(['钱卯 15000'])
  })

  test('two with phones of their own are two, and their rooms come in without it', async () => {
    const { take, written } = await projectOfSpaces(ctx)
    const { said } = await take({}, beside(...rooms.map((row, at) => row.with(3, `1391111000${at}`))))
    expect(said).toEqual(['2 space_beside_others', '3 space_beside_others'])
    expect(await written()).toEqual([])
  })
})

describe('a code beside rooms of one person, who got them on other days', () => {
  const beside = (...rows: string[][]): Rows => [
    ['楼栋', '房号', '业主', '电话', '入住日期', '车位'],
    ...rows,
  ]
  const rooms = [
    ['1栋', '101', '钱卯', '13911110001', '2026-03-01', 'C003'],
    ['1栋', '102', '钱卯', '13911110001', '2026-06-01', 'C003'],
  ]
  const list: Rows = [
    ['停车场', '车位号', '使用人', '开始日期'],
    ['地面', 'C003', '钱卯', '2026-05-01'],
  ]

  test.each([
    ['in the order of their rooms', rooms],
    ['in another', rooms.toReversed()],
  ])('is a space that he has since he got the first of them: %s', async (_, rows) => {
    const { take, billed } = await projectOfSpaces(ctx)
    expect((await take({}, beside(...rows))).said).toEqual([])
    await expect(billed('2026-02')).rejects.toMatchObject(nobodyOwes)
    expect(await billed('2026-03')).toEqual(['钱卯 15000'])
    expect(await take({}, beside(...rows))).toMatchObject({ anything: false, said: [] })
  })

  test.each([
    ['of one room', rooms.slice(0, 1)],
    ['of both', rooms],
  ])(
    'is one from the day that a list tells of it, and stays so when the rooms come again: %s',
    async (_, rows) => {
      const { take, written, billed } = await projectOfSpaces(ctx)
      expect((await take({}, beside(...rows), list)).said).toEqual([])
      expect(await written()).toEqual(['地面|C003 钱卯'])
      await expect(billed('2026-04')).rejects.toMatchObject(nobodyOwes)
      expect(await billed('2026-05')).toEqual(['钱卯 15000'])
      for (const again of [[beside(...rows), list], [beside(...rows)], [list]])
        expect(await take({}, ...again)).toMatchObject({ anything: false, said: [] })
    },
  )

  test('stays as it came in by a list of his rooms when the workbook comes again, also where he shares it', async () => {
    const { take, written, billed } = await projectOfSpaces(ctx)
    const sheets: Rows[] = [
      [
        ['业主编号', '姓名', '手机号'],
        ['A01', '钱卯', '13911110001'],
        ['A02', '孙丙', '13911110002'],
      ],
      [
        ['楼栋', '房号', '业主编号', '入住日期', '车位'],
        ['1栋', '101', 'A01', '2026-03-01', 'C003'],
        ['1栋', '102', 'A01', '2026-06-01', 'C003、C004'],
        ['2栋', '201', 'A02', '', 'C004'],
      ],
      [
        ['停车场', '车位号', '房号'],
        ['地库', 'C003', '1栋-101'],
        ['地库', 'C004', '1栋-101'],
        ['地库', 'C004', '2栋-201'],
      ],
    ]
    await take({}, ...sheets)
    expect((await written()).map((space) => space.split(/[ ,]/).toSorted())).toEqual([
      ['地库|C003', '钱卯'],
      ['地库|C004', '孙丙', '钱卯'],
    ])
    expect(await billed('2026-03')).toEqual(['孙丙 15000', '钱卯 15000'])
    expect(await take({}, ...sheets)).toMatchObject({ anything: false })
  })

  test('gets the first day of a room on record with that room', async () => {
    const { take, billed } = await projectOfSpaces(ctx)
    await take({}, beside(rooms[0]!.with(4, '')))
    expect(await billed('2026-02')).toEqual(['钱卯 15000'])
    await take({}, beside(rooms[0]!))
    await expect(billed('2026-02')).rejects.toMatchObject(nobodyOwes)
    expect(await billed('2026-03')).toEqual(['钱卯 15000'])
  })
})
