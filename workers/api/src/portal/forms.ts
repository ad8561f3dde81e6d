import { defineError, HejuError } from '@heju/kernel'
import { bodyLimit } from 'hono/body-limit'
import type { HttpContext } from '../http/env.ts'
import { statusOf } from '../http/errors.ts'
import { tooLarge } from '../http/frame.ts'

export const formExpected = defineError('request.form_expected', 'unsupported')

/** Bytes of a form without photos: two thousand Chinese characters, escaped, and what goes with them. */
const longestForm = 64 * 1024

export const formBody = bodyLimit({
  maxSize: longestForm,
  onError: () => {
    throw tooLarge({ limit: '64 kB' })
  },
})

/** The text fields of a form. A name that comes several times keeps its last value; `all` gives each. */
export interface Form {
  text(name: string): string
  all(name: string): string[]
}

/** What was refused in a form, given back with what had been entered. */
export interface SentForm {
  form: Form
  /** Photos that lie in the store already: they go along with the next try. */
  fileIds: readonly string[]
  problems: Problems
}

/** What a form was refused for: a sentence for the whole, and one for each field that is to be mended. */
export interface Problems {
  general: string
  fields: Readonly<Record<string, string>>
  /** It tells something, and nothing has to be mended. */
  isNote?: boolean
}

/** @throws `request.form_expected` for a body that is none */
export async function formOf(c: HttpContext): Promise<Form> {
  try {
    return readForm(await c.req.formData())
  } catch (error) {
    // What the platform throws for another type of content, and for a form that breaks off.
    if (error instanceof TypeError) throw formExpected({}, { cause: error })
    throw error
  }
}

export function readForm(data: FormData): Form {
  const all = (name: string) => data.getAll(name).filter((value) => typeof value === 'string')
  return { all, text: (name) => all(name).at(-1) ?? '' }
}

/** A refusal that is shown in the form it came from; anything else goes the way of all failures. @throws `error` itself */
export function refusalOf(error: unknown): HejuError {
  const mendable = ['invalid', 'precondition', 'conflict', 'rate_limited', 'too_large', 'unsupported']
  if (error instanceof HejuError && mendable.includes(error.kind) && statusOf(error) < 500) return error
  throw error
}
