import { beforeAll, describe, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { previewOne } from '../../fees/billing/index.ts'
import { freshRequestId, testCtx } from '../../testing.ts'
import { answerImport, listImportProblems } from './index.ts'
import { projectOfSpaces, type Rows } from './testing/project-of-spaces.ts'
import { tariffOfProject } from './testing/tariff-of-project.ts'

let ctx: Ctx
beforeAll(async () => {
  ctx = await testCtx()
})
const asked = () => ({ requestId: freshRequestId() })

const bare: Rows = [
  ['楼栋', '房号', '建筑面积', '业主', '车位'],
  ['1栋', '101', '80', '冯甲', '001'],
  ['1栋', '102', '80', '孙丙', '002'],
]
const headings = ['小区', '楼栋', '房号', '建筑面积', '业主', '车位']
const lilac = [
  ['丁香苑', '1栋', '101', '80', '冯甲', '001'],
  ['丁香苑', '1栋', '102', '80', '孙丙', '002'],
]
const crabapple = ['海棠园', '1栋', '101', '80', '蒋戊', '003']

/** Rooms of which no estate was told, each charged 2.00 per ㎡. */
async function start() {
  const project = await projectOfSpaces(ctx)
  const { projectId, preview, answer, confirm, apply, take } = project
  await tariffOfProject(ctx, projectId, {
    name: '物业费',
    feeItem: 'property',
    basis: 'area',
    priceE4: 20_000,
  })
  await take({}, bare)
  /** With what is said of the estates; nothing leaves the question open. */
  const say = async (rows: Rows, estates?: string) => {
    const found = await preview(rows)
    const open = found.questions.filter(({ about, answer: given }) => about === 'estate' && given === null)
    const answers = open.flatMap(({ id }) => (estates === undefined ? [] : [{ id, answer: estates }]))
    const its = { ...asked(), importId: found.id as never, answers }
    const said = answers.length === 0 ? found : await answer(await answerImport(ctx, its), {})
    const { items } = await listImportProblems(ctx, { importId: said.id })
    const choices = found.questions.find(({ about }) => about === 'estate')?.choices
    return { said, choices, problems: items.map(({ code, params }) => [code.slice(16), params]) }
  }
  const bring = async (rows: Rows, estates?: string) => {
    const { said, ...shown } = await say(rows, estates)
    await confirm(said)
    await apply(said)
    return shown
  }
  /** What who is billed for rooms in November, in fen. */
  const billed = async () => {
    const { rows } = await ctx.db.client.execute({
      sql: 'SELECT id, name FROM rooms WHERE project_id = ? ORDER BY sort_key',
      args: [projectId],
    })
    const all = await Promise.all(
      rows.map(async ({ id, name }) => {
        const { bills } = await previewOne(ctx, { placeId: String(id) as never, period: '2026-11' })
        return bills.map(({ payerName, amountFen }) => `${String(name)} ${payerName} ${amountFen}`)
      }),
    )
    return all.flat()
  }
  return { ...project, say, bring, billed }
}

test('an estate of which one row of several is on record is not that of the rooms on record', async () => {
  const { say } = await start()
  const { choices } = await say([
    headings,
    ['丁香苑', '1栋', '101', '80', '', ''],
    ['丁香苑', '1栋', '102', '80', '', ''],
    ['海棠园', '1栋', '101', '80', '冯甲', ''],
    ...['103', '104'].map((door) => ['海棠园', '1栋', door, '80', '蒋戊', '']),
  ])
  expect(choices).not.toContain('others')
})

describe('a list that tells estates after one that told none', () => {
  const both: Rows = [headings, ...lilac, crabapple]

  test('is offered that the rooms on record are those of the estate that has their owners, and these are billed once', async () => {
    const { say, bring, billed, written } = await start()
    const { choices, problems } = await bring(both, 'others')
    expect(choices).toEqual(['only:丁香苑', 'only:海棠园', 'others', 'building', 'ignore'])
    expect(problems).toEqual([])
    expect(await billed()).toEqual(['1栋-101 冯甲 16000', '1栋-102 孙丙 16000', '海棠园1栋-101 蒋戊 16000'])
    expect(await written()).toEqual(['|001 冯甲', '|002 孙丙', '|003 蒋戊'])
    const again = await say(both)
    expect(again.said).toMatchObject({ openQuestions: 0 })
    for (const { created, changed } of Object.values(again.said.counts)) expect(created + changed).toBe(0)
  })

  test.each<[string, Rows, string]>([
    ['where all are made anew', both, 'building'],
    ['where it is the only estate', [headings, ...lilac], 'building'],
  ])('says that they are billed beside those on record %s', async (_, rows, answer) => {
    const { say } = await start()
    const { problems } = await say(rows, answer)
    expect(problems).toContainEqual(['rooms_beside_record', { rooms: 2, room: '1栋-101' }])
  })

  test('is not offered that where owners are others, or where several estates have them', async () => {
    const { say } = await start()
    const others: Rows = [headings, ...lilac.map((row) => row.with(4, '卫己')), crabapple]
    const several: Rows = [headings, ...lilac, ...lilac.map((row) => row.with(0, '海棠园'))]
    for (const rows of [others, several])
      expect((await say(rows)).choices).toEqual(['only:丁香苑', 'only:海棠园', 'building', 'ignore'])
    const { problems } = await say(others, 'building')
    expect(problems.map(([code]) => code)).not.toContain('rooms_beside_record')
    expect((await say(several, 'building')).problems).toContainEqual([
      'rooms_beside_record',
      { rooms: 4, room: '1栋-101' },
    ])
  })
})

const unsold = ['103', '104', '105']

test.each<[string, Rows, Rows[]]>([
  [
    'a list of spaces names the estate too',
    [],
    [[['小区', '车位号', '业主'], ...['001', '002', '005'].map((code) => ['丁香苑', code, ''])]],
  ],
  ['most of its rooms are nobody’s', unsold.map((door) => ['1栋', door, '80', '', '']), []],
])('that they stay as they are is a choice where %s', async (_, more, sheets) => {
  const { take, preview } = await projectOfSpaces(ctx)
  await take({}, [...bare, ...more])
  const empty = more.map(([building, door, area]) => ['丁香苑', building!, door!, area!, '', ''])
  const shown = await preview([headings, ...lilac, ...empty, crabapple], ...sheets)
  expect(shown.questions.find(({ about }) => about === 'estate')?.choices).toContain('others')
})
