import { longestTariffName, type AssignedRoom, type TariffOnRecord } from '../../fees/billing/index.ts'
import { wordKey } from '../registry/index.ts'
import type { RoomTariffDraft, TariffDraft } from './draft.ts'
import { differing, tooLong, unclear, type RefusedTariff } from './refused-tariffs.ts'
import { isSame } from './same-charge.ts'
import { termsOf, yuan } from './tariff-terms.ts'
import type { TariffImport } from './tariff-port.ts'

/** The fee items of a workbook, each by the name that it has, or will have, among the project's tariffs. */
export interface MatchedTariffs {
  tariffs: TariffDraft[]
  roomTariffs: RoomTariffDraft[]
  /** `TariffDraft.key` of those that the project has. */
  known: Set<string>
  /** Of these, those that are switched off. */
  disabled: Set<string>
  /** And those that are in use. */
  inUse: Set<string>
  refused: RefusedTariff[]
  /** By `TariffDraft.key`, what the project has of its name in use or to come that stands beside others: nothing else asks about these. */
  namesakes: Map<string, string[]>
}

/**
 * Finds the fee items of a workbook among the tariffs of its project. What is on record under a name is meant only where it is
 * the same charge: who names a new price means that price, and would be billed the old one. Several of one name are told
 * apart by what they cost, whatever their numbers and their order; what cannot be paired so is refused.
 * @param charged by what rooms are charged now: a price that stands beside rooms is another price of what charges one of them,
 *   and else a charge of its own, as each building may have one
 */
export function matchTariffs(
  { tariffs, roomTariffs }: TariffImport,
  onRecord: readonly TariffOnRecord[],
  charged: readonly Pick<AssignedRoom, 'roomKey' | 'tariffName'>[] = [],
): MatchedTariffs {
  const names = new Map<TariffDraft, string>()
  const refused: RefusedTariff[] = []
  const known = new Set<string>()
  const disabled = new Set<string>()
  const inUse = new Set<string>()
  const added: Family[] = []
  const namesAt = Map.groupBy(charged, ({ roomKey }) => roomKey)
  const roomsOf = Map.groupBy(roomTariffs, ({ tariffKey }) => tariffKey)
  const isOtherPriceOf = ({ name }: TariffOnRecord, tariff: TariffDraft) =>
    name === pricedName(tariff) ||
    (roomsOf.get(tariff.key) ?? []).some(({ roomKey }) =>
      namesAt.get(roomKey)?.some(({ tariffName }) => tariffName === name),
    )
  for (const family of familiesOf(tariffs, onRecord)) {
    const open = new Set(inTheWay(family))
    const left: TariffDraft[] = []
    for (const tariff of family.own) {
      const fitting = fittingTo(tariff, family)
      if (fitting.length === 0) left.push(tariff)
      else if (fitting.length > 1) refused.push(unclear(tariff, fitting))
      else {
        names.set(tariff, fitting[0]!.name)
        known.add(tariff.key)
        if (fitting[0]!.state === 'disabled') disabled.add(tariff.key)
        if (fitting[0]!.state === 'active') inUse.add(tariff.key)
      }
      for (const one of fitting) open.delete(one)
    }
    const [ofRooms, listed] = [left.filter(isOfRoom), left.filter((one) => !isOfRoom(one))]
    const own: TariffDraft[] = []
    for (const tariff of ofRooms) {
      const others = [...open, ...family.priced].filter((one) => isOtherPriceOf(one, tariff))
      if (others.length === 0) own.push(tariff)
      else refused.push(differing(tariff, others))
    }
    // One that came beside those that are paired is new; beside one that nobody meant, it may be that at another price.
    if (open.size === 0) own.push(...listed)
    else refused.push(...listed.map((tariff) => differing(tariff, [...open])))
    added.push({ ...family, own: own.toSorted(byCode) })
  }
  for (const [tariff, name] of newNames(added, onRecord)) {
    if (name.length > longestTariffName) refused.push(tooLong(tariff, name))
    else names.set(tariff, name)
  }
  const taken = new Set([...names.keys()].map(({ key }) => key))
  return {
    tariffs: tariffs.flatMap((tariff) => {
      const name = names.get(tariff)
      return name === undefined ? [] : [{ ...tariff, name }]
    }),
    roomTariffs: roomTariffs.filter(({ tariffKey }) => taken.has(tariffKey)),
    known,
    disabled,
    inUse,
    refused,
    namesakes: namesakesOf(tariffs, onRecord),
  }
}

/**
 * By fee item, what the project charges beside others under its name, whichever of the two has a number behind it: pages
 * and bills show 电梯费(2) as an import called it, and workbooks are written by them. Only two different words, 公摊费(水) and
 * 公摊费(电), are two charges.
 */
function namesakesOf(
  tariffs: readonly TariffDraft[],
  onRecord: readonly TariffOnRecord[],
): Map<string, string[]> {
  const codes = new Set(tariffs.map(({ code }) => wordKey(code)))
  const called = (name: string) => {
    // One that was called 电梯费(2) in a workbook, and had a namesake there, has two numbers.
    let bare = wordKey(name)
    for (let parts = numbered.exec(bare); parts !== null; parts = numbered.exec(bare)) {
      const [, before = '', suffix = ''] = parts
      if (!number.test(suffix) && !codes.has(suffix)) return { bare: before, word: suffix }
      bare = before
    }
    return { bare, word: '' }
  }
  const others = Map.groupBy(
    onRecord
      .filter(({ state, exclusive }) => state !== 'disabled' && !exclusive)
      .map(({ name }) => ({ name, ...called(name) })),
    ({ bare }) => bare,
  )
  return new Map(
    tariffs.map(({ key, name }) => {
      const { bare, word } = called(name)
      const alike = (others.get(bare) ?? []).filter(
        (one) => word === '' || one.word === '' || one.word === word,
      )
      return [key, alike.map((one) => one.name)]
    }),
  )
}

/** Fee items of one name, and what the project has under it, with the numbers by which an import tells them apart. */
interface Family {
  own: TariffDraft[]
  candidates: TariffOnRecord[]
  /** With another word after the name, 垃圾费(商铺): what a workbook of before had as its number, or a charge of its own. */
  described: TariffOnRecord[]
  /** With a price after the name, 物业费 2.50元/㎡·月, as imports called what stood beside rooms. */
  priced: TariffOnRecord[]
}

const isOfRoom = (tariff: TariffDraft) => tariff.isOfRoom

const priced = /^(.+) [\d.]+元\/㎡·月$/
/** As an import called a price beside rooms once. */
function pricedName({ name, priceE4 }: TariffDraft): string {
  return `${name} ${yuan(priceE4 ?? 0)}元/㎡·月`
}

/** What a fee item at another price may be. What is switched off may have been another charge, and holds its own name alone. */
function inTheWay({ own, candidates, described }: Family): TariffOnRecord[] {
  const name = wordKey(own[0]!.name)
  return [...candidates, ...described].filter((one) => one.state !== 'disabled' || wordKey(one.name) === name)
}

const numbered = /^(.+)\(([^()]+)\)$/
/** What people number fee items with. */
const number = /^[a-z]{0,3}[\d.-]*\d$/

function familiesOf(tariffs: readonly TariffDraft[], onRecord: readonly TariffOnRecord[]): Family[] {
  const families = Map.groupBy(tariffs, ({ name }) => wordKey(name))
  const byName = Map.groupBy(onRecord, ({ name }) => wordKey(name))
  const byBareName = Map.groupBy(
    onRecord.filter(({ name }) => !families.has(wordKey(name)) && numbered.test(wordKey(name))),
    ({ name }) => numbered.exec(wordKey(name))![1]!,
  )
  const byPricedName = Map.groupBy(
    onRecord.filter(({ name }) => priced.test(name)),
    ({ name }) => wordKey(priced.exec(name)![1]!),
  )
  return [...families].map(([name, own]) => {
    const codes = new Set(own.map(({ code }) => wordKey(code)))
    const isNumbered = (one: TariffOnRecord) => {
      const suffix = numbered.exec(wordKey(one.name))![2]!
      return number.test(suffix) || codes.has(suffix)
    }
    const bare = byName.get(name) ?? []
    const suffixed = byBareName.get(name) ?? []
    const words = suffixed.filter((one) => !isNumbered(one))
    return {
      own: own.toSorted(byCode),
      candidates: [...bare, ...suffixed.filter(isNumbered)],
      // Where nothing has the bare name, after which an import would have put them, they are charges of their own.
      described: bare.length > 0 ? words : [],
      priced: own.some(isOfRoom) ? (byPricedName.get(name) ?? []) : [],
    }
  })
}

const inOrder = new Intl.Collator('en', { numeric: true })

/** By what stands in the row, never by where it stands. */
function byCode(a: TariffDraft, b: TariffDraft): number {
  const beside = Number(a.isOfRoom) - Number(b.isOfRoom)
  return beside || inOrder.compare(a.code, b.code) || inOrder.compare(a.key, b.key)
}

/**
 * Those that are the same charge; of several, those that are not switched off, that whose last day is told, or that which is
 * written just so. One that is called otherwise is meant where nothing else is.
 */
function fittingTo(
  tariff: TariffDraft,
  { own, candidates, described, priced: named }: Family,
): readonly TariffOnRecord[] {
  const terms = termsOf(tariff)
  // A row without a last day fits all of them, also that which another row tells.
  const ofOthers = terms.endsOn === null ? own.map(termsOf).filter(({ endsOn }) => endsOn !== null) : []
  const isFitting = (one: TariffOnRecord) =>
    isSame(terms, one) && !ofOthers.some((other) => isSame(other, one))
  const ofPrice = tariff.isOfRoom ? named.filter(isFitting) : []
  if (ofPrice.length > 0) {
    const written = ofPrice.filter(({ name }) => name === pricedName(tariff))
    return written.length > 0 ? written : ofPrice
  }
  const called = candidates.filter(isFitting)
  const fitting = called.length > 0 ? called : described.filter(isFitting)
  if (fitting.length < 2) return fitting
  const inUse = fitting.filter(({ state }) => state !== 'disabled')
  if (inUse.length === 1) return inUse
  const ending = inUse.filter(({ endsOn }) => endsOn === terms.endsOn)
  if (ending.length === 1) return ending
  const alike = fitting.filter(({ name }) => wordKey(name) === wordKey(tariff.name))
  const written = alike.filter(({ name }) => name === tariff.name)
  return alike.length === fitting.length && written.length === 1 ? written : fitting
}

/** What is new gets its name; where that is taken, with its number after it, or else the first one that is free. */
function newNames(
  families: readonly Family[],
  onRecord: readonly TariffOnRecord[],
): Map<TariffDraft, string> {
  const taken = new Set(onRecord.map(({ name }) => wordKey(name)))
  const names = new Map<TariffDraft, string>()
  const take = (tariff: TariffDraft, name: string) => {
    if (taken.has(wordKey(name))) return false
    taken.add(wordKey(name))
    names.set(tariff, name)
    return true
  }
  const others = families
    .toSorted((a, b) => inOrder.compare(a.own[0]?.name ?? '', b.own[0]?.name ?? ''))
    .flatMap(({ own }) => own.filter((tariff) => !take(tariff, tariff.name)))
  for (const tariff of others) {
    const { name, code } = tariff
    let next = 2
    if (code !== '' && take(tariff, `${name}(${code})`)) continue
    while (!take(tariff, `${name}(${next})`)) next += 1
  }
  return names
}
