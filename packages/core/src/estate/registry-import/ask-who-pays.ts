import { sha256Hex } from '@heju/db'
import { idOfPlace, type LeftBefore, type LeftOut, type LeftPlace } from './left-out-places.ts'
import { hasAssumed, hasGap, type PayerLines } from './payer-lines.ts'
import { answered, choice, type Question, type Said } from './question.ts'

const about = { sheet: '', column: null, heading: null, values: [] }

/**
 * Asks whether it is understood rightly who pays from when, of all places together where that changes hands, is bounded in
 * time or is owed by several: there are more ways to write who left and who came than rules can know. The question goes by
 * what is shown, so that a changed reading or a changed registry asks anew. Places that are left out have an answer of their
 * own, and are none of what it goes by: both can be said at once. Those that were left out before their rows told otherwise
 * are part of it: who says that it is right has seen what these rows tell of now.
 */
export async function askWhoPays(
  { lines, throughout, identity, onlyLeft }: PayerLines,
  leftOut: LeftOut,
  said: Said,
): Promise<Question[]> {
  const nameOf = new Map(lines.map(({ place, name }) => [place, name]))
  const before = leftOut.before.map((one, at) => questionOfBefore(one, at, nameOf))
  const out = [...leftOut.out.values()].map((one) => ({
    ...questionOf(one, nameOf),
    makesDifference: nameOf.has(one.place),
  }))
  const left = [...out, ...before]
  if (lines.length === 0) return left
  const asked = lines
    .map((line, at) => [line, identity[at]] as const)
    .filter(([{ place }]) => !onlyLeft.has(place))
  const seen = before.filter(isShown).map(({ heading, rows, tellOf }) => [heading, rows, tellOf])
  const goesBy = [asked.map(([line]) => line), asked.map(([, who]) => who), ...seen]
  const question = {
    ...about,
    id: `payers:${await sha256Hex(JSON.stringify(goesBy))}`,
    about: 'payers' as const,
    choices: [choice.right],
    payers: {
      places: lines.length,
      assumed: lines.filter(hasAssumed).length,
      gaps: lines.filter(hasGap).length,
      leftBefore: lines.filter(({ leftBefore }) => leftBefore).length,
      throughout,
    },
  }
  return [answered(question, said), ...left]
}

type Names = ReadonlyMap<string, string>

/** What is left out, as something that was said. */
function questionOf({ place, name, rows, naming }: LeftPlace, nameOf: Names): Question {
  return {
    ...about,
    id: idOfPlace(place),
    about: 'place',
    place,
    sheet: rows[0]?.sheet ?? '',
    heading: nameOf.get(place) ?? name,
    choices: [choice.leave],
    answer: choice.leave,
    rows: [...rows],
    naming: [...naming],
  }
}

/** The same of one that was left out before. @param at which of them: it has no name that another may not have by now */
function questionOfBefore({ now, same, ...one }: LeftBefore, at: number, nameOf: Names): Question {
  const tellOf = now.flatMap((place) => {
    const name = nameOf.get(place)
    return name === undefined ? [] : [{ place, name, isSame: place === same }]
  })
  return { ...questionOf(one, new Map()), id: `before:${at}`, tellOf }
}

/**
 * Whether people see a place that is left out, or was before: where nobody would come in anyway, and of what nothing tells now,
 * it is remembered, and no more.
 */
export function isShown({ tellOf, makesDifference }: Question): boolean {
  return tellOf === undefined ? makesDifference !== false : tellOf.length > 0
}
