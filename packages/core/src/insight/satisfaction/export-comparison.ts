import { translator, type Locale } from '@heju/i18n'
import { measureHeadings } from '../measures/shape.ts'
import { satisfactionTexts } from './texts.ts'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import {
  tableFile,
  type DownloadTable,
  type TableCell,
  type TableFile,
} from '../../platform/spreadsheets/index.ts'
import { compareProjects } from './compare-projects.ts'
import { currentMethod, dimensions } from './methodology.ts'
import { exportComparisonSchema, type Compared, type ExportComparison } from './figure-schemas.ts'

type Say = ReturnType<typeof translator<typeof satisfactionTexts>>

/**
 * The comparison of a month as a file, as `compareProjects` gives it. What leaves the company is on record before it
 * leaves, also in a suspended company: reading goes on there.
 */
export async function exportComparison(ctx: Ctx, raw: ExportComparison, locale: Locale): Promise<TableFile> {
  ctx.require('exports.create')
  const { format, ...input } = parse(exportComparisonSchema, raw)
  const { period, ranked, unranked, provisional } = await compareProjects(ctx, input)
  const say = translator(satisfactionTexts, locale)
  const columns = comparedColumns(say, locale, provisional)
  const table: DownloadTable = {
    name: say('comparison'),
    columns: columns.map(([heading, , kind]) => ({ heading, kind: kind ?? 'number' })),
    rows: [...ranked, ...unranked].map((row) => columns.map(([, cell]) => cell(row))),
  }
  const detail = { what: 'comparison', rows: table.rows.length, format, period }
  await ctx.disclose(
    'satisfaction.export',
    { action: 'satisfaction.exported', subjectId: ctx.company.id, detail },
    { whileSuspended: true },
  )
  return tableFile(table, format, period)
}

type Column = readonly [heading: string, cell: (row: Compared) => TableCell, kind?: 'text' | 'date']

function comparedColumns(say: Say, locale: Locale, provisional: boolean): Column[] {
  return [
    [say('placeRange'), ({ rank }) => placeOf(rank), 'text'],
    [say('placeOf'), ({ rank }) => rank?.of ?? null],
    [say('project'), ({ name }) => name, 'text'],
    ...surveyColumns(say, locale),
    ...complaintColumns(say, locale),
    ...collectionColumns(say, locale),
    [say('method'), ({ figures }) => (figures.length === 0 ? null : currentMethod)],
    [say('note'), (row) => noteOf(say, row, provisional), 'text'],
  ]
}

/** One number where the place is certain. */
function placeOf(rank: Compared['rank']): string {
  if (rank === null) return ''
  return rank.from === rank.to ? String(rank.from) : `${rank.from}–${rank.to}`
}

function surveyColumns(say: Say, locale: Locale): Column[] {
  const figure = (row: Compared) => row.figures[0]
  const index = measureHeadings('satisfaction.index', locale)
  const response = measureHeadings('satisfaction.response', locale)
  const loyalty = measureHeadings('satisfaction.loyalty', locale)
  return [
    [index.value, (row) => hundredth(figure(row)?.index?.valueE2)],
    [index.low, (row) => hundredth(figure(row)?.index?.lowE2)],
    [index.high, (row) => hundredth(figure(row)?.index?.highE2)],
    [say('score'), (row) => hundredth(figure(row)?.scoreE2)],
    [say('change'), (row) => hundredth(figure(row)?.change?.valueE2)],
    [say('changeLow'), (row) => hundredth(figure(row)?.change?.lowE2)],
    [say('changeHigh'), (row) => hundredth(figure(row)?.change?.highE2)],
    [say('changeSignificant'), (row) => yesOrNo(say, figure(row)?.change?.significant), 'text'],
    [say('households'), ({ households }) => households],
    [say('answers'), ({ answers }) => answers],
    [say('answered'), ({ answered }) => answered],
    [response.value, ({ responseRateE4 }) => hundredth(responseRateE4)],
    [say('byStaff'), ({ byStaff }) => byStaff],
    [loyalty.value, ({ loyaltyRate }) => hundredth(loyaltyRate?.valueE4)],
    [loyalty.low, ({ loyaltyRate }) => hundredth(loyaltyRate?.lowE4)],
    [loyalty.high, ({ loyaltyRate }) => hundredth(loyaltyRate?.highE4)],
    ...dimensions.map((dimension): Column => {
      const found = (row: Compared) => row.figures.find(({ measure }) => measure === dimension)
      return [say(`measure.${dimension}`), (row) => hundredth(found(row)?.index?.valueE2)]
    }),
  ]
}

function complaintColumns(say: Say, locale: Locale): Column[] {
  const rate = measureHeadings('complaints.per_thousand', locale)
  const onTime = measureHeadings('complaints.on_time', locale)
  return [
    [say('complaints'), ({ complaints }) => complaints.count],
    [measureHeadings('complaints.effective', locale).value, ({ complaints }) => complaints.effective],
    [say('householdsOfMonth'), ({ complaints }) => complaints.households],
    [rate.value, ({ complaints }) => hundredth(complaints.perThousandE2)],
    [rate.low, ({ complaints }) => hundredth(complaints.perThousand?.lowE2)],
    [rate.high, ({ complaints }) => hundredth(complaints.perThousand?.highE2)],
    [onTime.value, ({ complaints }) => hundredth(complaints.onTimeE4)],
    [onTime.low, ({ complaints }) => hundredth(complaints.onTime?.lowE4)],
    [onTime.high, ({ complaints }) => hundredth(complaints.onTime?.highE4)],
  ]
}

function collectionColumns(say: Say, locale: Locale): Column[] {
  return [
    [
      measureHeadings('collection.fixed', locale).value,
      ({ collection }) => hundredth(collection?.measured?.rateE4),
    ],
    [say('measuredOn'), ({ collection }) => collection?.measuredOn ?? null, 'date'],
    [
      say('collectionFixed'),
      ({ collection }) => yesOrNo(say, collection ? collection.measured !== null : undefined),
      'text',
    ],
    [measureHeadings('collection.today', locale).value, ({ collection }) => hundredth(collection?.rateE4)],
  ]
}

function noteOf(say: Say, row: Compared, provisional: boolean): string {
  if (row.unrankedBecause !== null) return say(`unranked.${row.unrankedBecause}`)
  return provisional ? say('provisional') : ''
}

/** Points of the index, or per cent. */
function hundredth(valueE2: number | null | undefined): number | null {
  return valueE2 === null || valueE2 === undefined ? null : valueE2 / 100
}

function yesOrNo(say: Say, value: boolean | undefined): string {
  return value === undefined ? '' : say(value ? 'yes' : 'no')
}
