import { HejuError, invalidInput } from '@heju/kernel'
import { statusOf } from '../http/errors.ts'
import type { Form } from '../http/forms.ts'

/** What was refused in a form, given back with what had been entered. */
export interface SentForm {
  form: Form
  /** Photos that lie in the store already: they go along with the next try. */
  fileIds: readonly string[]
  /** Photos came that are to be chosen again. */
  photosLost?: boolean
  /** So many photos came that the matter has no room for; they were let go of. */
  photosUnfit?: number
  problems: Problems
}

/** What a form was refused for: a sentence for the whole, and one for each field that is to be mended. */
export interface Problems {
  general: string
  fields: Readonly<Record<string, string>>
  /** It tells something, and nothing has to be mended. */
  isNote?: boolean
}

/**
 * A refusal that is shown in the form it came from; anything else goes the way of all failures.
 * @param fieldOf the fields that a refusal is about, by its code: what one of them named was put away or given to another
 *   meanwhile, whatever kind of refusal that is elsewhere, and to choose again there mends it
 * @throws `error` itself
 */
export function refusalOf(error: unknown, fieldOf: Readonly<Record<string, string>> = {}): HejuError {
  if (error instanceof HejuError) {
    const { code, params } = error
    const path = fieldOf[code]
    if (path !== undefined) return invalidInput({}, { fields: [{ path, code, params }], cause: error })
  }
  const mendable = ['invalid', 'precondition', 'conflict', 'rate_limited', 'too_large', 'unsupported']
  if (error instanceof HejuError && mendable.includes(error.kind) && statusOf(error) < 500) return error
  throw error
}
