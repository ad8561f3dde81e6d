import { beforeAll, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { freshRequestId, testCtx } from '../../testing.ts'
import { answerImport } from './index.ts'
import { projectOfSpaces, type Rows } from './testing/project-of-spaces.ts'

let ctx: Ctx
beforeAll(async () => {
  ctx = await testCtx()
})

const rooms: Rows = [
  ['小区', '楼栋', '房号', '业主'],
  ['丁香苑', '1栋', '101', '冯甲'],
  ['海棠园', '1栋', '101', '蒋戊'],
]

async function start() {
  const project = await projectOfSpaces(ctx)
  /** With the estates written into the names of buildings. */
  const preview = async (...sheets: Rows[]) => {
    const found = await project.preview(...sheets)
    const open = found.questions.flatMap(({ id, about, answer }) =>
      about === 'estate' && answer === null ? [{ id, answer: 'building' }] : [],
    )
    const its = { requestId: freshRequestId(), importId: found.id as never }
    return open.length === 0 ? found : answerImport(ctx, { ...its, answers: open })
  }
  return { ...project, preview }
}

test.each(['丁香苑1栋-101', '丁香苑1栋101', '丁香苑 1号楼 101室'])(
  'a list of spaces that names rooms of one of two estates alone finds them, the first time as the second: %s',
  async (room) => {
    const { preview, answer, confirm, apply, written, billed } = await start()
    const sheets: Rows[] = [
      rooms,
      [
        ['车位号', '房号'],
        ['001', room],
      ],
    ]
    const found = await answer(await preview(...sheets), {})
    expect(found).toMatchObject({ openQuestions: 0, errors: 0, warnings: 0 })
    await confirm(found)
    await apply(found)
    expect(await written()).toEqual(['|001 冯甲'])
    expect(await billed()).toEqual(['冯甲 15000'])
    const again = await preview(...sheets)
    expect(again).toMatchObject({ openQuestions: 0, errors: 0, warnings: 0 })
    for (const { created, changed } of Object.values(again.counts)) expect(created + changed).toBe(0)
  },
)

test('the estate before a room of a project that has none goes on to be its own name', async () => {
  const { take, written } = await start()
  const bare: Rows = [
    ['楼栋', '房号', '业主'],
    ['1栋', '101', '冯甲'],
  ]
  const { said } = await take({}, bare, [
    ['车位号', '房号'],
    ['001', '丁香苑1栋-101'],
  ])
  expect(said).toEqual([])
  expect(await written()).toEqual(['|001 冯甲'])
})

test('a list that names rooms of an estate which is not taken brings nothing, and nobody of the other one is billed', async () => {
  const project = await projectOfSpaces(ctx)
  const found = await project.preview(rooms, [
    ['车位号', '房号'],
    ['001', '海棠园1栋-101'],
  ])
  const its = { requestId: freshRequestId(), importId: found.id as never }
  const answers = [{ id: 'estate:小区', answer: 'only:丁香苑' }]
  const shown = await project.answer(await answerImport(ctx, { ...its, answers }), {})
  expect(shown).toMatchObject({ openQuestions: 0, errors: 1 })
  await project.confirm(shown)
  await project.apply(shown)
  expect([await project.written(), await project.billed()]).toEqual([[], []])
})

test('a room of one estate does not get the vacant space of its code that a list gives to another', async () => {
  const { preview, answer, confirm, apply, written } = await start()
  const found = await preview(
    [
      ['小区', '楼栋', '房号', '业主', '车位'],
      ['丁香苑', '1栋', '101', '冯甲', '001'],
      ['海棠园', '1栋', '101', '蒋戊', ''],
    ],
    [
      ['小区', '停车场', '车位号', '业主'],
      ['海棠园', '地库', '001', ''],
    ],
  )
  const said = await answer(found, {})
  expect(said).toMatchObject({ openQuestions: 0, errors: 0, warnings: 1 })
  await confirm(said)
  await apply(said)
  expect(await written()).toEqual(['海棠园地库|001'])
})
