import { sql } from 'drizzle-orm'
import type { WriteSheet } from 'hucre/xlsx'
import { newId } from '@heju/kernel'
import type { Ctx } from '../../context.ts'
import { approveTariff, createTariff, type FirstDecision } from '../../fees/billing/index.ts'
import { dateText, isDateCell, readTables, type Cell, type Sheet } from '../../platform/spreadsheets/index.ts'
import { workbook } from '../../platform/spreadsheets/testing.ts'
import { as, freshRequestId } from '../../testing.ts'
import { answerImport } from './answer-import.ts'
import { applyImport } from './apply-import.ts'
import type { RowWords } from './bad-rows.ts'
import { confirmImport } from './confirm-import.ts'
import { downloadBadRows } from './download-bad-rows.ts'
import { listImportProblems } from './list-import-parts.ts'
import { previewImport } from './preview-import.ts'
import { choice } from './question.ts'
import type { ImportSummary } from './schemas.ts'

/** A sheet as it comes out of a file. */
export function sheet(name: string, rows: Cell[][], more: Partial<Sheet> = {}): Sheet {
  return { name, rows: rows.map((row) => [...row]), spread: new Set(), hidden: false, ...more }
}

const lookedThrough: readonly string[] = ['fee', 'space', 'payers']

/**
 * Says of all that a person looks through, new fee items, new spaces and who pays from when, that it is right, as who has looked
 * at it does; else it stays as it is. Who pays is asked once all else is said.
 */
async function withAllRight(
  ctx: Ctx,
  summary: ImportSummary,
  port?: Parameters<typeof answerImport>[2],
): Promise<ImportSummary> {
  const open = summary.questions.filter(
    ({ about, answer }) => lookedThrough.includes(about) && answer === null,
  )
  if (open.length === 0) return summary
  const answers = open.map(({ id }) => ({ id, answer: choice.right }))
  const said = { requestId: freshRequestId(), importId: summary.id as never, answers }
  return withAllRight(ctx, await answerImport(ctx, said, port), port)
}

/** `previewImport`, with what is to be looked through found right: for tests of anything else. */
export async function previewFoundRight(
  ...[ctx, raw, file, port]: Parameters<typeof previewImport>
): Promise<ImportSummary> {
  return withAllRight(ctx, await previewImport(ctx, raw, file, port), port)
}

/** `confirmImport`, of the import as it stands: for tests of anything else than that somebody answered meanwhile. */
export async function confirmAsItIs(
  ctx: Ctx,
  raw: Omit<Parameters<typeof confirmImport>[1], 'revision'>,
): Promise<{ importId: string }> {
  const asked = sql`SELECT coalesce((SELECT revision FROM import_jobs WHERE id = ${raw.importId}), 0) AS revision`
  const { revision } = await ctx.db.orm.get<{ revision: number }>(asked)
  return confirmImport(ctx, { ...raw, revision })
}

/**
 * Takes in a file with all found right, if it brings anything.
 * @returns what was shown of it, and what was said of its rows
 */
export async function takeFound(ctx: Ctx, projectId: string, fileName: string, file: Uint8Array) {
  const importId = newId('imp', ctx.now)
  const asked = { requestId: freshRequestId(), importId, projectId, fileName }
  const found = await previewFoundRight(ctx, asked, file)
  if (Object.values(found.counts).some(({ created, changed }) => created + changed > 0)) {
    await confirmAsItIs(ctx, { requestId: freshRequestId(), importId, leaveBadRows: true })
    await applyImport(as(ctx, { kind: 'job', id: 'outbox' }), { importId })
  }
  const { items } = await listImportProblems(ctx, { importId })
  return { ...found, items }
}

const approval = { approvalKind: 'contract', approvalNo: '合同 1', approvalOn: '2026-01-01' } as const
const guidance = { grade: '一级', baseE4: 30_000, rangeE4: 3000 } as const

/** Brings into use the draft that a price of a workbook made. @param others what becomes of rooms that are charged already */
export async function approveDraft(ctx: Ctx, name: string, others?: FirstDecision): Promise<void> {
  const { id } = await ctx.db.orm.get<{ id: string }>(sql`SELECT id FROM tariffs WHERE name = ${name}`)
  await approveTariff(ctx, { requestId: freshRequestId(), tariffId: id as never, approval, guidance, others })
}

/** Charges all rooms of a project 物业服务费, 3.00 a m² and month, as from the console. */
export async function chargeProject(
  ctx: Ctx,
  projectId: string,
  others: FirstDecision = 'keep',
): Promise<void> {
  await createTariff(ctx, {
    requestId: freshRequestId(),
    tariffId: newId('tariff', ctx.now),
    projectId,
    name: '物业服务费',
    feeItem: 'property',
    basis: 'area',
    scope: { kind: 'project' },
    others,
    fromOn: '2026-01-01',
    priceE4: 30_000,
    approval,
    guidance,
  })
}

/** What is said of rows to correct, in a file that only the import reads. */
export const inCodes: RowWords = { textOf: ({ code }) => code, along: '不用改' }

/** Right cells of a file to correct, by the sheet and the row in which they stood, `房屋!3`, and by their headings. */
export type RightCells = Readonly<Record<string, Readonly<Record<string, Cell>>>>

/** The file to correct of an import, with its cells put right. */
export async function corrected(ctx: Ctx, importId: string, right: RightCells): Promise<Uint8Array> {
  const sheets = await readTables(await downloadBadRows(ctx, importId, inCodes), '待改正的行.xlsx')
  const asWritten = (cell: Cell) => (isDateCell(cell) ? dateText(cell) : cell)
  return workbook(
    ...sheets.map(({ name, rows }) => {
      const heading = rows.find((row) => row.includes('原行号'))!
      const [at, wrong] = [heading.indexOf('原行号'), heading.indexOf('问题')]
      const put = (row: Cell[]) => {
        const cells = right[`${name}!${row[at]}`] ?? {}
        return row.map((cell, column) => {
          const own = column < Math.min(at, wrong) ? cells[String(heading[column])] : undefined
          return asWritten(own === undefined ? cell : own)
        })
      }
      return { name, rows: rows.map(put) }
    }),
  )
}

export { workbook } from '../../platform/spreadsheets/testing.ts'

/**
 * A workbook with the faults that such files have: remarks beside the data that say what stands for "unknown", codes
 * explained there, ID numbers damaged by a spreadsheet, two fee items in one cell, owners who are not listed, text dates
 * in two forms, blank rows, a total and somebody's notes.
 */
export function messyWorkbook(): WriteSheet[] {
  return [
    {
      name: '楼栋',
      rows: [
        ['楼栋号', '单元编号', '总层数', '是否有电梯', null, '说明'],
        [1, 1, 18, '有', null, '楼栋号', '写数字'],
        [1, 2, 18, '有'],
        [null, null, null, null],
        [2, 1, '六层', '无', null, '单元编号', '一单元写 1'],
      ],
    },
    {
      name: '业主',
      rows: [
        ['编号', '业主名称', '性别', '年龄', '手机号', '身份证号', '业主类型', '业主编号'],
        [1, '陈　一', '男', 40, 18988888888, '11010119900307053X', 1001, 'A01'],
        [2, '李二', '女', 1, 17700000000, 440301199001010000, 1001, 'A02'],
        [3, '李小二', '男', 1, '１３９１２３４５６７８', '111111111111111111', 1002, 'A02'],
        [4, '周三', '男', 1, '13911112222、0755-26001234', null, '1003', 'A01'],
        [5, '深圳市好家房地产开发有限公司', null, null, '0755-26009999', '91440300MA5DA0LX4B', 1001, 'A03'],
        [],
        [null, null, null, null, null, null, null, null, null, '说明'],
        [null, null, null, null, null, null, null, null, null, '性别', '男，女，没有该信息时固定写男'],
        [null, null, null, null, null, null, null, null, null, '年龄', '没有固定写1'],
        [null, null, null, null, null, null, null, null, null, '手机号', '11位，没有时固定写17700000000'],
        [null, null, null, null, null, null, null, null, null, '身份证号', '没有时填写 111111111111111111'],
        [
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          '业主类型',
          '1001 业主\n1002 家庭成员\n1003 房屋租客',
        ],
      ],
    },
    {
      name: '收费',
      rows: [
        [
          '费用编号',
          '收费项目',
          '费用标识',
          '缴费周期',
          '计费起始时间',
          '计费结束时间',
          '计算公式',
          '计费单价',
          '固定费用',
        ],
        [1, '物业服务费', '周期性费用', 1, '2020-6-10', '2037-1-1', 1001, 2.35, 0],
        [2, '垃圾清运费', '周期性费用', '按月', '2020/06/10', '长期', 2002, 0, 12.5],
        [3, '装修押金', '一次性费用', null, '2020年6月10日', null, 2002, 0, 2000],
        [null, null, null, null, null, null, null, null, null, null, '计算公式', 1001, '面积*单价+附加费'],
        [null, null, null, null, null, null, null, null, null, null, null, 2002, '固定费用'],
      ],
    },
    {
      name: '房屋',
      rows: [
        [
          '房屋编号',
          '楼栋编号',
          '单元编号',
          '房屋楼层',
          '房屋户型',
          '建筑面积',
          '业主编号',
          '房屋费用',
          '费用开始时间',
          '房屋类型',
          '室内面积',
          '租金',
        ],
        [101, 1, 1, 1, '10102', 94.565, 'A01', '1#2', '2020-06-10#2020-7-10', 110, 80, 0],
        [102, 1, 1, 1, '10102', '８８．００㎡', 'A02', 1, 44000, 110, 99, 0],
        [201, 2, 1, 2, '10102', 120, 'A09', '1#7', '2020年6月10日', 110, null, 1500],
        ['合计', null, null, null, null, 302.57],
        [202, 2, 1, 2, '10102', '约一百', 'A01', 1, '2020-02-30', 110, null, 0],
        [301, 9, null, 3, '10102', 60, 'A03', 0, null, 120, null, 0, null, '房屋户型', '目前填写为10102'],
        [
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          '房屋类型',
          '住宅 110',
        ],
        [null, null, null, null, null, null, null, null, null, null, null, null, null, null, '办公室 120'],
      ],
    },
    {
      name: '车位',
      rows: [
        [
          '停车场编号',
          '车位编码',
          '停车场类型',
          '面积',
          '业主编号',
          '车牌号',
          '车类型（9901 家用小汽车 9902 客车）',
          '出租还是出售（H出租S出售）',
          '开始时间',
          '结束时间',
        ],
        [1, 'C001', '地上停车位', 12.5, 'A01', '粤b·12345', 9901, 'S', '2020-1-1', '2037-1-1'],
        [1, 'C002', '地下停车位', 98.3, 'A02', null, null, 'H', '2026-01-01', '2025-12-31'],
        [1, null, '地下停车位'],
      ],
    },
  ]
}
