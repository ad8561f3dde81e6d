import { spaceKey, wordKey } from '../registry/index.ts'
import { holdersIn, ownersIn, textOf } from './holders-in.ts'
import type { Cause, Problems } from './problems.ts'
import type { Registered } from './registered.ts'
import { asWritten, type SpaceName } from './codes-alike.ts'
import type { Meant } from './codes-beside.ts'
import { RegisteredSpaces, type RegisteredSpace } from './registered-spaces.ts'
import type { TableRow } from './table-rows.ts'
import { LotsOfEstates } from './lots-of-estates.ts'
import { SpaceBesideRooms } from './spaces-beside-rooms.ts'
import { SpacesMeant } from './spaces-meant.ts'
import { besideKey, isLeftOut, reportSpace, type Named } from './spaces-named.ts'
import { contradiction, factsIn, formOf, type Contradiction, type Mention } from './written-otherwise.ts'

/** With the lot that it has by the registry, or by the list of spaces of the workbook. */
interface Placed extends Meant {
  key: string
  lotOnRecord: string
  form: string
}

/** What codes beside rooms mean; null leaves one out. */
export type NamesBeside = ReadonlyMap<string, SpaceName | null>

/**
 * Refuses the rows of a space that is written in several ways (C001, c001, C1), here or in the registry, each with holders
 * or facts of its own: these may be two spaces. Where nothing else differs, it is said that both are one. A space without
 * its lot that several lots have is refused too.
 *
 * A code beside a room is in the lot in which the owner of the room has it. Where that does not tell, and several lots have it, or
 * it stands beside rooms of several people, or a list names others as its holders, the room comes without it.
 * @returns by `besideKey`
 */
export function refuseSpacesOfOthers(
  all: readonly Named[],
  registered: Registered,
  problems: Problems,
): NamesBeside {
  const beside = new Map<string, SpaceName | null>()
  const leaveOut = (one: Meant, cause: Cause, params: Record<string, string>) => {
    reportSpace(cause, one, problems, params)
    beside.set(besideKey(one.row.source, one.written), null)
  }
  const isLeft = (one: Meant) => beside.get(besideKey(one.row.source, one.written)) === null
  const spaces = registered.spaces ?? new RegisteredSpaces([])
  const named = all.filter((one) => !isLeftOut(one, problems))
  const meant = new SpacesMeant(named, spaces)
  const ofEstates = new LotsOfEstates(
    registered,
    named.map(({ row }) => row),
  )
  const placed = named.flatMap((each): Placed[] => {
    const [one, ...alike] = meant.codesOf(each)
    const isBeside = one!.field === 'parking'
    if (alike.length > 0) {
      leaveOut(one!, 'space_beside_alike', { codes: [one!, ...alike].map(({ code }) => code).join('、') })
      return []
    }
    const lots = meant.lotsOf(one!)
    if (!lots.isClear) {
      const params = { lots: lots.may.join('、') }
      if (isBeside) leaveOut(one!, 'space_beside_unclear', params)
      else reportSpace('space_lot_unclear', one!, problems, params)
      return []
    }
    const { lot } = lots
    if (isBeside) beside.set(besideKey(one!.row.source, one!.written), { lot, code: one!.code })
    return [placedIn(one!, lot)]
  })
  for (const [key, own] of Map.groupBy(placed, (one) => one.key)) {
    const known = spaces.get(key)
    for (const [one, other] of lookOver(own, known, problems))
      leaveOut(one, 'space_beside_alike', { codes: asWritten(other) })
    const clear = own.filter((one) => !isLeftOut(one, problems) && !isLeft(one))
    const space = new SpaceBesideRooms(clear, known, own[0]!.lotOnRecord, ofEstates)
    for (const one of clear) {
      if (one.field !== 'parking') continue
      const [others, holders] = [space.othersOf(one).join('、'), space.otherHoldersOf(one).join('、')]
      if (others !== '') leaveOut(one, 'space_beside_others', { others })
      else if (holders !== '') leaveOut(one, 'space_of_holders', { holders })
    }
  }
  noteFound(placed, problems)
  return beside
}

function placedIn(one: Meant, lot: string): Placed {
  // A space beside a room is written without its lot wherever it is.
  const written = one.field === 'parking' ? lot : one.lot
  return { ...one, key: spaceKey(lot, one.code), lotOnRecord: lot, form: formOf(`${written}|${one.code}`) }
}

/** Says which lots were taken for those of a list that does not name them, or not in full. */
function noteFound(placed: readonly Placed[], problems: Problems): void {
  const found = placed.filter(
    (one) => one.field === 'space' && one.lot !== one.lotOnRecord && !isLeftOut(one, problems),
  )
  for (const [sheet, own] of Map.groupBy(found, ({ row }) => row.table.sheet.name)) {
    const lots = [...new Set(own.map(({ lotOnRecord }) => lotOnRecord))].slice(0, 5).join('、')
    problems.add('spaces_found', { sheet, row: null }, { spaces: own.length, lots })
  }
}

type Mentioned = Placed & Mention

/**
 * Refuses rows of lists that write a space in several ways and tell otherwise of it, and says where it is one.
 * @returns the rooms beside which it is written otherwise than by others who tell otherwise, each with one of these
 */
function lookOver(
  own: readonly Placed[],
  known: RegisteredSpace | undefined,
  problems: Problems,
): (readonly [Placed, Mentioned | RegisteredSpace])[] {
  const forms = new Set([...own, ...(known ? [known] : [])].map(({ form }) => form))
  if (forms.size < 2) return []
  const mentions = own.map((one): Mentioned => ({ ...one, ...mentionIn(one) }))
  const and = known ? [known] : []
  const inLists = mentions.filter(({ field }) => field === 'space')
  const found = contradiction([...inLists, ...and])
  const isInDoubt = contradiction([...mentions, ...and]) !== null
  const otherThan = ({ form }: Mentioned, some: readonly Mentioned[]) =>
    some.find((other) => other.form !== form)
  for (const one of found === null ? [] : inLists)
    refuse(one, otherThan(one, inLists) ?? known!, found!, problems)
  if (found === null) noteOtherwise(isInDoubt ? inLists : mentions, problems)
  if (!isInDoubt) return []
  return mentions
    .filter(({ field }) => field === 'parking')
    .map((one) => [one, otherThan(one, mentions) ?? known!] as const)
}

/** Says of mentions of one space which are written otherwise than the first. */
function noteOtherwise(mentions: readonly Mentioned[], problems: Problems): void {
  const [first, ...more] = mentions
  for (const one of more) {
    if (one.form === first!.form) continue
    const { sheet, row } = first!.row.source
    const params = { otherWritten: asWritten(first!), otherSheet: sheet, otherRow: row }
    reportSpace('space_written_otherwise', one, problems, { written: asWritten(one), ...params })
  }
}

function mentionIn({ row, field, form }: Placed): Mention {
  const isBeside = field === 'parking'
  const people = isBeside ? ownersIn(row) : holdersIn(row)
  return {
    form,
    holders: [people, isBeside || people.length > 0 ? [] : roomIn(row)],
    facts: isBeside ? new Map() : factsIn(row),
    isShared: false,
  }
}

/** The room whose owners have the space, where nobody is named. */
function roomIn(row: TableRow): string[] {
  const room = (['building', 'unit', 'room', 'address'] as const).map((field) => textOf(row, field)).join('')
  return room === '' ? [] : [wordKey(room)]
}

function refuse(
  one: Mentioned,
  other: Mentioned | RegisteredSpace,
  found: Contradiction,
  problems: Problems,
): void {
  const params = { written: asWritten(one), otherWritten: asWritten(other), ...whatDiffers(one, found) }
  const by = found.by === 'holders' ? 'of_others' : 'told_otherwise'
  if (!('row' in other)) return reportSpace(`registered_space_${by}`, one, problems, params)
  const { sheet, row } = other.row.source
  reportSpace(`space_${by}`, one, problems, { ...params, otherSheet: sheet, otherRow: row })
}

function whatDiffers({ row }: Named, found: Contradiction): { what?: string } {
  return found.by === 'holders' ? {} : { what: row.heading(found.field) }
}
