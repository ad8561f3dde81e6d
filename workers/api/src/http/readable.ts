import { unreadableFields } from '@heju/core'
import { invalidInput } from '@heju/kernel'
import { createMiddleware } from 'hono/factory'
import type { HttpContext, HttpEnv } from './env.ts'
import { pageNotFound } from './frame.ts'

/**
 * No page is asked with characters that nobody can read, which a database refuses or cuts a text off at: nothing answers
 * at an address that holds some, and a question that does is not well formed. What they mean beside that is for the
 * verbs to judge. The API's routes check their parameters themselves, and name each; of the console's addresses nothing is
 * read here but that of its door, and its own page says of one that leads nowhere where the others are.
 * @throws `request.not_found`, `request.invalid` that names the parameters
 */
export const readableAddress = createMiddleware<HttpEnv>(async (c, next) => {
  if (!/^\/(api|console(?!\/welcome$))\//.test(c.req.path)) check(c)
  await next()
})

function check(c: HttpContext): void {
  if (unreadableFields(decoded(c.req.path)).length > 0) throw pageNotFound()
  const fields = unreadableFields(c.req.queries())
  if (fields.length > 0) throw invalidInput({}, { fields })
}

/** A path as routes read it: what is no UTF-8 stays as it came. */
function decoded(path: string): string {
  return path.replaceAll(/(?:%[\da-f]{2})+/gi, (part) => {
    try {
      return decodeURIComponent(part)
    } catch {
      return part
    }
  })
}
