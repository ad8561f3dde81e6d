import { othersDecisions, type OthersDecision } from '../../fees/billing/index.ts'
import { wordKey } from '../registry/index.ts'
import type { TariffDraft } from './draft.ts'
import { roomTariffKey } from './plan-charges.ts'
import type { ChargesDecided } from './plan-parts.ts'
import { answered, choice, together, type Question, type Said } from './question.ts'
import type { KnownTariffs, SecondCharge } from './tariff-port.ts'

/**
 * Asks what becomes of other charges for the same that rooms have which a workbook puts under a tariff in use: a place
 * never gets a second one unless somebody says so. Of what was said of other files only that the rooms stay as they are
 * goes on.
 */
export function askAboutCharges(
  tariffs: readonly TariffDraft[],
  charges: KnownTariffs['charges'],
  said: Said,
): { tariffKey: string; question: Question }[] {
  const byTariff = Map.groupBy(charges.filter(isInUse), ({ tariffKey }) => tariffKey)
  return tariffs.flatMap((tariff) => {
    const own = byTariff.get(tariff.key)
    if (own === undefined) return []
    const id = `charge:${wordKey(tariff.name)}`
    const holds = !said.remembered || said.answers.get(id) === choice.keep
    const question = {
      id,
      about: 'charge' as const,
      sheet: tariff.source.sheet,
      column: null,
      heading: tariff.name,
      values: together([own.map(({ other }) => ({ value: other, rows: 1 }))]),
      rooms: new Set(own.map(({ roomKey }) => roomKey)).size,
      choices: [...othersDecisions],
    }
    return [
      { tariffKey: tariff.key, question: answered(question, holds ? said : { ...said, answers: new Map() }) },
    ]
  })
}

/** Whether a room is charged by the other now, so that it is asked about. */
function isInUse({ otherState }: SecondCharge): boolean {
  return otherState === 'active'
}

/** What was decided, by tariff. */
export function decisionsOf(
  asked: readonly { tariffKey: string; question: Question }[],
): Record<string, OthersDecision> {
  return Object.fromEntries(
    asked.flatMap(({ tariffKey, question: { answer } }) =>
      answer === null ? [] : [[tariffKey, answer as OthersDecision]],
    ),
  )
}

/** The rooms that stay as they are charged, and those of which whatever else they are under for the same ends, in use or not. */
export function chargesDecided(
  charges: readonly SecondCharge[],
  others: Readonly<Record<string, OthersDecision>>,
): ChargesDecided {
  const decided = (answer: OthersDecision) => charges.filter(({ tariffKey }) => others[tariffKey] === answer)
  return { kept: new Set(decided('keep').filter(isInUse).map(roomTariffKey)), replaced: decided('replace') }
}
