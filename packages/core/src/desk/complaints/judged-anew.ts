import { databaseConflict } from '@heju/db'
import type { HejuError } from '@heju/kernel'

/** As many as are sent at once by a hand that is impatient. */
const attempts = 4

/**
 * Carries out what rests on whether the same was said before, and judges anew when it was said at that very moment by
 * another request: of two that come at once, one makes a matter and the other is led to it.
 * @param attempt throws what it is given where another request came before
 */
export async function judgedAnew<T>(attempt: (meanwhile: HejuError) => Promise<T>): Promise<T> {
  const meanwhile = databaseConflict()
  for (let left = attempts; ; left -= 1) {
    try {
      return await attempt(meanwhile)
    } catch (error) {
      if (error !== meanwhile || left === 1) throw error
    }
  }
}
