import { createHash } from 'node:crypto'
import { canonicalCode, spaceKey } from '../registry/index.ts'
import { columnName } from '../../platform/spreadsheets/index.ts'
import { holdersIn } from './holders-in.ts'
import type { Problems } from './problems.ts'
import { answered, choice, mostValues, nothingSaid, type Question, type Said } from './question.ts'
import type { RegisteredSpace, RegisteredSpaces } from './registered-spaces.ts'
import { isLeftOut, reportSpace, type Named } from './spaces-named.ts'

/** A row of a list of spaces that tells a lot, and the space on record that has its code and no lot. */
interface Told extends Named {
  known: RegisteredSpace
}

/** What was said of the lots that lists tell. */
export interface LotsSaid {
  questions: Question[]
  /** By the keys of spaces on record that have no lot, the lots in which they are: they get them. */
  lots: ReadonlyMap<string, string>
}

/**
 * Asks, once for each lot that lists of spaces tell, whether its spaces are those on record that have the same codes and no
 * lot, as spaces have that came in beside rooms. Nothing that is written says: taken for one, a real second lot would never
 * come in, and made anew, one space is billed twice. The question goes by the spaces that it is about, and no answer is
 * remembered for other files: what was said of some spaces is never taken for others.
 */
export function askAboutLots(
  named: readonly Named[],
  spaces: RegisteredSpaces,
  said: Said,
  problems: Problems,
): LotsSaid {
  const listed = named.filter((one) => one.field === 'space' && !isLeftOut(one, problems))
  const told = listed.flatMap((one) => withKnown(one, spaces))
  const byLot = [...Map.groupBy(told, ({ lot }) => canonicalCode(lot)).values()]
  if (byLot.length > mostValues) {
    for (const one of told) reportSpace('space_lots_many', one, problems, { lots: byLot.length })
    return { questions: [], lots: new Map() }
  }
  const asked = byLot.map((own) => ({ own, question: questionOf(own, said) }))
  const same = asked.filter(({ question }) => question.answer === choice.same).flatMap(({ own }) => own)
  const withoutLot = new Set(listed.filter(({ lot }) => lot === '').map(({ code }) => spaceKey('', code)))
  return {
    questions: asked.map(({ question }) => question),
    lots: lotsOf(same, withoutLot, problems),
  }
}

function withKnown(one: Named, spaces: RegisteredSpaces): Told[] {
  if (one.lot === '' || spaces.lotsOf(one.lot, one.code).length > 0) return []
  const known = spaces.get(spaceKey('', one.code))
  return known === undefined ? [] : [{ ...one, known }]
}

function questionOf(own: readonly Told[], said: Said): Question {
  const { lot, row } = own[0]!
  const tables = [...new Set(own.map((one) => one.row.table))]
  const column = tables.length === 1 ? row.table.columns.get('lot') : undefined
  const place = column === undefined ? {} : { column: columnName(column), heading: row.heading('lot') }
  const asked = [...Map.groupBy(own, ({ known }) => known).entries()].map(([known, rows]) => ({
    key: known.key,
    code: known.code,
    rows: rows.length,
    isOfOthers: isOfOthers(known, rows),
  }))
  return answered(
    {
      id: `lot:${canonicalCode(lot).slice(0, 100)}:${createHash('sha256').update(JSON.stringify(asked)).digest('hex')}`,
      about: 'lot',
      sheet: tables.map(({ sheet }) => sheet.name).join('、'),
      column: null,
      heading: null,
      ...place,
      values: asked.slice(0, mostValues).map(({ code, rows }) => ({ value: code, rows })),
      choices: [choice.same, choice.others],
      spaces: { lot, onRecord: asked.length, ofOthers: asked.filter((one) => one.isOfOthers).length },
    },
    said.remembered ? nothingSaid : said,
  )
}

/** Whether a list names people for a space, and none of those who have it on record. */
function isOfOthers({ holders }: RegisteredSpace, rows: readonly Told[]): boolean {
  const onRecord = new Set(holders.flat())
  const listed = rows.flatMap(({ row }) => holdersIn(row))
  return onRecord.size > 0 && listed.length > 0 && !listed.some((one) => onRecord.has(one))
}

/**
 * A space that is said to be in several lots is in one of them, and one that the workbook lists without a lot besides would be
 * there twice: the rows that tell the lots are refused.
 * @param withoutLot keys of those that are listed without
 */
function lotsOf(
  same: readonly Told[],
  withoutLot: ReadonlySet<string>,
  problems: Problems,
): ReadonlyMap<string, string> {
  const bySpace = [...Map.groupBy(same, ({ known }) => known.key)]
  return new Map(
    bySpace.flatMap(([key, own]) => {
      const lots = [...new Map(own.map(({ lot }) => [canonicalCode(lot), lot])).values()]
      const params = { code: own[0]!.known.code, lots: lots.join('、') }
      const cause = lots.length > 1 ? 'space_in_lots' : withoutLot.has(key) ? 'space_without_lot' : null
      if (cause === null) return [[key, lots[0]!] as const]
      for (const one of own) reportSpace(cause, one, problems, params)
      return []
    }),
  )
}
