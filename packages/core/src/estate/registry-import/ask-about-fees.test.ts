import { newId } from '@heju/kernel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { retireFeeItem } from '../../fees/items/index.ts'
import { addOwnItems, ownItems } from '../../fees/items/testing.ts'
import { smallProject } from '../registry/testing.ts'
import type { Cell } from '../../platform/spreadsheets/index.ts'
import { as, freshRequestId, testCtx } from '../../testing.ts'
import {
  answerImport,
  applyImport,
  discardImport,
  listImportProblems,
  previewImport,
  writeTemplate,
  type ImportSummary,
} from './index.ts'
import { mostNewFees } from './import-rules.ts'
import { confirmAsItIs, workbook } from './testing.ts'

const feeHeadings = ['编号', '收费项目', '计费方式', '单价', '固定费用', '开始日期', '结束日期', '收取说明']
const roomHeadings = ['楼栋', '房号', '建筑面积', '费用编号']
const property: Cell[] = [
  1,
  '物业费',
  '面积×单价',
  '3.5',
  5,
  '2026-01-01',
  '2026-12-31',
  '每㎡·月，每年调一次',
]
const lift: Cell[] = [2, '电梯费', '固定费用', null, 20]
const rooms: Cell[][] = [
  ['1栋', '101', 90, '1#2'],
  ['1栋', '102', 80, 1],
]
const book = (fees: Cell[][], own: Cell[][] = rooms) =>
  workbook(
    { name: '收费', rows: [feeHeadings, ...fees] as never },
    { name: '房屋', rows: [roomHeadings, ...own] as never },
  )

async function start(shared?: Ctx) {
  const ctx = shared ?? (await testCtx())
  const { projectId } = await smallProject(ctx, `和居${newId('proj', ctx.now)}`)
  const preview = async (file: Uint8Array | Promise<Uint8Array>) =>
    previewImport(
      ctx,
      { requestId: freshRequestId(), importId: newId('imp', ctx.now), projectId, fileName: '登记.xlsx' },
      await file,
    )
  /** Answers by the names of the fee items; what is not named stays open. */
  const answer = ({ id, questions }: ImportSummary, said: Readonly<Record<string, string>>) =>
    answerImport(ctx, {
      requestId: freshRequestId(),
      importId: id as never,
      answers: questions.flatMap((one) => {
        const given = said[one.fee?.name ?? '']
        return given === undefined ? [] : [{ id: one.id, answer: given }]
      }),
    })
  const confirm = ({ id }: ImportSummary) =>
    confirmAsItIs(ctx, { requestId: freshRequestId(), importId: id as never, leaveBadRows: true })
  const take = async (found: ImportSummary) => {
    await confirm(found)
    await applyImport(as(ctx, { kind: 'job', id: 'outbox' }), { importId: found.id as never })
  }
  const rowsOf = async (sql: string) => {
    const { rows } = await ctx.db.client.execute({ sql, args: [projectId] })
    return rows.map((row) => Object.values(row))
  }
  const tariffs = () =>
    rowsOf(`SELECT t.name, t.fee_item, t.basis, p.price_e4, p.addition_fen, p.from_on, p.to_on
      FROM tariffs t JOIN tariff_prices p ON p.tariff_id = t.id WHERE t.project_id = ? ORDER BY t.name`)
  const charges = () =>
    rowsOf(`SELECT r.name, t.name AS tariff FROM tariff_assignments a JOIN rooms r ON r.id = a.target_id
      JOIN tariffs t ON t.id = a.tariff_id WHERE t.project_id = ? ORDER BY r.sort_key, t.name`)
  return { ctx, projectId, preview, answer, confirm, take, tariffs, charges }
}

const open = ({ questions }: ImportSummary) =>
  questions.flatMap(({ answer, fee }) => (answer === null ? [fee?.name] : []))

describe('a fee item that is new', () => {
  test('is told as it was understood, beside its cells, and nothing is applied before a person has looked', async () => {
    const { preview, confirm, answer, take, tariffs, charges } = await start()
    const found = await preview(book([property]))
    expect(found).toMatchObject({ openQuestions: 1, counts: { rooms: { created: 0 } } })
    expect(found.questions).toEqual([
      {
        id: 'fee:物业费:property:area:35000:500:2026-01-01:2026-12-31',
        about: 'fee',
        sheet: '收费',
        column: null,
        heading: '物业费',
        values: [],
        choices: ['right', 'leave'],
        answer: null,
        fee: {
          row: 2,
          name: '物业费',
          item: 'property',
          basis: 'area',
          priceE4: 35_000,
          additionFen: 500,
          fromOn: '2026-01-01',
          endsOn: '2026-12-31',
          rooms: 2,
          cells: [
            { column: 'A', heading: '编号', value: '1' },
            { column: 'B', heading: '收费项目', value: '物业费' },
            { column: 'C', heading: '计费方式', value: '面积×单价' },
            { column: 'D', heading: '单价', value: '3.5' },
            { column: 'E', heading: '固定费用', value: '5' },
            { column: 'F', heading: '开始日期', value: '2026-01-01' },
            { column: 'G', heading: '结束日期', value: '2026-12-31' },
            { column: 'H', heading: '收取说明', value: '每㎡·月，每年调一次' },
          ],
        },
      },
    ])
    await expect(confirm(found)).rejects.toMatchObject({ code: 'registry_import.unanswered' })
    expect(await tariffs()).toEqual([])
    await take(await answer(found, { 物业费: 'right' }))
    expect(await tariffs()).toEqual([['物业费', 'property', 'area', 35_000, 500, '2026-01-01', '2026-12-31']])
    expect(await charges()).toEqual([
      ['1栋-101', '物业费'],
      ['1栋-102', '物业费'],
    ])
  })

  test('that is left out charges nobody, which is noted, and all else goes on', async () => {
    const { ctx, preview, answer, take, tariffs, charges } = await start()
    const found = await preview(book([property, lift]))
    expect(open(found)).toEqual(['物业费', '电梯费'])
    const half = await answer(found, { 物业费: 'leave' })
    expect([half.openQuestions, open(half)]).toEqual([1, ['电梯费']])
    const said = await answer(half, { 电梯费: 'right' })
    expect(said).toMatchObject({
      openQuestions: 0,
      counts: { rooms: { created: 2 }, tariffs: { created: 1 }, roomTariffs: { created: 1 } },
    })
    await take(said)
    expect((await tariffs()).map(([name]) => name)).toEqual(['电梯费'])
    expect(await charges()).toEqual([['1栋-101', '电梯费']])
    const { items } = await listImportProblems(ctx, { importId: said.id as never })
    expect(items.filter(({ code }) => code.includes('left_out'))).toMatchObject([
      { sheet: '收费', row: 2, severity: 'note', params: { name: '物业费', rooms: 2 } },
    ])
    expect(items.filter(({ severity }) => severity !== 'note')).toEqual([])
  })

  test('is asked about anew at another price; left out once it stays so at the same one', async () => {
    const { preview, answer, take } = await start()
    await take(await answer(await preview(book([property])), { 物业费: 'leave' }))
    expect(await preview(book([property]))).toMatchObject({
      openQuestions: 0,
      questions: [{ answer: 'leave' }],
    })
    const raised = property.with(3, '3.6')
    expect(open(await preview(book([raised])))).toEqual(['物业费'])
  })

  test.each([
    ['another price', [3, '35']],
    ['a way of its own', [2, '固定费用']],
    ['an addition', [4, 6]],
    ['another last day', [6, '2027-12-31']],
    ['another first day', [5, '2026-02-01']],
  ] as const)('is another question with %s', async (_, [at, cell]) => {
    const { preview } = await start()
    const [one] = (await preview(book([property.with(3, '3.5').with(4, at === 2 ? null : 5)]))).questions
    const other = property.with(at, cell)
    const [changed] = (await preview(book([at === 2 ? other.with(3, null) : other]))).questions
    expect(changed?.fee).toBeDefined()
    expect(changed?.id).not.toBe(one?.id)
  })

  test('is asked about again where what was right then is not on record', async () => {
    const { ctx, preview, answer, confirm } = await start()
    const said = await answer(await preview(book([property])), { 物业费: 'right' })
    await confirm(said)
    await ctx.db.client.execute("UPDATE import_jobs SET state = 'failed'")
    await discardImport(ctx, { requestId: freshRequestId(), importId: said.id as never })
    expect(open(await preview(book([property])))).toEqual(['物业费'])
  })

  test('beside a room is told by the cells of its price alone, which are nobody’s', async () => {
    const { preview } = await start()
    const found = await preview(
      workbook({
        name: '房屋',
        rows: [
          ['楼栋', '房号', '面积', '业主', '电话', '物业费单价'],
          ['1栋', '101', 90, '张三', '13800001111', '2.5元'],
          ['1栋', '102', 90, '李四', '13800002222', 2.5],
        ],
      }),
    )
    expect(found.questions).toMatchObject([
      {
        about: 'fee',
        sheet: '房屋',
        fee: {
          row: 2,
          name: '物业费',
          item: 'property',
          priceE4: 25_000,
          rooms: 2,
          cells: [{ column: 'F', heading: '物业费单价', value: '2.5元' }],
        },
      },
    ])
    expect(JSON.stringify(found.questions)).not.toMatch(/张三|1380000/)
  })

  test('is not asked about where it is on record, is an error, or is an example of the template', async () => {
    const { preview, answer, take, ctx } = await start()
    await take(await answer(await preview(book([property, lift])), { 物业费: 'right', 电梯费: 'right' }))
    expect((await preview(book([lift, property]))).questions).toEqual([])
    const wrong = await preview(book([property.with(3, '3.8'), [3, '水费', '固定费用', '3元/吨']]))
    expect(wrong.questions).toEqual([])
    expect(wrong.errors).toBeGreaterThan(1)
    const template = await previewImport(
      ctx,
      {
        requestId: freshRequestId(),
        importId: newId('imp', ctx.now),
        projectId: (await start(ctx)).projectId,
        fileName: '模板.xlsx',
      },
      await writeTemplate(),
    )
    expect(template.questions).toEqual([])
  })

  test('takes no other answer', async () => {
    const { preview, answer } = await start()
    const found = await preview(book([property]))
    await expect(answer(found, { 物业费: 'take' })).rejects.toMatchObject({ code: 'request.invalid' })
  })

  test('is one of so many that a person looks through', async () => {
    const { preview, answer } = await start()
    const many = (count: number) =>
      book(
        Array.from({ length: count }, (_, at) => [at + 1, `费用${at + 1}`, '固定费用', null, at + 1]),
        [['1栋', '101', 90, 1]],
      )
    const found = await preview(many(mostNewFees))
    expect(found.openQuestions).toBe(mostNewFees)
    const all = Object.fromEntries(found.questions.map(({ fee }) => [fee!.name, 'right']))
    expect(await answer(found, all)).toMatchObject({ openQuestions: 0 })
    await expect(preview(many(mostNewFees + 1))).rejects.toMatchObject({
      code: 'registry_import.too_many_fees',
    })
  })
})

const feeRow = fc
  .record({
    title: fc.constantFrom('物业费', '车位管理费', '电梯费', '公摊费', '垃圾费'),
    way: fc.constantFrom('面积×单价', '固定费用', '1001', '元/㎡', '每户', '', '按吨'),
    price: fc.constantFrom(null, 2.5, '3.5元/㎡', '2.8元/户', '13800001111', 12, '¥0.3', '2元/吨'),
    amount: fc.constantFrom(null, null, 20, '15.5', 13_800_001_111),
    fromOn: fc.constantFrom(null, '2026-01-01', '2026年3月1日'),
    toOn: fc.constantFrom(null, null, '2030-12-31', '长期'),
  })
  .map(({ title, way, price, amount, fromOn, toOn }): Cell[] => [title, way, price, amount, fromOn, toOn])

test('every tariff that an import makes was asked about with the terms that were written, and answered as right', async () => {
  const ctx = await testCtx()
  let written = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(feeRow, { minLength: 1, maxLength: 6 }),
      fc.infiniteStream(fc.boolean()),
      async (rows, yes) => {
        const { preview, answer, take, tariffs } = await start(ctx)
        const own = rows.map((_, at): Cell[] => ['1栋', String(101 + at), 90, at + 1])
        const found = await preview(
          book(
            rows.map((row, at) => [at + 1, ...row]),
            own,
          ),
        )
        const fees = found.questions.map(({ fee }) => fee!)
        const right = new Set(fees.filter(() => yes.next().value).map(({ name }) => name))
        const said = Object.fromEntries(
          fees.map(({ name }) => [name, right.has(name) ? 'right' : 'leave'] as const),
        )
        await take(fees.length === 0 ? found : await answer(found, said))
        const made = await tariffs()
        written += made.length
        const asked = fees
          .filter(({ name }) => right.has(name))
          .map((fee) => [fee.name, fee.item, fee.basis, fee.priceE4, fee.additionFen, fee.fromOn, fee.endsOn])
          .toSorted()
        // A first day that is not told is that of the month.
        const told = made.map((row) => {
          const of = fees.find(({ name }) => name === row[0])
          return of?.fromOn === null ? row.with(5, null) : row
        })
        expect(told.toSorted()).toEqual(asked)
      },
    ),
    { numRuns: 25 },
  )
  // How many, the draw decides.
  expect(written).toBeGreaterThan(0)
}, 120_000)

describe('a fee item of the company’s own', () => {
  const [heating = '', waste = ''] = Object.keys(ownItems)

  test('is chosen for what a workbook calls otherwise, and the same file once more changes nothing', async () => {
    const { ctx, preview, answer, take, tariffs } = await start()
    await addOwnItems(ctx)
    const found = await preview(book([property, lift]))
    const asked = found.questions.find(({ fee }) => fee?.name === '电梯费')
    expect(asked).toMatchObject({
      choices: ['right', 'leave', `as:${heating}`, `as:${waste}`],
      fee: { item: 'other' },
    })
    await expect(answer(found, { 电梯费: 'as:fitem_none' })).rejects.toMatchObject({
      code: 'request.invalid',
    })
    await take(await answer(found, { 物业费: 'right', 电梯费: `as:${waste}` }))
    expect((await tariffs()).map(([name, item]) => [name, item])).toEqual([
      ['物业费', 'property'],
      ['电梯费', waste],
    ])
    const again = await preview(book([property, lift]))
    expect(again).toMatchObject({ openQuestions: 0, errors: 0 })
    expect(again.questions.filter(({ fee }) => fee !== undefined)).toEqual([])
  })

  test('is what a workbook calls by its name, and that alone once the product’s is out of use', async () => {
    const { ctx, preview, answer, take, tariffs } = await start()
    await addOwnItems(ctx)
    await retireFeeItem(ctx, { requestId: freshRequestId(), feeItemId: 'other', retired: true })
    const named: Cell[] = [2, '垃圾清运费', '固定费用', null, 20]
    const found = await preview(
      book([named, [3, '电梯费', '固定费用', null, 30]], [['1栋', '101', 90, '2#3']]),
    )
    const choicesOf = (name: string) => found.questions.find(({ fee }) => fee?.name === name)?.choices
    expect(choicesOf('垃圾清运费')).toEqual(['right', 'leave', `as:${heating}`])
    expect(choicesOf('电梯费')).toEqual(['leave', `as:${heating}`, `as:${waste}`])
    await take(await answer(found, { 垃圾清运费: 'right', 电梯费: 'leave' }))
    expect((await tariffs()).map(([name, item]) => [name, item])).toEqual([['垃圾清运费', waste]])
  })
})
