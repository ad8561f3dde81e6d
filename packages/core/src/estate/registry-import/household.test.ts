import { describe, expect, test } from 'vitest'
import { testCtx } from '../../testing.ts'
import { smallProject } from '../registry/testing.ts'
import { takeFound, workbook } from './testing.ts'

type Rows = string[][]
const rooms = ['楼栋', '单元', '房号', '建筑面积']
const at103 = ['3', '2', '103', '80']
const before = [
  [...rooms, '姓名', '入住日期', '搬离日期'],
  [...at103, '旧三', '2015-01-01', '2019-12-10'],
]

async function start() {
  const ctx = await testCtx()
  const { projectId } = await smallProject(ctx)
  const take = async (...sheets: Rows[]) => {
    const file = await workbook(...sheets.map((rows, at) => ({ name: `表${at}`, rows: rows as never })))
    const { counts, items } = await takeFound(ctx, projectId, '登记.xlsx', file)
    return { ...counts.occupancies, said: [...new Set(items.map(({ code }) => code.slice(16)))] }
  }
  const there = async () => {
    const { rows } = await ctx.db.client.execute(
      'SELECT p.name, o.role, o.from_on, o.to_on FROM occupancies o JOIN people p ON p.id = o.person_id ORDER BY o.from_on, p.name',
    )
    return rows.map((row) => Object.values(row).join(' '))
  }
  return { take, there }
}

const household: [how: string, ...sheets: Rows[]][] = [
  [
    'by the number of the owner',
    [
      ['业主编号', '业主名称', '业主类型', '手机号'],
      ['A01', '主甲生', '业主', '13711110000'],
      ['A01', '家甲氏', '共有人', '13711120000'],
    ],
    [
      [...rooms, '业主编号'],
      [...at103, 'A01'],
    ],
  ],
  [
    'in one cell',
    [
      [...rooms, '姓名'],
      [...at103, '主甲生、家甲氏'],
    ],
  ],
  [
    'in two rows',
    [
      [...rooms, '姓名', '与业主关系'],
      [...at103, '主甲生', '业主'],
      [...at103, '家甲氏', '共有人'],
    ],
  ],
  [
    'in two rows, the co-owner first',
    [
      [...rooms, '姓名', '与业主关系'],
      [...at103, '家甲氏', '共有人'],
      [...at103, '主甲生', '业主'],
    ],
  ],
]
const together = [
  '旧三 owner 2015-01-01 2019-12-10',
  '主甲生 owner 2019-12-11 ',
  '家甲氏 co_owner 2019-12-11 ',
]

describe.each(household)('a household that is told without a first day, %s', (_, ...sheets) => {
  test('comes together the day after the last one on record of who left, and is there when it is told again', async () => {
    const { take, there } = await start()
    await take(before)
    expect(await take(...sheets)).toMatchObject({ created: 2, said: ['first_day_follows'] })
    expect(await there()).toEqual(together)
    expect(await take(...sheets)).toMatchObject({ created: 0, changed: 0, said: [] })
    expect(await there()).toEqual(together)
  })

  test('and the day after the last one of who left by the same workbook', async () => {
    const { take, there } = await start()
    expect(await take(before, ...sheets)).toMatchObject({ created: 3, said: ['first_day_follows'] })
    expect(await there()).toEqual(together)
  })
})

test('a co-owner who is told once the owner has come comes with the owner', async () => {
  const { take, there } = await start()
  const [, told] = household[2]!
  await take(before)
  await take([told![0]!, told![1]!])
  expect(await take(told!)).toMatchObject({ created: 1, said: ['first_day_of_owner'] })
  expect(await there()).toEqual(together)
})

/** The owner tells his day, after some on which nobody was there, and the co-owner none. */
const ownersDay: [how: string, ...sheets: Rows[]][] = [
  [
    'by the number of the owner',
    household[0]![1]!,
    [
      [...rooms, '业主编号', '入住日期'],
      [...at103, 'A01', '2020-01-15'],
    ],
  ],
  [
    'in two rows',
    [
      [...rooms, '姓名', '与业主关系', '入住日期'],
      [...at103, '主甲生', '业主', '2020-01-15'],
      [...at103, '家甲氏', '共有人', ''],
    ],
  ],
  [
    'in two rows, the co-owner first',
    [
      [...rooms, '姓名', '与业主关系', '入住日期'],
      [...at103, '家甲氏', '共有人', ''],
      [...at103, '主甲生', '业主', '2020-01-15'],
    ],
  ],
]
const onHisDay = [
  '旧三 owner 2015-01-01 2019-12-10',
  '主甲生 owner 2020-01-15 ',
  '家甲氏 co_owner 2020-01-15 ',
]

describe.each(ownersDay)(
  'a co-owner without a first day beside an owner who tells his, %s',
  (_, ...sheets) => {
    test('comes with the owner and not after the one before, over two workbooks and in one', async () => {
      const [over, inOne, alone] = [await start(), await start(), await start()]
      await over.take(before)
      expect(await over.take(...sheets)).toMatchObject({ created: 2, said: ['first_day_of_owner'] })
      expect(await over.there()).toEqual(onHisDay)
      expect(await over.take(...sheets)).toMatchObject({ created: 0, changed: 0, said: [] })
      expect(await inOne.take(before, ...sheets)).toMatchObject({ created: 3, said: ['first_day_of_owner'] })
      expect(await inOne.there()).toEqual(onHisDay)
      await alone.take(...sheets)
      expect(await alone.there()).toEqual(onHisDay.slice(1))
    })
  },
)

describe('a co-owner without a first day beside an owner whose day is on record', () => {
  const undated = household[2]![1]!

  test('comes with the owner, on the day that is on record', async () => {
    const { take, there } = await start()
    await take(before)
    await take(ownersDay[1]![1]!.slice(0, 2))
    expect(await take(undated)).toMatchObject({ created: 1, said: ['first_day_of_owner'] })
    expect(await there()).toEqual(onHisDay)
  })

  test('also where the workbook tells who left before them', async () => {
    const { take, there } = await start()
    await take(ownersDay[1]![1]!.slice(0, 2))
    expect(await take(before, undated)).toMatchObject({ created: 2, said: ['first_day_of_owner'] })
    expect(await there()).toEqual(onHisDay)
  })
})

test('of two owners who tell their days he comes with the one with whom he is told', async () => {
  const { take, there } = await start()
  const listed = [...household[0]![1]!, ['A02', '次乙生', '业主', '13711130000']]
  await take(listed, [
    [...rooms, '业主编号', '入住日期'],
    [...at103, 'A02', '2018-03-01'],
    [...at103, 'A01', '2020-01-15'],
  ])
  expect(await there()).toEqual([
    '次乙生 owner 2018-03-01 ',
    '主甲生 co_owner 2020-01-15 ',
    '家甲氏 co_owner 2020-01-15 ',
  ])
})

test('who owned together with one who left, by his number, left with him', async () => {
  const { take, there } = await start()
  const listed: Rows = [
    ['业主编号', '业主名称', '业主类型', '手机号'],
    ['A01', '旧三', '业主', '13711110000'],
    ['A01', '旧妻', '共有人', '13711120000'],
    ['A02', '主甲生', '业主', '13711130000'],
    ['A02', '家甲氏', '共有人', '13711140000'],
  ]
  const left = [...at103, 'A01', '2015-01-01', '2019-12-10']
  const came = [...at103, 'A02', '2020-01-15', '']
  const expected = [
    '旧三 owner 2015-01-01 2019-12-10',
    '旧妻 co_owner 2015-01-01 2019-12-10',
    '主甲生 owner 2020-01-15 ',
    '家甲氏 co_owner 2020-01-15 ',
  ]
  for (const rows of [
    [left, came],
    [came, left],
  ]) {
    const own = await start()
    const sheets: Rows[] = [listed, [[...rooms, '业主编号', '入住日期', '搬离日期'], ...rows]]
    await own.take(...sheets)
    expect(await own.there()).toEqual(expected)
    expect(await own.take(...sheets)).toMatchObject({ created: 0, changed: 0 })
  }
  await take(listed, [[...rooms, '业主编号', '入住日期', '搬离日期'], left])
  expect(await there()).toEqual(expected.slice(0, 2))
})

test('a co-owner who is on record without a first day gets none by that of an owner who is new there', async () => {
  const { take, there } = await start()
  const headings = [...rooms, '姓名', '与业主关系', '入住日期']
  await take([headings, [...at103, '家甲氏', '共有人', '']])
  const told = [headings, [...at103, '家甲氏', '共有人', ''], [...at103, '主甲生', '业主', '2020-01-15']]
  await take(told)
  expect(await there()).toEqual(['家甲氏 co_owner  ', '主甲生 owner 2020-01-15 '])
  expect(await take(told)).toMatchObject({ created: 0, changed: 0 })
})

test('of a household with several rooms each has the days of its own place', async () => {
  const { take, there } = await start()
  const listed = household[0]![1]!
  await take(listed, [
    [...rooms, '业主编号', '入住日期'],
    [...at103, 'A01', ''],
    ['3', '2', '104', '80', 'A01', '2020-01-15'],
  ])
  expect(await there()).toEqual([
    '主甲生 owner  ',
    '家甲氏 co_owner  ',
    '主甲生 owner 2020-01-15 ',
    '家甲氏 co_owner 2020-01-15 ',
  ])
})

test('a co-owner who left some days after the owner came with him, and the next owner with nobody', async () => {
  const { take, there } = await start()
  await take([
    [...rooms, '姓名', '与业主关系', '入住日期', '搬离日期'],
    [...at103, '旧三', '业主', '2015-01-01', '2026-08-10'],
    [...at103, '旧妻', '共有人', '', '2026-08-20'],
    [...at103, '主甲生', '业主', '2026-09-01', ''],
  ])
  expect(await there()).toEqual([
    '旧三 owner 2015-01-01 2026-08-10',
    '旧妻 co_owner 2015-01-01 2026-08-20',
    '主甲生 owner 2026-09-01 ',
  ])
})
