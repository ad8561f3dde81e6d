import { othersDecisions, type OthersDecision } from '../../fees/billing/index.ts'
import { wordKey } from '../registry/index.ts'
import type { TariffDraft } from './draft.ts'
import { answered, choice, together, type Question, type Said } from './question.ts'
import type { KnownTariffs } from './tariff-port.ts'

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
  const byTariff = Map.groupBy(charges, ({ tariffKey }) => tariffKey)
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
      choices: [...othersDecisions],
    }
    return [
      { tariffKey: tariff.key, question: answered(question, holds ? said : { ...said, answers: new Map() }) },
    ]
  })
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
