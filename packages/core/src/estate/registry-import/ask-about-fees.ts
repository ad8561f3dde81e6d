import type { CivilDate } from '@heju/kernel'
import { feeItemOf } from '../../fees/billing/index.ts'
import { productItems } from '../../fees/items/index.ts'
import { wordKey } from '../registry/index.ts'
import type { TariffDraft } from './draft.ts'
import { tooManyFees } from './errors.ts'
import { mostNewFees } from './import-rules.ts'
import { answered, choice, type NewFee, type Question, type Said } from './question.ts'
import type { KnownTariffs } from './tariff-port.ts'
import { termsOf } from './tariff-terms.ts'

export interface AskedFee {
  tariff: TariffDraft
  rooms: number
  question: Question
}

/** A fee item that a person left out, with how many rooms would have been under it. */
export type LeftOut = Pick<AskedFee, 'tariff' | 'rooms'>

/**
 * Asks of each fee item that would become a new tariff whether it was understood rightly: there are more ways to write a price
 * than rules can know, and a person sees at once that one is wrong. What was said holds for the same terms only. Of what was
 * said of other files only that one is left out goes on: one that was right is on record, or somebody has dropped or renamed it.
 * @throws `registry_import.too_many_fees`
 */
export function askAboutFees(
  { tariffs, roomTariffs, known, begins, items }: KnownTariffs,
  said: Said,
): AskedFee[] {
  const added = tariffs.filter(({ key }) => !known.has(key))
  if (added.length > mostNewFees) throw tooManyFees({ fees: added.length, most: mostNewFees })
  const left = leftOutBefore(said)
  const roomsOf = Map.groupBy(roomTariffs, ({ tariffKey }) => tariffKey)
  return added.map((tariff) => {
    const rooms = roomsOf.get(tariff.key)?.length ?? 0
    const item = understood(tariff, items)
    const fee = newFee(tariff, item, rooms, begins.get(tariff.key))
    const terms = termsId(fee, tariff.fromOn)
    const id = tariff.fromOn === null ? `${terms}:${fee.fromOn}` : terms
    const before = new Map(left.has(terms) ? [[id, choice.leave]] : [])
    const question = {
      id,
      about: 'fee' as const,
      sheet: tariff.source.sheet,
      column: null,
      heading: tariff.name,
      values: [],
      choices: choicesOf(item, items),
      fee,
    }
    const answers = said.remembered ? before : said.answers
    return { tariff, rooms, question: answered(question, { ...said, answers }) }
  })
}

function newFee(tariff: TariffDraft, item: string, rooms: number, begins: CivilDate | undefined): NewFee {
  const { basis, priceE4, additionFen, endsOn } = termsOf(tariff)
  return {
    row: tariff.source.row,
    name: tariff.name,
    item,
    basis,
    priceE4,
    additionFen,
    fromOn: tariff.fromOn ?? begins ?? null,
    endsOn,
    rooms,
    cells: tariff.cells,
  }
}

/** One that is called as the fee item of the company's is that; another falls under one of the product's by its words. */
function understood({ name, kind }: TariffDraft, items: KnownTariffs['items']): string {
  const called = [kind, name].map(wordKey)
  const own = items.find((item) => item.name !== '' && called.includes(wordKey(item.name)))
  return own?.id ?? feeItemOf(kind)
}

/** What was understood, if that is still in use, any other of the company's own, or nothing. */
function choicesOf(item: string, items: KnownTariffs['items']): string[] {
  const others = items.filter(({ id }) => id !== item && !productItems.some((one) => one === id))
  const inUse = items.some(({ id }) => id === item) ? [choice.right] : []
  return [...inUse, choice.leave, ...others.map(({ id }) => `${choice.as}${id}`)]
}

/** The same for the same terms, wherever they stand: what was said of one price is not said of another. */
function termsId({ name, item, basis, priceE4, additionFen, endsOn }: NewFee, fromOn: string | null): string {
  return ['fee', wordKey(name), item, basis, priceE4, additionFen, fromOn ?? '', endsOn ?? ''].join(':')
}

/**
 * The terms that were left out in other files. Where these tell no first day, the question goes by that which was calculated as
 * well, and what was said of it holds for all of them.
 */
function leftOutBefore({ answers }: Said): Set<string> {
  const ids = [...answers].flatMap(([id, answer]) => (answer === choice.leave ? [id] : []))
  return new Set(ids.flatMap((id) => [id, id.slice(0, id.lastIndexOf(':'))]))
}

/** The fee items without those that a person left out, and these. Each new one with the item that was chosen for it. */
export function withoutLeftOut(
  all: KnownTariffs,
  asked: readonly AskedFee[],
): { found: KnownTariffs; leftOut: LeftOut[] } {
  const leftOut = asked.filter(({ question }) => question.answer === choice.leave)
  const keys = new Set(leftOut.map(({ tariff }) => tariff.key))
  const chosen = new Map(asked.map(({ tariff, question }) => [tariff.key, { item: itemOf(question) }]))
  const isTaken = ({ tariffKey }: { tariffKey: string }) => !keys.has(tariffKey)
  const found = {
    ...all,
    tariffs: all.tariffs
      .filter(({ key }) => !keys.has(key))
      .map((tariff) => ({ ...tariff, ...chosen.get(tariff.key) })),
    roomTariffs: all.roomTariffs.filter(isTaken),
    beside: all.beside.filter(({ room }) => isTaken(room)),
  }
  return { found, leftOut }
}

/** The fee item that an answer names, else the one that was understood. */
function itemOf({ answer, fee }: Question): string {
  return answer?.startsWith(choice.as) ? answer.slice(choice.as.length) : fee!.item
}
