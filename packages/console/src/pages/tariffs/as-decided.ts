import { ApiError } from '../../app/api.ts'
import { NotMeant } from '../../parts/not-meant.ts'

/** What may become of other charges for the same. */
export const decisions = ['replace', 'keep'] as const
export type Decision = (typeof decisions)[number]

/**
 * Sends what brings a tariff into use; where places are charged for the same already, asks what becomes of that and sends it
 * again as decided.
 * @throws NotMeant where nothing is decided: nothing was sent that counts, and nothing went wrong
 */
export async function asDecided<T>(
  send: (others: { others?: Decision }) => Promise<T>,
  ask: (refusal: ApiError) => Promise<Decision | undefined>,
): Promise<T> {
  try {
    return await send({})
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'billing.charged_twice') throw error
    const others = await ask(error)
    if (others === undefined) throw new NotMeant()
    return send({ others })
  }
}
