import { beforeAll, describe, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { testCtx } from '../../testing.ts'
import { whyNothing } from './shape.ts'
import type { ImportSummary } from './schemas.ts'
import { projectOfSpaces, type Rows } from './testing/project-of-spaces.ts'

let ctx: Ctx
beforeAll(async () => {
  ctx = await testCtx()
})

const rooms = (...rows: (readonly string[])[]): Rows => [['楼栋', '房号', '业主', '车位'], ...rows]
const listed: Rows = [
  ['停车场', '车位号', '业主'],
  ['地库', 'B1-001', '冯甲'],
  ['地库', 'B1-002', ''],
]
const asked = ({ questions }: Pick<ImportSummary, 'questions'>) =>
  questions
    .filter(({ about }) => about === 'space')
    .map(({ answer, values, codes }) => [
      codes!.doubt,
      codes!.count,
      answer,
      ...values.map(({ value }) => value),
    ])

async function start() {
  const project = await projectOfSpaces(ctx)
  const say = (found: ImportSummary, { holder, others }: { holder: string; others: string }) =>
    project.answerEach(
      found,
      () => undefined,
      ({ codes }) => (codes === undefined ? 'right' : codes.doubt === 'new' ? others : holder),
    )
  return { ...project, say }
}

describe('codes beside rooms that nothing has, where there are spaces', () => {
  const found = [
    ['holder', 1, null, '负一层001（1栋-101）'],
    ['new', 1, null, '003（1栋-102）'],
  ]
  const beside = rooms(['1栋', '101', '冯甲', '负一层001'], ['1栋', '102', '蒋戊', '003'])

  test.each([
    ['on record', true],
    ['in a list of the workbook', false],
  ])('are asked about before they are spaces: those are %s', async (_, isBefore) => {
    const { preview, take, say, confirm, apply, written, billed } = await start()
    if (isBefore) await take({}, listed)
    const shown = await preview(...(isBefore ? [beside] : [beside, listed]))
    expect(asked(shown)).toEqual(found)
    expect(shown.openQuestions).toBe(2)
    const said = await say(shown, { holder: 'leave', others: 'right' })
    expect(said).toMatchObject({ openQuestions: 0, errors: 0, warnings: 0 })
    await confirm(said)
    await apply(said)
    expect(await written()).toEqual(['|003 蒋戊', '地库|B1-001 冯甲', '地库|B1-002'])
    expect(await billed()).toEqual(['冯甲 15000', '蒋戊 15000'])
  })

  test('come for their owners besides if they are said to be new', async () => {
    const { preview, say, confirm, apply, written } = await start()
    const said = await say(await preview(beside, listed), { holder: 'right', others: 'right' })
    await confirm(said)
    await apply(said)
    expect(await written()).toEqual(['|003 蒋戊', '|负一层001 冯甲', '地库|B1-001 冯甲', '地库|B1-002'])
  })

  test('are not asked about again once they are on record, and are again while they are left out', async () => {
    const { preview, say, confirm, apply } = await start()
    const said = await say(await preview(beside, listed), { holder: 'leave', others: 'right' })
    await confirm(said)
    await apply(said)
    const again = await preview(beside, listed)
    expect(asked(again)).toEqual([['holder', 1, null, '负一层001（1栋-101）']])
    const left = await say(again, { holder: 'leave', others: 'right' })
    expect(whyNothing(left)).toEqual([{ because: 'spaces_left_out', count: 1 }])
    expect(left).toMatchObject({ openQuestions: 0, notes: 1 })
  })
})

test('one space beside two rooms is asked about once, with both', async () => {
  const { preview } = await start()
  const shown = await preview(rooms(['1栋', '101', '蒋戊', '003'], ['2栋', '101', '蒋戊', '003']), listed)
  expect(asked(shown)).toEqual([['new', 1, null, '003（1栋-101、2栋-101）']])
})

test.each([
  ['no spaces at all', [rooms(['1栋', '101', '冯甲', '负一层001'])]],
  ['codes that the list has', [rooms(['1栋', '101', '冯甲', 'B1-001'], ['1栋', '102', '蒋戊', '']), listed]],
])('nothing is asked where there are %s', async (_, sheets) => {
  const { preview } = await start()
  expect(asked(await preview(...sheets))).toEqual([])
})

test('what was said of some codes is never taken for others', async () => {
  const { preview, say, confirm, apply } = await start()
  const said = await say(await preview(rooms(['1栋', '101', '蒋戊', '003']), listed), {
    holder: 'right',
    others: 'right',
  })
  await confirm(said)
  await apply(said)
  expect(asked(await preview(rooms(['1栋', '103', '吴庚', '004']), listed))).toEqual([
    ['new', 1, null, '004（1栋-103）'],
  ])
})

describe('codes that are written otherwise than what they are taken for', () => {
  const spaces: Rows = [
    ['停车场', '车位号', '业主'],
    ['地库', 'C001', ''],
    ['地库', 'C002', '蒋戊'],
  ]
  const beside = rooms(['1栋', '101', '冯甲', 'C-001'], ['1栋', '102', '蒋戊', 'C-002'])
  const found = [['alike', 1, null, 'C-001 → 地库 C001（1栋-101）']]

  test.each([
    ['right', ['地库|C001 冯甲', '地库|C002 蒋戊'], 0],
    ['leave', ['地库|C001', '地库|C002 蒋戊'], 1],
  ])('are asked about, but of who has them: %s', async (holder, come, notes) => {
    const { preview, say, confirm, apply, written } = await start()
    const shown = await preview(beside, spaces)
    expect(asked(shown)).toEqual(found)
    const said = await say(shown, { holder, others: 'right' })
    expect(said).toMatchObject({ openQuestions: 0, warnings: 0, notes })
    await confirm(said)
    await apply(said)
    expect(await written()).toEqual(come)
  })

  test('are not asked about again once the owner has them', async () => {
    const { take, preview } = await start()
    await take({}, beside, spaces)
    const again = await preview(beside)
    expect(asked(again)).toEqual([])
    expect(again.openQuestions).toBe(0)
  })

  test.each([
    ['001号车位', '001', []],
    ['地库001', '001', []],
    ['地库-001', '001', []],
    ['人防001', '人防001', []],
    ['C.001', 'C001', ['C.001 → 地库 C001（1栋-101）']],
    ['B1001', 'B1001', []],
  ])('%s for the %s of a list: %j', async (written, code, values) => {
    const { preview } = await start()
    const shown = await preview(rooms(['1栋', '101', '冯甲', written]), [spaces[0]!, ['地库', code, '']])
    expect(asked(shown)).toEqual(values.length === 0 ? [] : [['alike', 1, null, ...values]])
  })

  test.each([['001', '人防001'] as const, ['人防001', '001'] as const])(
    'a name that one of them lacks is asked about whichever comes first: %s, then %s',
    async (first, second) => {
      const { take, preview } = await start()
      await take({}, rooms(['1栋', '101', '冯甲', first]))
      const shown = await preview(rooms(['1栋', '102', '冯甲', second]))
      expect(asked(shown).length).toBe(1)
    },
  )

  test('a code that runs a lot into its number is no space of it', async () => {
    const { take, preview } = await start()
    await take({}, [spaces[0]!, ['A1', '01', '']])
    expect(asked(await preview(rooms(['1栋', '101', '冯甲', 'A101'])))).toEqual([
      ['new', 1, null, 'A101（1栋-101）'],
    ])
  })
})

test('all codes are shown that one answer is for', async () => {
  const { preview } = await start()
  const codes = Array.from({ length: 80 }, (_, at) => ['1栋', String(101 + at), `业主${at}`, `N${100 + at}`])
  const shown = await preview(rooms(...codes), listed)
  expect(asked(shown)[0]!.length).toBe(3 + 80)
})
