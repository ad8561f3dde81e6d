import { createHash } from 'node:crypto'
import { canonicalCode, spaceKey } from '../registry/index.ts'
import { columnName } from '../../platform/spreadsheets/index.ts'
import type { Problems } from './problems.ts'
import { answered, choice, mostValues, nothingSaid, type Question, type Said } from './question.ts'
import type { SpaceName } from './codes-alike.ts'
import type { RegisteredSpace, RegisteredSpaces } from './registered-spaces.ts'
import { isLeftOut, reportSpace, type Named } from './spaces-named.ts'

/** A row of a list of spaces that tells a lot, and the space on record that has its code and no lot, or another name of one. */
interface Told extends Named {
  known: RegisteredSpace
}

/** What was said of the lots that lists tell. */
export interface LotsSaid {
  questions: Question[]
  /** By the keys of spaces on record, the lots in which they are, and their codes there: they get them. */
  lots: ReadonlyMap<string, SpaceName>
}

/**
 * Asks, once for each lot that lists of spaces tell, whether its spaces are those on record that have the same codes and no lot, as
 * spaces have that came in beside rooms, or another lot of the same people, or one whose name is part of that which is told
 * (丁香苑, 丁香苑车库), or the code written otherwise (丁香苑001); apart for those of which the list does not name who has them. Nothing
 * that is written says: taken for one, a real second lot would never come in, and made anew, one space is billed twice. The
 * question goes by the spaces that it is about, and no answer is remembered for other files: what was said of some spaces is
 * never taken for others.
 */
export function askAboutLots(
  named: readonly Named[],
  spaces: RegisteredSpaces,
  said: Said,
  problems: Problems,
): LotsSaid {
  const listed = named.filter((one) => one.field === 'space' && !isLeftOut(one, problems))
  const asRecorded = new Set(listed.map(({ lot, code }) => spaceKey(lot, code)))
  // A code that is listed just so in a lot is not written otherwise there.
  const isOther = ({ lot, code }: Named, known: RegisteredSpace) =>
    canonicalCode(code) !== canonicalCode(known.code) && asRecorded.has(spaceKey(lot, known.code))
  const told = listed.flatMap((one) =>
    withKnown(one, spaces, asRecorded).filter(({ known }) => !isOther(one, known)),
  )
  const ofOthers = spacesOfOthers(told, listed)
  const byLot = [
    ...Map.groupBy(
      told,
      ({ lot, known }) => `${canonicalCode(lot)}|${known.lot}|${ofOthers.has(known)}`,
    ).values(),
  ]
  if (byLot.length > mostValues) {
    for (const one of told) reportSpace('space_lots_many', one, problems, { lots: byLot.length })
    return { questions: [], lots: new Map() }
  }
  const asked = byLot.map((own) => ({ own, question: questionOf(own, ofOthers, said) }))
  const answeredBy = (answer: string) =>
    asked.filter(({ question }) => question.answer === answer).flatMap(({ own }) => own)
  const lots = lotsOf(answeredBy(choice.same), asRecorded, problems)
  refuseFound(answeredBy(choice.others), spaces.withLots(lots), problems)
  return { questions: asked.map(({ question }) => question), lots }
}

/**
 * Those of which it may be one: by its name, or by its holder and code, which is written otherwise only beside a lot, where the lists
 * do not tell of them as they are on record.
 */
function withKnown(one: Named, spaces: RegisteredSpaces, asRecorded: ReadonlySet<string>): Told[] {
  if (spaces.lotsOf(one.lot, one.code).length > 0) return []
  const may = spaces.mayBe(one)
  const alike = one.lot === '' ? spaces.withCode(one.code) : spaces.alikeTo(one.code)
  const elsewhere = alike.filter(
    (known) => !may.includes(known) && !asRecorded.has(known.key) && isHeldBy(known, one),
  )
  return [...may, ...elsewhere].map((known) => ({ ...one, known }))
}

function isHeldBy(known: RegisteredSpace, { holdersTold }: Named): boolean {
  const onRecord = known.holders.flat()
  return holdersTold.some((person) => onRecord.includes(person))
}

function questionOf(own: readonly Told[], ofOthers: ReadonlySet<RegisteredSpace>, said: Said): Question {
  const { lot, row, known: first } = own[0]!
  const tables = [...new Set(own.map((one) => one.row.table))]
  const column = tables.length === 1 ? row.table.columns.get('lot') : undefined
  const place = column === undefined ? {} : { column: columnName(column), heading: row.heading('lot') }
  const asked = [...Map.groupBy(own, ({ known }) => known).entries()].map(([known, rows]) => ({
    key: known.key,
    code: known.code === rows[0]!.code ? known.code : `${known.code} → ${rows[0]!.code}`,
    rows: rows.length,
    isOfOthers: ofOthers.has(known),
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
      spaces: {
        lot,
        lotOnRecord: first.lot,
        onRecord: asked.length,
        ofOthers: asked.filter((one) => one.isOfOthers).length,
      },
    },
    said.remembered ? nothingSaid : said,
  )
}

/**
 * Those for which the lists name people and none of those who have them on record, or nobody, although they name people for others:
 * where each lot counts from 001, some of its spaces are those on record, and these may be others. They are asked about apart.
 */
function spacesOfOthers(told: readonly Told[], listed: readonly Named[]): ReadonlySet<RegisteredSpace> {
  const named = listed.filter(({ holdersTold }) => holdersTold.length > 0)
  const naming = new Set(named.map(({ row }) => row.table))
  const isTold = ({ row }: Told) => naming.has(row.table)
  const spaces = Map.groupBy(told.filter(isTold), ({ known }) => known)
  const others = [...spaces].filter(
    ([known, rows]) => known.holders.flat().length > 0 && !rows.some((row) => isHeldBy(known, row)),
  )
  return new Set(others.map(([known]) => known))
}

/** What is said to be another space would be found in the lot that one on record gets: which one is meant is not told. */
function refuseFound(others: readonly Told[], spaces: RegisteredSpaces, problems: Problems): void {
  for (const one of others) {
    const lots = spaces.lotsOf(one.lot, one.code)
    if (lots.length > 0) reportSpace('space_lot_unclear', one, problems, { lots: lots.join('、') })
  }
}

/** The lots that are told of a space, or the one of them in which the list names who has it on record. */
function lotsMeant(own: readonly Told[]): string[] {
  const eachOnce = (some: readonly Told[]) => [
    ...new Map(some.map(({ lot }) => [canonicalCode(lot), lot])).values(),
  ]
  const ofHolders = eachOnce(own.filter((one) => isHeldBy(one.known, one)))
  return ofHolders.length === 1 ? ofHolders : eachOnce(own)
}

/**
 * A space that is said to be in several lots is in one of them, several are not one, and one that the workbook lists as it is on
 * record besides would be there twice: the rows that tell the lots are refused.
 * @param asRecorded keys of those that are listed
 */
function lotsOf(
  same: readonly Told[],
  asRecorded: ReadonlySet<string>,
  problems: Problems,
): LotsSaid['lots'] {
  const bySpace = [...Map.groupBy(same, ({ known }) => known.key)]
  const byKey = Map.groupBy(same, ({ lot, code }) => spaceKey(lot, code))
  return new Map(
    bySpace.flatMap(([key, own]) => {
      const lots = lotsMeant(own)
      const alike = new Set(byKey.get(spaceKey(lots[0]!, own[0]!.code))!.map(({ known }) => known.key))
      const params = { code: own[0]!.known.code, lots: lots.join('、') }
      const isSeveral = lots.length > 1 || alike.size > 1
      const cause = isSeveral ? 'space_in_lots' : asRecorded.has(key) ? 'space_without_lot' : null
      const { known, code } = own[0]!
      const isInCode = canonicalCode(known.code) !== canonicalCode(code)
      if (cause === null) return [[key, { lot: lots[0]!, code: isInCode ? code : known.code }] as const]
      for (const one of own) reportSpace(cause, one, problems, params)
      return []
    }),
  )
}
