import { defineError } from '@heju/kernel'
import { bodyLimit } from 'hono/body-limit'
import type { HttpContext } from './env.ts'
import { tooLarge } from './frame.ts'

const formExpected = defineError('request.form_expected', 'unsupported')

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

/**
 * Reads a page's form: the one way in which the pages of every host do.
 * @throws `request.form_expected` for a body that is none
 */
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
