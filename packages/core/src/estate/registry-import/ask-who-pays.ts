import { sha256Hex } from '@heju/db'
import { hasAssumed, hasGap, type PayerLines } from './payer-lines.ts'
import { answered, choice, type Question, type Said } from './question.ts'

const ofPlace = 'place:'

/** The places whose people a person leaves out of this import. What was said of other files is no word about this one. */
export function placesLeftOut({ answers, remembered }: Said): ReadonlySet<string> {
  if (remembered) return new Set()
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

/** Those places. */
export function placesLeftBefore(said: Said): ReadonlySet<string> {
  return new Set(stillLeftOut(said).map(({ id }) => id.slice(ofPlace.length)))
}

/**
 * Asks whether it is understood rightly who pays from when, of all places together where that changes hands, is bounded in
 * time or is owed by several: there are more ways to write who left and who came than rules can know. The question goes by
 * what is shown, so that a changed reading or a changed registry asks anew. Places that are left out have an answer of their
 * own, and are none of what it goes by: both can be said at once.
 */
export async function askWhoPays(
  { lines, throughout, identity }: PayerLines,
  said: Said,
): Promise<Question[]> {
  const shown = new Set(lines.map(({ place }) => `${ofPlace}${place}`))
  const others = stillLeftOut(said).filter(({ id }) => !shown.has(id))
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
  const left = placesLeftOut(said)
  const heard = said.remembered ? { ...said, answers: new Map<string, string>() } : said
  const places = lines
    .filter(({ place }) => left.has(place))
    .map(({ place, name, sources }) => ({
      ...about,
      id: `${ofPlace}${place}`,
      about: 'place' as const,
      sheet: sources[0]!.sheet,
      heading: name,
      choices: [choice.leave],
    }))
  return [...[question, ...places].map((one) => answered(one, heard)), ...others]
}
