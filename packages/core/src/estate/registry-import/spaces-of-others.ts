import { spaceKey, wordKey } from '../registry/index.ts'
import { holdersIn, ownersIn, ownersToldBy, textOf } from './holders-in.ts'
import type { Cause, Problems } from './problems.ts'
import type { Registered } from './registered.ts'
import type { SpaceName } from './codes-alike.ts'
import { CodesBeside, isWithin, type Meant } from './codes-beside.ts'
import { ListsOfSpaces, lotsOnRecord } from './lists-of-spaces.ts'
import { RegisteredSpaces, type RegisteredSpace } from './registered-spaces.ts'
import type { TableRow } from './table-rows.ts'
import { LotsOfEstates } from './lots-of-estates.ts'
import { SpaceBesideRooms } from './spaces-beside-rooms.ts'
import { besideKey, isLeftOut, reportSpace, type Named } from './spaces-named.ts'
import { contradiction, factsIn, formOf, type Contradiction, type Mention } from './written-otherwise.ts'

/** With the lot that it has by the registry, or by the list of spaces of the workbook. */
interface Placed extends Meant {
  key: string
  lotOnRecord: string
  form: string
}

/** What codes beside rooms mean, as far as that is not simply the space of the list or the registry; null leaves one out. */
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
  const rows = named.filter(({ field }) => field === 'space')
  const lists = new ListsOfSpaces(rows, spaces)
  const codes = new CodesBeside(named, spaces)
  const ofEstates = new LotsOfEstates(
    registered,
    named.map(({ row }) => row),
  )
  const placed = named
    .flatMap((each): Meant[] => {
      const meant = codes.meantBy(each)
      if (meant.length === 1) return meant
      leaveOut(meant[0]!, 'space_beside_alike', { codes: meant.map(({ code }) => code).join('、') })
      return []
    })
    .flatMap((one): Placed[] => {
      const isBeside = one.field === 'parking'
      const isKnown = spaces.get(spaceKey(one.lot, one.code)) !== undefined && isWithin(one, one.lot)
      const listed = isBeside ? lists.lotsOf(one) : [...lists.lotsOf(one), ...codes.lotsIn(one)]
      if (!isBeside && !isKnown && listed.length > 0) {
        reportSpace('space_lot_unclear', one, problems, { lots: listed.join('、') })
        return []
      }
      const mayBe = (lots: readonly string[]) => [
        ...new Set(
          lots.flatMap((lot) => {
            const here = lotsOnRecord(lot, one, spaces).filter((is) => isWithin(one, is))
            return here.length > 0 ? here : [lot]
          }),
        ),
      ]
      const told = mayBe(listed.length > 0 && !isKnown ? listed : [one.lot])
      // What is written just so, or listed, is meant, unless the owner of the room has another one of its code.
      const may = isBeside ? mayBe([...told, ...listed, ...lotsWithin(one, spaces)]) : told
      const ofOwner = isBeside ? lotsOfOwner(one, may, lists, spaces) : may
      const lots = ofOwner.length === 1 ? ofOwner : isKnown ? [one.lot] : told
      if (lots.length !== 1) {
        const params = { lots: may.join('、') }
        if (isBeside) leaveOut(one, 'space_beside_unclear', params)
        else reportSpace('space_lot_unclear', one, problems, params)
        return []
      }
      const lot = lots[0]!
      const { code } = one
      if (may.length > 1 || one.written !== code || (isBeside && lot !== one.lot))
        beside.set(besideKey(one.row.source, one.written), { lot, code })
      // A space beside a room is written without its lot wherever it is.
      const written = isBeside ? lot : one.lot
      return [{ ...one, key: spaceKey(lot, code), lotOnRecord: lot, form: formOf(`${written}|${code}`) }]
    })
  for (const [key, own] of Map.groupBy(placed, (one) => one.key)) {
    const known = spaces.get(key)
    for (const [one, other] of lookOver(own, known, problems))
      leaveOut(one, 'space_beside_alike', { codes: asWritten(other) })
    const clear = own.filter((one) => !isLeftOut(one, problems) && !isLeft(one))
    const space = new SpaceBesideRooms(clear, known, ofEstates)
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

/** Those of several lots in which the owners of a room have the space that stands beside it, by lists or the registry. */
function lotsOfOwner(
  { row, code }: Meant,
  may: readonly string[],
  lists: ListsOfSpaces,
  spaces: RegisteredSpaces,
): string[] {
  const own = ownersToldBy(row)
  return may.filter((lot) => {
    const listed = lists.holdersOf(lot, code)
    const onRecord = (spaces.get(spaceKey(lot, code))?.holders ?? []).flat()
    return own.some((person) => listed.has(person) || onRecord.includes(person))
  })
}

/** The lots on record that have a space of the code, as far as it may be written as it is. */
function lotsWithin(one: Meant, spaces: RegisteredSpaces): string[] {
  return spaces.lotsWith(one.code).filter((lot) => isWithin(one, lot))
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

function asWritten({ lot, code }: Pick<Named, 'lot' | 'code'>): string {
  return [lot, code].filter(Boolean).join(' ')
}
