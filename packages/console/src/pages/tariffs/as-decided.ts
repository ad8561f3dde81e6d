import { ApiError } from '../../app/api.ts'
import { NotMeant } from '../../parts/not-meant.ts'

/**
 * Sends what brings a tariff into use; where places would then be charged twice for the same, asks whether that is meant
 * and sends it again as decided.
 * @throws NotMeant where it is not: nothing was sent that counts, and nothing went wrong
 */
export async function asDecided<T>(
  send: (beside: boolean) => Promise<T>,
  ask: (refusal: ApiError) => Promise<boolean>,
): Promise<T> {
  try {
    return await send(false)
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'billing.charged_twice') throw error
    if (!(await ask(error))) throw new NotMeant()
    return send(true)
  }
}
