import { translator, type Locale } from '@heju/i18n'
import { satisfactionTexts } from '@heju/i18n/texts/satisfaction'
import type { Ctx } from '../context.ts'
import { parse } from '../input.ts'
import { encodeCursor } from '../paging.ts'
import { writeTable, type DownloadTable, type TableCell, type TableColumn } from '../spreadsheets/index.ts'
import { compareProjects } from './compare-projects.ts'
import { exportTooLong } from './errors.ts'
import { answersOf, toAnswer } from './list-answers.ts'
import { currentMethod, dimensions } from './methodology.ts'
import {
  exportAnswersSchema,
  exportComparisonSchema,
  type Answer,
  type Compared,
  type ExportAnswers,
  type ExportComparison,
  type ExportFormat,
} from './schemas.ts'

/** A file to keep. */
export interface Download {
  bytes: Uint8Array
  format: ExportFormat
  fileName: string
}

/** More than a project has households; a workbook of them is written in a second or two. */
const mostAnswers = 20_000
/** Rows of one read: an answer of the database holds at most 10 MB, a household's up to 1.5 kB of words. */
const rowsOfRead = 2_000

type Say = ReturnType<typeof translator<typeof satisfactionTexts>>

/** The comparison of a month as a table, as `compareProjects` gives it. */
export async function exportComparison(ctx: Ctx, raw: ExportComparison, locale: Locale): Promise<Download> {
  ctx.require('exports.create')
  const { format, ...input } = parse(exportComparisonSchema, raw)
  const { period, ranked, apart, provisional } = await compareProjects(ctx, input)
  const say = translator(satisfactionTexts, locale)
  const columns = comparedColumns(say, provisional)
  const table: DownloadTable = {
    name: `${say('comparison')} ${period}`,
    columns: columns.map(([heading, , kind]) => ({ heading, kind: kind ?? 'number' })),
    rows: [...ranked, ...apart].map((row) => columns.map(([, cell]) => cell(row))),
  }
  await putOnRecord(ctx, { what: 'comparison', rows: table.rows.length, format, period })
  return download(table, format)
}

/** What leaves the company is on record before it leaves, also in a suspended company: reading goes on there. */
function putOnRecord(ctx: Ctx, detail: Record<string, unknown>, projectId?: string): Promise<void> {
  return ctx.disclose(
    'satisfaction.export',
    { action: 'satisfaction.exported', subjectId: ctx.company.id, projectId, detail },
    { whileSuspended: true },
  )
}

type Column = readonly [heading: string, cell: (row: Compared) => TableCell, kind?: 'text']

function comparedColumns(say: Say, provisional: boolean): Column[] {
  return [
    [say('placeRange'), ({ rank }) => placeOf(rank), 'text'],
    [say('placeOf'), ({ rank }) => rank?.of ?? null],
    [say('project'), ({ name }) => name, 'text'],
    ...surveyColumns(say),
    ...complaintColumns(say),
    ...collectionColumns(say),
    [say('method'), ({ figures }) => (figures.length === 0 ? null : currentMethod)],
    [say('note'), (row) => noteOf(say, row, provisional), 'text'],
  ]
}

/** One number where the place is certain. */
function placeOf(rank: Compared['rank']): string {
  if (rank === null) return ''
  return rank.from === rank.to ? String(rank.from) : `${rank.from}–${rank.to}`
}

function surveyColumns(say: Say): Column[] {
  const figure = (row: Compared) => row.figures[0]
  return [
    [say('index'), (row) => hundredth(figure(row)?.index?.valueE2)],
    [say('indexLow'), (row) => hundredth(figure(row)?.index?.lowE2)],
    [say('indexHigh'), (row) => hundredth(figure(row)?.index?.highE2)],
    [say('score'), (row) => hundredth(figure(row)?.scoreE2)],
    [say('change'), (row) => hundredth(figure(row)?.change?.valueE2)],
    [say('changeLow'), (row) => hundredth(figure(row)?.change?.lowE2)],
    [say('changeHigh'), (row) => hundredth(figure(row)?.change?.highE2)],
    [say('changeSignificant'), (row) => yesOrNo(say, figure(row)?.change?.significant), 'text'],
    [say('households'), ({ households }) => households],
    [say('answers'), ({ answers }) => answers],
    [say('answered'), ({ answered }) => answered],
    [percentOf(say('responseRate')), ({ responseRateE4 }) => hundredth(responseRateE4)],
    [say('byStaff'), ({ byStaff }) => byStaff],
    [percentOf(say('loyaltyRate')), ({ loyaltyRate }) => hundredth(loyaltyRate?.valueE4)],
    [percentOf(from(say, 'loyaltyRate')), ({ loyaltyRate }) => hundredth(loyaltyRate?.lowE4)],
    [percentOf(to(say, 'loyaltyRate')), ({ loyaltyRate }) => hundredth(loyaltyRate?.highE4)],
    ...dimensions.map((dimension): Column => {
      const found = (row: Compared) => row.figures.find(({ measure }) => measure === dimension)
      return [say(`measure.${dimension}`), (row) => hundredth(found(row)?.index?.valueE2)]
    }),
  ]
}

function complaintColumns(say: Say): Column[] {
  return [
    [say('complaints'), ({ complaints }) => complaints.count],
    [say('effectiveComplaints'), ({ complaints }) => complaints.effective],
    [say('householdsOfMonth'), ({ complaints }) => complaints.households],
    [say('complaintRate'), ({ complaints }) => hundredth(complaints.perThousandE2)],
    [from(say, 'complaintRate'), ({ complaints }) => hundredth(complaints.perThousand?.lowE2)],
    [to(say, 'complaintRate'), ({ complaints }) => hundredth(complaints.perThousand?.highE2)],
    [percentOf(say('onTimeRate')), ({ complaints }) => hundredth(complaints.onTimeE4)],
    [percentOf(from(say, 'onTimeRate')), ({ complaints }) => hundredth(complaints.onTime?.lowE4)],
    [percentOf(to(say, 'onTimeRate')), ({ complaints }) => hundredth(complaints.onTime?.highE4)],
  ]
}

function collectionColumns(say: Say): Column[] {
  return [
    [percentOf(say('collectionRate')), ({ collection }) => hundredth(collection?.measured?.rateE4)],
    [say('measuredOn'), ({ collection }) => collection?.measuredOn ?? '', 'text'],
    [percentOf(say('collectionToday')), ({ collection }) => hundredth(collection?.rateE4)],
  ]
}

/** The ends of a 95 % interval. */
const from = (say: Say, figure: Parameters<Say>[0]) => say('intervalFrom', { figure: say(figure) })
const to = (say: Say, figure: Parameters<Say>[0]) => say('intervalTo', { figure: say(figure) })

function noteOf(say: Say, row: Compared, provisional: boolean): string {
  if (row.apart !== null) return say(`apart.${row.apart}`)
  return provisional ? say('provisional') : ''
}

/**
 * The answers that `listAnswers` shows, as a table; rooms only where the household agreed and the reader may know. Round
 * trips: one for every 2,000 answers and one to record it.
 * @throws `satisfaction.export_too_long` beyond 20,000 answers
 */
export async function exportAnswers(ctx: Ctx, raw: ExportAnswers, locale: Locale): Promise<Download> {
  ctx.require('surveys.read')
  const { format, ...filter } = parse(exportAnswersSchema, raw)
  ctx.require('exports.create', filter.projectId)
  ctx.require('surveys.read', filter.projectId)
  const rows = await allAnswers(ctx, filter)
  const { projectId, period } = filter
  await putOnRecord(ctx, { what: 'answers', rows: rows.length, format, period }, projectId)
  const seesRooms = ctx.may('surveys.record', filter.projectId)
  const say = translator(satisfactionTexts, locale)
  const table: DownloadTable = {
    name: `${say('answersTitle')} ${filter.period}`,
    columns: answerColumns(say),
    rows: rows.map((row) => answerCells(say, toAnswer(ctx, row, seesRooms))),
  }
  return download(table, format)
}

async function allAnswers(ctx: Ctx, filter: Omit<Parameters<typeof answersOf>[1], 'after' | 'limit'>) {
  const all: Awaited<ReturnType<typeof answersOf>> = []
  for (let after: string | undefined; ;) {
    // The list asks for one row more than its page has, to know whether there is another.
    const rows = await answersOf(ctx, { ...filter, after, limit: rowsOfRead - 1 })
    for (const row of rows) all.push(row)
    if (all.length > mostAnswers) throw exportTooLong({ most: mostAnswers })
    const last = rows.at(-1)
    if (last === undefined || rows.length < rowsOfRead) return all
    after = encodeCursor([last.id])
  }
}

function answerColumns(say: Say): TableColumn[] {
  const pairs = dimensions.flatMap((dimension) => {
    const name = say(`measure.${dimension}`)
    return [`${name} (${say('expected')})`, `${name} (${say('perceived')})`]
  })
  return [
    { heading: say('answeredOn'), kind: 'text', width: 12 },
    { heading: say('channel'), kind: 'text', width: 14 },
    ...[...pairs, say('loyalty')].map((heading): TableColumn => ({ heading, kind: 'number' })),
    { heading: say('words'), width: 60 },
    { heading: say('room'), kind: 'text', width: 20 },
  ]
}

function answerCells(say: Say, { answeredOn, channel, scores, loyalty, comment, room }: Answer): TableCell[] {
  const pairs = dimensions.flatMap((dimension) => [scores[dimension].expected, scores[dimension].perceived])
  return [answeredOn, say(`channel.${channel}`), ...pairs, loyalty, comment, room?.name ?? '']
}

async function download(table: DownloadTable, format: ExportFormat): Promise<Download> {
  const bytes = await writeTable(table, format)
  return { bytes, format, fileName: `${table.name}.${format}` }
}

/** Points of the index, or per cent. */
function hundredth(valueE2: number | null | undefined): number | null {
  return valueE2 === null || valueE2 === undefined ? null : valueE2 / 100
}

function percentOf(heading: string): string {
  return `${heading} (%)`
}

function yesOrNo(say: Say, value: boolean | undefined): string {
  return value === undefined ? '' : say(value ? 'yes' : 'no')
}
