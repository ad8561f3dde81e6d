import type { OthersDecision } from '@heju/core/fees/billing/shape'
import { ApiError, isUnanswered } from '../../../app/api.ts'
import { NotMeant } from '../../../parts/not-meant.ts'

/** What was sent with a decision and not answered: asked for anew, it would be refused for what it did itself. */
export interface Unanswered {
  asked: string
  decision: OthersDecision
}

/**
 * Sends what brings a tariff into use; where places are charged for the same already, asks what becomes of that and sends it
 * again as decided. What was decided and got no answer is repeated as it was, without another question.
 * @param asked what is sent beside the decision, as the API takes it
 * @param memory kept from one press to the next
 * @throws NotMeant where nothing is decided: nothing was sent that counts, and nothing went wrong
 */
export async function asDecided<J extends object, T>(
  asked: J,
  send: (json: J & { others?: OthersDecision }) => Promise<T>,
  ask: (refusal: ApiError) => Promise<OthersDecision | undefined>,
  memory: { unanswered?: Unanswered | undefined },
): Promise<T> {
  const text = JSON.stringify(asked)
  const decided = async (decision: OthersDecision) => {
    try {
      return await send({ ...asked, others: decision })
    } catch (error) {
      if (isUnanswered(error)) memory.unanswered = { asked: text, decision }
      throw error
    }
  }
  const before = memory.unanswered
  memory.unanswered = undefined
  if (before?.asked === text) return decided(before.decision)
  try {
    return await send(asked)
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'billing.charged_twice') throw error
    const others = await ask(error)
    if (others === undefined) throw new NotMeant()
    return decided(others)
  }
}
