import { sha256Hex } from '@heju/db'
import { idOfPlace, stillLeftOut } from './left-out-places.ts'
import { hasAssumed, hasGap, type PayerLines } from './payer-lines.ts'
import { answered, choice, type Question, type Said } from './question.ts'

/**
 * Asks whether it is understood rightly who pays from when, of all places together where that changes hands, is bounded in
 * time or is owed by several: there are more ways to write who left and who came than rules can know. The question goes by
 * what is shown, so that a changed reading or a changed registry asks anew. Places that are left out have an answer of their
 * own, and are none of what it goes by: both can be said at once.
 */
export async function askWhoPays(
  { lines, throughout, identity }: PayerLines,
  leftOut: ReadonlySet<string>,
  said: Said,
): Promise<Question[]> {
  const left = lines.filter(({ place }) => leftOut.has(place))
  const others = stillLeftOut(said).filter(isNoneOf(left))
  if (lines.length === 0) return others
  const digest = await sha256Hex(JSON.stringify([lines, identity]))
  const about = { sheet: '', column: null, heading: null, values: [] }
  const question = {
    ...about,
    id: `payers:${digest}`,
    about: 'payers' as const,
    choices: [choice.right],
    payers: {
      places: lines.length,
      assumed: lines.filter(hasAssumed).length,
      gaps: lines.filter(hasGap).length,
      throughout,
    },
  }
  const places = left.map(({ place, name, sources }) => ({
    ...about,
    id: idOfPlace(place),
    about: 'place' as const,
    sheet: sources[0]!.sheet,
    heading: name,
    choices: [choice.leave],
    answer: choice.leave,
    rows: sources,
  }))
  return [answered(question, said), ...places, ...others]
}

/** Whether a place that was left out before is none of these, neither by its key nor by the rows that tell of it. */
function isNoneOf(left: PayerLines['lines']): (before: Question) => boolean {
  const ids = new Set(left.map(({ place }) => idOfPlace(place)))
  const rows = new Set(left.flatMap(({ sources }) => sources.map(({ sheet, row }) => `${sheet}|${row}`)))
  return (before) =>
    !ids.has(before.id) && !(before.rows ?? []).some(({ sheet, row }) => rows.has(`${sheet}|${row}`))
}
