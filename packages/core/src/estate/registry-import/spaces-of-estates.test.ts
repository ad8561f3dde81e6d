import { newId } from '@heju/kernel'
import fc from 'fast-check'
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
      sql: `SELECT s.lot, s.code, coalesce(group_concat(p.name), '') AS holders FROM parking_spaces s
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
const bareRooms = ['楼栋', '房号', '业主', '车位']
const lists = ['小区', '停车场', '车位号', '使用人']
const bareLists = ['停车场', '车位号', '使用人']
const first = ['万科城', '1栋', '101', '冯甲', 'C001']
const second = ['万科城二期', '1栋', '101', '蒋戊', 'C001']
const apart = ['万科城|C001 冯甲', '万科城二期|C001 蒋戊']

describe('spaces beside rooms, whose lot is not told', () => {
  test.each<[how: string, steps: Rows[][], expected: string[]]>([
    ['of two estates in one workbook are two', [[[rooms, first, second]]], apart],
    [
      'of two estates in two sheets are two',
      [
        [
          [rooms, first],
          [rooms, second],
        ],
      ],
      apart,
    ],
    ['of two estates one after the other are two', [[[rooms, second, first]], [[rooms, first]]], apart],
    [
      'whose estates stand in the names of buildings are two',
      [
        [
          [
            bareRooms,
            ['丁香苑1栋', '101', '冯甲', 'C001'],
            ['海棠园1栋', '101', '蒋戊', 'C001'],
            ['海棠园1栋', '102', '顾庚', 'C002'],
          ],
        ],
      ],
      ['|C002 顾庚', '丁香苑|C001 冯甲', '海棠园|C001 蒋戊'],
    ],
    [
      'are those of the lots of their own estate, and not of one whose name begins alike',
      [
        [[lists, ['万科城二期', '地库', 'C001', ''], ['万科城', '车库', 'C002', '']]],
        [[rooms, first, second, ['万科城', '1栋', '102', '顾庚', 'C002']]],
      ],
      ['万科城|C001 冯甲', '万科城二期地库|C001 蒋戊', '万科城车库|C002 顾庚'],
    ],
    [
      'so in the lists of their workbook',
      [
        [
          [rooms, first, second],
          [lists, ['万科城二期', '地库', 'C001', ''], ['万科城', '车库', 'C001', '']],
        ],
      ],
      ['万科城二期地库|C001 蒋戊', '万科城车库|C001 冯甲'],
    ],
    [
      'are those of the phase of their rooms, however it is called',
      [
        [[lists, ['第一期', '', 'C001', ''], ['第二期', '', 'C001', '']]],
        [[bareRooms, ['一期1栋', '101', '冯甲', 'C001'], ['二期1栋', '101', '蒋戊', 'C001']]],
      ],
      ['第一期|C001 冯甲', '第二期|C001 蒋戊'],
    ],
    [
      'are those of no estate, where they are on record so',
      [[[bareLists, ['地库', 'C001', '冯甲']]], [[rooms, first]], [[rooms, second]]],
      ['万科城二期|C001 蒋戊', '地库|C001 冯甲'],
    ],
    [
      'are those of no estate that came with rooms of none, and others where others have these',
      [[[bareRooms, first.slice(1)]], [[rooms, first, second]]],
      ['|C001 冯甲', '万科城二期|C001 蒋戊'],
    ],
    [
      'of the estate that has the bare names stay apart from those of the next',
      [[[rooms, first]], [[rooms, second]], [[rooms, first, second]]],
      ['|C001 冯甲', '万科城二期|C001 蒋戊'],
    ],
    [
      'are those of a later list that tells their lots',
      [[[rooms, first, second]], [[lists, ['万科城', '车库', 'C001', '冯甲']]]],
      apart,
    ],
    [
      'also of one that tells no estate',
      [[[rooms, first, second]], [[bareLists, ['地库', 'C001', '蒋戊'], ['地库', 'C002', '顾庚']]]],
      [...apart, '地库|C002 顾庚'],
    ],
    [
      'and of one that tells the estate alone',
      [
        [[lists, ['万科城', '车库', 'C001', ''], ['万科城二期', '地库', 'C001', '']]],
        [
          [
            ['小区', '车位号', '使用人'],
            ['万科城', 'C001', '冯甲'],
            ['万科城二期', 'C001', '蒋戊'],
          ],
        ],
      ],
      ['万科城二期地库|C001 蒋戊', '万科城车库|C001 冯甲'],
    ],
    [
      'of one estate alone have no lot as long as nobody tells one',
      [[[bareRooms, first.slice(1)]], [[bareLists, ['地库', 'C001', '冯甲']]]],
      ['|C001 冯甲'],
    ],
  ])('%s', async (_, steps, expected) => {
    const { take, written } = await start()
    for (const sheets of steps) {
      await take(...sheets)
      const before = await written()
      expect((await take(...sheets)).anything).toBe(false)
      expect(await written()).toEqual(before)
    }
    expect((await written()).toSorted()).toEqual(expected.toSorted())
    for (const sheets of steps) expect((await take(...sheets)).anything).toBe(false)
  })

  test('are refused where a lot may be of their estate or of another one that is not known', async () => {
    const { take, written } = await start()
    await take([bareLists, ['万科城二期车库', 'C001', '']])
    expect(await take([rooms, first, ['东苑', '1栋', '101', '蒋戊', 'C009']])).toMatchObject({
      refused: true,
      said: ['space_lot_unclear'],
    })
    expect(await written()).toEqual(['万科城二期车库|C001', '东苑|C009 蒋戊'])
  })

  test('are refused where one of no estate may be that of either', async () => {
    const { take, written } = await start()
    await take([bareLists, ['地库', 'C001', '']])
    for (let again = 0; again < 2; again += 1)
      expect(await take([rooms, first, second])).toMatchObject({
        said: ['space_lot_unclear', 'space_lot_unclear'],
      })
    expect(await written()).toEqual(['地库|C001'])
  })
})

const estates = ['丁香苑', '丁香苑二期'] as const
const codes = ['C1', 'C2', 'C3']
/** Each space is that of the room of its number. */
const holderOf = (estate: number, code: number) => `${'冯蒋'[estate]}${'甲乙丙'[code]}`
const told = fc.record({ estate: fc.nat(1), code: fc.nat(2) })
const list = fc.record({
  kind: fc.constantFrom('rooms', 'rooms', 'rooms by building', 'spaces', 'spaces in lots', 'spaces of none'),
  spaces: fc.uniqueArray(told, { minLength: 1, maxLength: 4, selector: (one) => JSON.stringify(one) }),
})

function rowsOf({ kind, spaces }: typeof list extends fc.Arbitrary<infer T> ? T : never): Rows {
  const headings = {
    rooms,
    'rooms by building': bareRooms,
    spaces: ['小区', '车位号', '使用人'],
    'spaces in lots': lists,
    'spaces of none': ['车位号', '使用人'],
  }[kind]!
  // Whoever tells no estate has a list of one.
  const those =
    kind === 'spaces of none' ? spaces.filter(({ estate }) => estate === spaces[0]!.estate) : spaces
  const rows = those.map(({ estate, code }) => {
    const [of, space, who, door] = [estates[estate]!, codes[code]!, holderOf(estate, code), `10${code}`]
    if (kind === 'rooms') return [of, '1栋', door, who, space]
    if (kind === 'rooms by building') return [`${of}1栋`, door, who, space]
    if (kind === 'spaces') return [of, space, who]
    return kind === 'spaces in lots' ? [of, '地库', space, who] : [space, who]
  })
  return [headings, ...rows]
}

test('whatever lists come one after the other, each space is made once, and none is that of two estates', async () => {
  const seen = { spaces: 0, both: 0 }
  await fc.assert(
    fc.asyncProperty(fc.array(list, { minLength: 1, maxLength: 4 }), async (workbooks) => {
      const { take, spaces } = await start()
      for (const one of workbooks) {
        const rows = rowsOf(one)
        await take(rows)
        expect((await take(rows)).anything).toBe(false)
      }
      const made = await spaces()
      for (const [code, ofCode] of Map.groupBy(made, (one) => one.code)) {
        const holders = ofCode.flatMap((one) => one.holders.split(',')).filter(Boolean)
        // Each has a space of the code once, and no space two of them.
        expect([code, holders.toSorted()]).toEqual([code, [...new Set(holders)].toSorted()])
        expect(ofCode.filter((one) => one.holders.includes(','))).toEqual([])
        expect(ofCode.length).toBeLessThanOrEqual(2)
        if (ofCode.length === 2) seen.both += 1
      }
      seen.spaces += made.length
    }),
    { numRuns: 40 },
  )
  for (const times of Object.values(seen)) expect(times).toBeGreaterThan(0)
}, 240_000)
