import { HejuError, newId, type Id } from '@heju/kernel'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { eventHandlers } from '../../platform/jobs/index.ts'
import { drainOutbox, type Ports } from '../../platform/outbox/index.ts'
import { createProject } from '../projects/index.ts'
import { as, freshRequestId, testCtx } from '../../testing.ts'
import { answerImport, discardImport, getImport, previewImport, retryImport } from './index.ts'
import { confirmAsItIs, workbook } from './testing.ts'

const words =
  '楼栋 单元 房号 房屋地址 建筑面积 计费面积 业主 姓名 电话 租户 共有人 身份证号 小区 分期 院落编排 座/单元 楼栋/单元/房号 居住类型 关系 楼层 状态 用途 备注 类型 车位 停车场 车牌号 业主编号 编号 入住日期 迁出日期 租期起 租期止 份额 物业费单价 收费项目 单价 固定费用 收费周期 缴费周期 总层数 是否有电梯 甲 面积 面积(㎡) 房间 房屋费用'
const headings = fc.constantFrom(...words.split(' '), '')
const cells = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom('1', '2', '3栋', '1单元', '101', '0101', '3-2-1501', '9-1', 'B1-005'),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom('张三', '李四、王五', "O'Neil, John", '业主', '租户', '丁香苑', '海棠园'),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom('2020-01-01', '2024/2/30', '2026-11-22', '长期', '2019.5', '50%', '1/3'),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom('13912345678', '1.38E+10', '021-62345678', '无', '合计', '#REF!', '=1+1'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('', ' ', '\u200B', '１０１', '101/102', '-', '说明：以上为准', '示例'),
  },
  {
    weight: 2,
    arbitrary: fc.oneof(
      fc.integer({ min: -5, max: 50_000 }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    ),
  },
  { weight: 2, arbitrary: fc.constant(null) },
)
const table = fc
  .record({
    name: fc.constantFrom('房屋', '业主', '车位', '收费', '楼栋', '登记', 'Sheet1', '3栋', '物品'),
    headings: fc.array(headings, { minLength: 1, maxLength: 9 }),
    doubled: fc.boolean(),
  })
  .chain(({ name, headings: first, doubled }) =>
    fc
      .array(fc.array(cells, { minLength: first.length, maxLength: first.length + 1 }), { maxLength: 8 })
      .chain((rows) => fc.shuffledSubarray([...rows, ...rows.slice(0, 2)], { minLength: rows.length }))
      .map((rows) => ({ name, rows: [...(doubled ? [first] : []), first, ...rows] })),
  )
const book = fc.uniqueArray(table, { minLength: 1, maxLength: 3, selector: ({ name }) => name })

let ctx: Ctx
beforeAll(async () => {
  ctx = await testCtx()
})
const asked = (importId: string) => ({ requestId: freshRequestId(), importId: importId as never })
/** Carries out what waits, as the queue does; what is put off comes at its time. */
async function work(): Promise<void> {
  let next: number | null = ctx.now
  for (let times = 0; next !== null && times < 20; times += 1) {
    const job = as(ctx, { kind: 'job', id: 'outbox' }, Math.max(next, ctx.now))
    next = await drainOutbox(job, eventHandlers, {} as Ports)
  }
}
async function project(): Promise<Id<'proj'>> {
  const projectId = newId('proj', ctx.now)
  const named = { projectId, name: `和居${projectId}`, type: 'residential' } as const
  await createProject(ctx, { requestId: freshRequestId(), ...named })
  return projectId
}
const preview = (projectId: Id<'proj'>, file: Uint8Array, fileName = '登记.xlsx') =>
  previewImport(
    ctx,
    { requestId: freshRequestId(), importId: newId('imp', ctx.now), projectId, fileName },
    file,
  )
const csv = (...rows: (string | number)[][]) =>
  new TextEncoder().encode(rows.map((row) => row.join()).join('\n'))

/** The reason of a refusal; anything that is none is thrown. */
async function refusal(act: () => Promise<unknown>): Promise<string | null> {
  try {
    await act()
    return null
  } catch (error) {
    if (error instanceof HejuError) return error.code
    throw error
  }
}

async function laterImportIsApplied(projectId: Id<'proj'>): Promise<void> {
  const { id } = await preview(projectId, csv(['楼栋', '房号', '业主'], ['77', 707, '末某']), '后来.csv')
  await confirmAsItIs(ctx, asked(id))
  await work()
  expect(await getImport(ctx, id)).toMatchObject({ state: 'applied' })
}

test('whatever a workbook holds, its import ends applied, or refused with a reason, or can be dropped, and holds up none after it', async () => {
  const ends = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(book, fc.infiniteStream(fc.nat()), fc.boolean(), async (sheets, choice, drop) => {
      const projectId = await project()
      const pick = () => choice.next().value as number
      const file = await workbook(...sheets)
      let found = await preview(projectId, file)
      for (let round = 0; round < 5 && found.openQuestions > 0; round += 1) {
        const open = found.questions.filter(({ answer }) => answer === null)
        const answers = open.map(({ id, choices }) => ({ id, answer: choices[pick() % choices.length]! }))
        found = await answerImport(ctx, { ...asked(found.id), answers })
      }
      const { id } = found
      const reason = await refusal(() => confirmAsItIs(ctx, { ...asked(id), leaveBadRows: true }))
      if (reason === null) await work()
      const { state, failure } = await getImport(ctx, id)
      const end = reason ?? failure ?? state
      ends.set(end, (ends.get(end) ?? 0) + 1)
      if (reason !== null) {
        expect(['registry_import.unanswered', 'registry_import.nothing_to_import']).toContain(reason)
        expect(state).toBe('previewed')
      } else expect(['applied', 'failed']).toContain(state)
      if (state === 'failed' && !drop) {
        await retryImport(ctx, asked(id))
        await work()
        expect(['applied', 'failed']).toContain((await getImport(ctx, id)).state)
      }
      const now = (await getImport(ctx, id)).state
      if (now !== 'applied' && drop) {
        await discardImport(ctx, asked(id))
        expect(await getImport(ctx, id)).toMatchObject({ state: 'discarded' })
      }
      await laterImportIsApplied(projectId)
    }),
    { numRuns: 30 },
  )
  // A property that sees one end alone proves little.
  expect([...ends.keys()]).toContain('applied')
  expect([...ends.keys()]).toContain('registry_import.nothing_to_import')
})

const estates = ['丁香苑', '海棠园', '桂花里'] as const
const home = fc.record({
  estate: fc.constantFrom(...estates),
  building: fc.constantFrom('1栋', '2栋'),
  unit: fc.constantFrom('1单元', '2单元'),
  number: fc.constantFrom('101', '102', '9-1'),
})
const homes = fc.uniqueArray(home, {
  minLength: 2,
  maxLength: 10,
  selector: ({ estate, building, unit, number }) => [estate, building, unit, number].join('|'),
})
const spellings = {
  estate: ['小区', '分期', '院落编排', '所属小区', '苑', '片', 'X', '组团名', '大区名称', '甲乙'],
  building: ['楼栋', '栋号', '号楼', '座栋'],
  unit: ['单元', '单元号', '门洞号', '梯', 'U'],
  number: ['房号', '房间号', '室号'],
} as const
type Told = keyof typeof spellings
const columns: readonly Told[] = ['estate', 'building', 'unit', 'number']

test('nothing is applied that makes one room of two because a column was not understood: it is asked first, or is an error', async () => {
  const heading = fc.record({
    estate: fc.constantFrom(...spellings.estate),
    building: fc.constantFrom(...spellings.building),
    unit: fc.constantFrom(...spellings.unit),
    number: fc.constantFrom(...spellings.number),
  })
  await fc.assert(
    fc.asyncProperty(
      homes,
      heading,
      fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }),
      async (all, as5, order) => {
        const projectId = await project()
        const turned = <T>(row: readonly T[]) => order.map((at) => row[at]!)
        const rows = all.map((one, at) =>
          turned([...columns.map((column) => one[column]), `某${'甲乙丙丁戊己庚辛壬癸'[at]}`]),
        )
        const first = turned([...columns.map((column) => as5[column]), '业主'])
        const found = await preview(projectId, await workbook({ name: '登记', rows: [first, ...rows] }))
        const reason = await refusal(() => confirmAsItIs(ctx, { ...asked(found.id), leaveBadRows: true }))
        if (reason === null) await work()
        const { rows: shared } = await ctx.db.client.execute({
          sql: `SELECT r.name, count(*) AS n FROM occupancies o JOIN rooms r ON r.id = o.room_id WHERE o.project_id = ? GROUP BY r.id HAVING n > 1`,
          args: [projectId],
        })
        expect(shared.map(({ name }) => name)).toEqual([])
      },
    ),
    { numRuns: 40 },
  )
})
