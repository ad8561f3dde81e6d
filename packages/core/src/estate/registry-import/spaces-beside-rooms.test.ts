import { newId } from '@heju/kernel'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { as, freshRequestId, testCtx } from '../../testing.ts'
import { createProject } from '../projects/index.ts'
import { answerImport, applyImport, listImportProblems, previewImport } from './index.ts'
import { confirmAsItIs, workbook } from './testing.ts'

type Rows = readonly (readonly string[])[]

let ctx: Ctx
beforeAll(async () => {
  ctx = await testCtx()
})

/** A project of its own, into which workbooks come whose estates are told apart and of which all is found right. */
async function start() {
  const projectId = newId('proj', ctx.now)
  const name = `项目${projectId}`
  await createProject(ctx, { requestId: freshRequestId(), projectId, name, type: 'residential' })
  const take = async (...sheets: Rows[]) => {
    const importId = newId('imp', ctx.now)
    const asked = () => ({ requestId: freshRequestId(), importId })
    const file = await workbook(...sheets.map((rows, at) => ({ name: `表${at}`, rows: rows as never })))
    let found = await previewImport(ctx, { ...asked(), projectId, fileName: '登记.xlsx' }, file)
    for (let more = 0; more < 3 && found.openQuestions > 0; more += 1) {
      const open = found.questions.filter(({ answer }) => answer === null)
      const answers = open.map(({ id, choices }) => ({
        id,
        answer: choices.find((one) => ['building', 'others', 'in:'].includes(one)) ?? 'right',
      }))
      found = await answerImport(ctx, { ...asked(), answers })
    }
    const { counts } = found
    const anything = Object.values(counts).some(({ created, changed }) => created + changed > 0)
    if (anything) {
      await confirmAsItIs(ctx, { ...asked(), leaveBadRows: true })
      await applyImport(as(ctx, { kind: 'job', id: 'outbox' }), { importId })
    }
    const { items } = await listImportProblems(ctx, { importId })
    const said = items.map(({ code }) => code.slice(16)).filter((code) => code.startsWith('space'))
    return { anything, said, refused: items.some(({ severity }) => severity === 'error') }
  }
  const spaces = async () => {
    const { rows } = await ctx.db.client.execute({
      sql: `SELECT s.lot, s.code, coalesce(group_concat(p.name ORDER BY p.name), '') AS holders FROM parking_spaces s
        LEFT JOIN occupancies o ON o.parking_space_id = s.id LEFT JOIN people p ON p.id = o.person_id
        WHERE s.project_id = ? GROUP BY s.id ORDER BY s.key`,
      args: [projectId],
    })
    return rows.map(({ lot, code, holders }) => ({ lot, code: String(code), holders: String(holders) }))
  }
  const written = async () =>
    (await spaces()).map(({ lot, code, holders }) => `${lot}|${code} ${holders}`.trim())
  return { take, spaces, written }
}

const rooms = ['小区', '楼栋', '房号', '业主', '车位']
const lists = ['小区', '停车场', '车位号', '使用人']
const of = (estate: string, door: string, owner: string, space: string) => [estate, '1栋', door, owner, space]
const first = of('万科城', '101', '冯甲', 'C001')
const second = of('万科城二期', '101', '蒋戊', 'C001')
const refused = { refused: false, said: ['space_beside_others'] }

describe('one code beside rooms of several estates, whose people are others', () => {
  test('may be one space or two: it is left out of both, and the others come in', async () => {
    const { take, written } = await start()
    const both = { refused: false, said: ['space_beside_others', 'space_beside_others'] }
    const rows = [rooms, first, second, of('万科城', '102', '顾庚', 'C002')]
    expect(await take(rows)).toMatchObject(both)
    expect(await written()).toEqual(['|C002 顾庚'])
    expect(await take(rows)).toMatchObject({ ...both, anything: false })
  })

  test.each([
    ['then the other', first, second],
    ['whose name is the longer one', second, first],
  ])('is left out of the second estate as well where one came before %s', async (_, one, other) => {
    const { take, written } = await start()
    await take([rooms, one])
    const before = await written()
    for (let again = 0; again < 2; again += 1)
      expect(await take([rooms, other])).toMatchObject({ ...refused, anything: again === 0 })
    expect(await take([rooms, one])).toMatchObject({ anything: false, refused: false })
    expect(await written()).toEqual(before)
  })

  test('comes in as two once the estates stand before it, or a list tells the lots', async () => {
    const { take, written } = await start()
    const named = [
      rooms,
      of('万科城', '101', '冯甲', '万科城C001'),
      of('万科城二期', '101', '蒋戊', '万科城二期C001'),
    ]
    expect(await take(named)).toMatchObject({ refused: false })
    expect(await written()).toEqual(['|万科城C001 冯甲', '|万科城二期C001 蒋戊'])
    expect((await take(named)).anything).toBe(false)
    const other = await start()
    const listed: Rows = [lists, ['万科城', '车库', 'C001', '冯甲'], ['万科城二期', '地库', 'C001', '蒋戊']]
    expect(
      await other.take(listed, [rooms, [...first.slice(0, 4), ''], [...second.slice(0, 4), '']]),
    ).toMatchObject({ refused: false })
    expect(await other.written()).toEqual(['万科城二期地库|C001 蒋戊', '万科城车库|C001 冯甲'])
  })
})

describe('one code beside rooms of an estate is left out where nobody has the space that is on record', () => {
  const vacant = (...lots: string[][]): Rows => [
    ['停车场', '车位号', '使用人'],
    ...lots.map((lot) => [...lot, '']),
  ]
  test.each<[string, Rows[], Rows]>([
    [
      'in a lot of another estate that the workbook does not speak of, and the estate has lots of its own',
      [[lists, ['丁香苑', '车库', 'C001', ''], ['海棠园', '地库', 'C002', '']]],
      [rooms, of('海棠园', '101', '蒋戊', 'C001')],
    ],
    [
      'in a lot called after an estate whose buildings are on record',
      [
        [rooms, of('丁香苑', '101', '周三', ''), of('海棠园', '101', '蒋戊', '')],
        vacant(['丁香苑车库', 'C001']),
      ],
      [rooms, of('海棠园', '101', '蒋戊', 'C001'), of('海棠园', '102', '孙六', '')],
    ],
    [
      'in a lot of the other phase, whose name is the longer one',
      [vacant(['万科城二期地库', 'C001'], ['万科城车库', 'C002'])],
      [rooms, of('万科城', '101', '冯甲', 'C001'), of('万科城二期', '101', '蒋戊', '')],
    ],
  ])('%s', async (_, before, rows) => {
    const { take, written } = await start()
    for (const one of before) await take(one)
    const there = await written()
    for (let again = 0; again < 2; again += 1) expect(await take(rows)).toMatchObject(refused)
    expect(await written()).toEqual(there)
  })
})

describe('one code beside rooms of an estate is the space that is on record', () => {
  test.each<[string, Rows[], Rows, string[]]>([
    [
      'where its people have it, also in a lot of another estate',
      [
        [
          ['停车场', '车位号', '使用人'],
          ['东区车库', 'B1', '李四'],
        ],
      ],
      [rooms, of('西区', '101', '李四', 'B1')],
      ['东区车库|B1 李四'],
    ],
    [
      'where nobody has it',
      [
        [
          ['停车场', '车位号', '使用人'],
          ['车库', 'B1', ''],
        ],
      ],
      [rooms, of('西区', '101', '李四', 'B1')],
      ['车库|B1 李四'],
    ],
    [
      'where who has it has no room',
      [
        [
          ['停车场', '车位号', '使用人'],
          ['车库', 'B1', '王五'],
        ],
      ],
      [rooms, of('西区', '101', '李四', 'B1')],
      ['车库|B1 王五'],
    ],
    [
      'where somebody of the same estate has it, however that is written',
      [[rooms, of('第一期', '101', '冯甲', 'B1'), of('第二期', '101', '周三', '')]],
      [rooms, of('一期', '102', '李四', 'B1'), of('二期', '102', '孙六', '')],
      ['|B1 冯甲'],
    ],
  ])('%s', async (_, before, rows, expected) => {
    const { take, written } = await start()
    for (const one of before) await take(one)
    expect(await take(rows)).toMatchObject({ refused: false })
    expect(await written()).toEqual(expected)
    expect((await take(rows)).anything).toBe(false)
  })

  test('and one where the same people have rooms in both', async () => {
    const { take, written } = await start()
    expect(
      await take([
        [...rooms, '电话'],
        [...first, '13811110000'],
        [...of('万科城二期', '101', '冯甲', 'C001'), '13811110000'],
      ]),
    ).toMatchObject({
      refused: false,
    })
    expect(await written()).toEqual(['|C001 冯甲'])
  })
})

describe('one code beside rooms of several people, whose estates nothing tells', () => {
  const beside = ['楼栋', '房号', '业主', '车位']
  const both = { refused: false, said: ['space_beside_others', 'space_beside_others'] }

  test.each([
    [
      'of buildings that are called after estates',
      ['翠竹轩1栋', '101', '冯甲'],
      ['兰馨居1栋', '101', '蒋戊'],
    ],
    ['of two buildings', ['1栋', '101', '冯甲'], ['2栋', '101', '蒋戊']],
    ['of one building', ['1栋', '101', '冯甲'], ['1栋', '102', '蒋戊']],
  ])('may be one space or two, %s: it is left out, and the rooms come in', async (_, one, other) => {
    const { take, written } = await start()
    const rows = [beside, [...one, 'C001'], [...other, 'C001'], ['3栋', '301', '顾庚', 'C002']]
    expect(await take(rows)).toMatchObject(both)
    expect(await written()).toEqual(['|C002 顾庚'])
  })

  test('is one where the rooms have an owner in common, or are one room', async () => {
    const { take, written } = await start()
    const rows = [
      ['1栋', '101', '蒋戊', '13711110000', 'C001'],
      ['2栋', '202', '蒋戊', '13711110000', 'C001'],
      ['3栋', '303', '顾庚', '', 'C003'],
      ['3栋', '303', '孟辛', '', 'C003'],
    ]
    expect(await take([['楼栋', '房号', '业主', '电话', '车位'], ...rows])).toMatchObject({
      refused: false,
      said: [],
    })
    expect(await written()).toEqual(['|C001 蒋戊', '|C003 孟辛,顾庚'])
  })

  test('is the one of a list that names both as holders, and not of whom it does not name', async () => {
    const { take, written } = await start()
    const list = [
      ['停车场', '车位号', '使用人', '电话'],
      ['地库', 'C001', '冯甲', '13711110000'],
      ['地库', 'C001', '蒋戊', '13711120000'],
    ]
    const rows = [
      ['1栋', '101', '冯甲', '13711110000', 'C001'],
      ['2栋', '101', '蒋戊', '13711120000', 'C001'],
      ['3栋', '101', '顾庚', '13711130000', 'C001'],
    ]
    expect(await take(list, [['楼栋', '房号', '业主', '电话', '车位'], ...rows])).toMatchObject({
      said: ['space_beside_others'],
    })
    expect(await written()).toEqual(['地库|C001 冯甲,蒋戊'])
  })
})

describe('a code beside a room whose list names another holder', () => {
  const room = [
    ['楼栋', '房号', '业主', '车位'],
    ['1栋', '101', '冯甲', 'C001'],
  ]

  test.each([
    ['as its owner', ['停车场', '车位号', '使用人'], ['地库', 'C001', '蒋戊']],
    ['without a lot', ['车位号', '使用人'], ['C001', '蒋戊']],
  ])('%s is left out beside the room', async (_, headings, row) => {
    const { take, written } = await start()
    expect(await take([headings, row], room)).toMatchObject({ said: ['space_of_holders'] })
    expect(await written()).toEqual([`${row.length === 3 ? '地库' : ''}|C001 蒋戊`])
  })

  test.each([
    ['by the relation', ['停车场', '车位号', '使用人', '关系'], ['地库', 'C001', '蒋戊', '租户']],
    ['by how it is had', ['停车场', '车位号', '使用人', '权属'], ['地库', 'C001', '蒋戊', '租赁']],
  ])('%s a tenant has what the owner of the room owns', async (_, headings, row) => {
    const { take, written } = await start()
    expect(await take([headings, row], room)).toMatchObject({ refused: false, said: [] })
    expect(await written()).toEqual(['地库|C001 冯甲,蒋戊'])
  })

  test('by a number says nothing of a name', async () => {
    const { take, written } = await start()
    const people = [
      ['业主编号', '业主名称', '手机号'],
      ['A01', '冯甲', '13711110000'],
    ]
    const rows = [
      ['楼栋', '房号', '业主编号', '车位'],
      ['1栋', '101', 'A01', 'C001'],
    ]
    const list = [
      ['停车场', '车位号', '使用人', '电话'],
      ['地库', 'C001', '冯甲', '13711110000'],
    ]
    expect(await take(people, rows, list)).toMatchObject({ refused: false, said: [] })
    expect(await written()).toEqual(['地库|C001 冯甲'])
  })
})

describe('whether rooms are of one household', () => {
  const said = ['space_beside_others', 'space_beside_others']
  const numbered = ['楼栋', '房号', '业主编号', '业主', '车位']

  test('goes by the building of the row above where a row names none', async () => {
    const { take, written } = await start()
    const rows = [
      ['1栋', '101', '冯甲', 'C001'],
      ['', '102', '顾庚', ''],
      ['2栋', '100', '孟辛', ''],
      ['', '101', '蒋戊', 'C001'],
    ]
    expect(await take([['楼栋', '房号', '业主', '车位'], ...rows])).toMatchObject({ said })
    expect(await written()).toEqual([])
  })

  test('goes by the number of the owner, whatever the name beside it', async () => {
    const { take, written } = await start()
    const rows = [
      ['1栋', '101', 'A01', '冯甲', 'C001'],
      ['1栋', '102', 'A01', '冯甲', 'C001'],
      ['1栋', '103', 'A01', '', 'C001'],
    ]
    expect(await take([numbered, ...rows])).toMatchObject({ said: [] })
    expect(await written()).toEqual(['|C001 冯甲'])
  })

  test('does not go by the name of two who have phones of their own', async () => {
    const { take, written } = await start()
    const rows = [
      ['1栋', '101', '王伟', '13911110001', 'C001'],
      ['2栋', '201', '王伟', '13911110002', 'C001'],
    ]
    expect(await take([['楼栋', '房号', '业主', '电话', '车位'], ...rows])).toMatchObject({ said })
    expect(await written()).toEqual([])
  })
})

describe('a code beside rooms that several lots have, by lists that name their holders', () => {
  const beside = [
    ['楼栋', '房号', '业主', '电话', '车位'],
    ['1栋', '101', '冯甲', '13911110001', 'C001'],
    ['1栋', '102', '蒋戊', '13911110002', 'C001'],
  ]
  const lots = [
    ['停车场', '车位号', '使用人'],
    ['地库', 'C001', '冯甲'],
    ['地面', 'C001', '蒋戊'],
  ]
  const expected = ['地库|C001 冯甲', '地面|C001 蒋戊']

  test('is in the lot of the owner of each, who is one person by the list and by the room', async () => {
    const { take, written } = await start()
    expect(await take(beside, lots)).toMatchObject({ refused: false, said: [] })
    expect(await written()).toEqual(expected)
    expect(await take(beside)).toMatchObject({ anything: false, said: [] })
    expect(await written()).toEqual(expected)
  })

  test('is left out of the room of somebody who has it in none', async () => {
    const { take, written } = await start()
    const other = ['1栋', '103', '顾庚', '13911110003', 'C001']
    expect(await take([...beside, other], lots)).toMatchObject({
      refused: false,
      said: ['space_beside_unclear'],
    })
    expect(await written()).toEqual(expected)
  })

  test('is one that both have on record', async () => {
    const { take, written } = await start()
    const shared = [
      ['停车场', '车位号', '使用人', '电话'],
      ['地库', 'C001', '冯甲', '13911110001'],
      ['地库', 'C001', '蒋戊', '13911110002'],
    ]
    await take(shared)
    expect(await take(beside)).toMatchObject({ said: [] })
    expect(await written()).toEqual(['地库|C001 冯甲,蒋戊'])
  })
})
