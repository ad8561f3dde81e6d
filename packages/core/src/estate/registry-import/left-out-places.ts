import type { OccupancyDraft, Source } from './draft.ts'
import { choice, type Question, type Said } from './question.ts'
import { namingOf, rowKey, sourcesOf } from './told-by.ts'

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

/** What was left out, as it is remembered: nothing of what has been taken back. */
export function stillLeftOut({ answers, places = [] }: Said): Question[] {
  return places.filter(({ id }) => answers.get(id) === choice.leave)
}

/** A place as it was left out: what it was called then, and the rows that told of it. */
export interface LeftPlace {
  /** `kind|key` */
  place: string
  /** Null where it is left out just now. */
  name: string | null
  rows: readonly Source[]
  /** Those that named it: those of an owner reach all of his places by his number. */
  naming: readonly Source[]
}

/** One whose rows tell otherwise by now, so that nobody but a person can say what becomes of it. */
export interface LeftBefore extends LeftPlace {
  /** What may be meant by now: what is the same, or else all that the rows name which named it, and what has its name. */
  now: readonly string[]
  /** The only place that all of its rows tell of, and no others: it is called otherwise, and nothing else. */
  same: string | null
}

/** What is left out of an import, by how its workbook is read now. */
export interface LeftOut {
  /** By `kind|key`. */
  out: ReadonlyMap<string, LeftPlace>
  before: readonly LeftBefore[]
}

/** Somebody at a place, `kind|key`, as rows tell it. */
export interface Telling {
  place: string
  draft: Pick<OccupancyDraft, 'source' | 'alsoIn' | 'reaching'>
}

/**
 * A place is left out as long as the same rows tell of it by the same name. Where an answer or the registry makes its rows
 * tell otherwise, nobody guesses which place is meant now: it is remembered, and whoever imports is asked again.
 * @param told also what could not be taken: its rows tell of their place all the same
 */
export function leftOutNow(told: readonly Telling[], said: Said): LeftOut {
  const tellers: Tellers = new Map(
    [...Map.groupBy(told, ({ place }) => place)].map(([place, here]) => {
      const drafts = here.map(({ draft }) => draft)
      return [place, { rows: sourcesOf(drafts), naming: namingOf(drafts) }]
    }),
  )
  const remembered = stillLeftOut(said)
  const ids = new Set(remembered.map(({ id }) => id))
  const out = new Map<string, LeftPlace>()
  for (const place of placesLeftOut(said)) {
    const here = tellers.get(place)
    if (here !== undefined && !ids.has(idOfPlace(place))) out.set(place, { place, name: null, ...here })
  }
  const before: LeftBefore[] = []
  for (const question of remembered) {
    const one = asLeft(question)
    if (areSame(one.rows, tellers.get(one.place)?.rows ?? [])) out.set(one.place, one)
    else before.push({ ...one, ...toldNow(one, tellers) })
  }
  return { out, before }
}

/** By place, the rows that tell of it, and those of them that name it. */
type Tellers = ReadonlyMap<string, Pick<LeftPlace, 'rows' | 'naming'>>

function toldNow({ place, rows, naming }: LeftPlace, tellers: Tellers): Pick<LeftBefore, 'now' | 'same'> {
  const ofKind = [...tellers].filter(([other]) => kindOf(other) === kindOf(place))
  const all = ofKind.filter(([, tell]) => rows.every(isAmong(tell.rows)))
  const [only] = all
  if (all.length === 1 && areSame(only![1].rows, rows)) return { now: [only![0]], same: only![0] }
  const isNamed = isAmong(naming)
  const now = ofKind.filter(([other, tell]) => other === place || tell.naming.some(isNamed))
  return { now: now.map(([other]) => other), same: null }
}

/** Questions about places were known by these alone when they did not hold them. */
function asLeft(question: Question): LeftPlace {
  const { id, place = id.slice(id.indexOf(':') + 1), heading, rows = [], naming = rows } = question
  return { place, name: heading, rows, naming }
}

function isAmong(rows: readonly Source[]): (row: Source) => boolean {
  const keys = new Set(rows.map(rowKey))
  return (row) => keys.has(rowKey(row))
}

function areSame(one: readonly Source[], other: readonly Source[]): boolean {
  return one.length === other.length && other.every(isAmong(one))
}

const kindOf = (place: string) => place.slice(0, place.indexOf('|'))
