import type { Source } from './draft.ts'
import type { ToldOccupancy } from './plan-occupancies.ts'
import { choice, type Question, type Said } from './question.ts'
import { sourcesOf } from './told-by.ts'

const ofPlace = 'place:'

/** What the question about a place is known by. @param place `kind|key` */
export function idOfPlace(place: string): string {
  return `${ofPlace}${place}`
}

/** The places, as `kind|key`, whose people a person leaves out of this import. */
export function placesLeftOut({ answers }: Said): ReadonlySet<string> {
  return new Set(
    [...answers].flatMap(([id, answer]) =>
      answer === choice.leave && id.startsWith(ofPlace) ? [id.slice(ofPlace.length)] : [],
    ),
  )
}

/**
 * The places that are left out, as they were asked about. They stay so while something else is asked, or none of them is
 * told: who comes back to what was answered first does not take what was left out along.
 */
export function stillLeftOut({ answers, places = [] }: Said): Question[] {
  return places.filter(({ id }) => answers.get(id) === choice.leave)
}

/** A place that was left out, and the rows that told of it then. */
export interface LeftPlace {
  place: string
  rows: readonly Source[]
}

export function placesLeftBefore(said: Said): LeftPlace[] {
  return stillLeftOut(said).map(({ id, rows = [] }) => ({ place: id.slice(ofPlace.length), rows }))
}

/**
 * The places that were left out before, as they are told now. What is said otherwise of the workbook may give a place another
 * key: then it is those of its kind that the same rows tell of.
 */
export function placesThatStayOut(
  told: readonly ToldOccupancy[],
  leftBefore: readonly LeftPlace[],
): ReadonlySet<string> {
  const here = Map.groupBy(told, ({ place }) => place)
  const byRow = new Map<string, string[]>()
  for (const [place, tellers] of here)
    for (const source of sourcesOf(tellers))
      byRow.set(keyOf(source), [...(byRow.get(keyOf(source)) ?? []), place])
  return new Set(
    leftBefore.flatMap(({ place, rows }) =>
      here.has(place)
        ? [place]
        : rows.flatMap((row) => (byRow.get(keyOf(row)) ?? []).filter((one) => kindOf(one) === kindOf(place))),
    ),
  )
}

const keyOf = ({ sheet, row }: Source) => `${sheet}|${row}`
const kindOf = (place: string) => place.slice(0, place.indexOf('|'))
