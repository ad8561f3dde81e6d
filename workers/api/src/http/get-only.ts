import { createMiddleware } from 'hono/factory'
import type { HttpEnv } from './env.ts'

/**
 * Stands before a GET that puts something on record: that a list was taken along, that a demand was read, that somebody
 * came in by a link that is good once. Whoever asks for its head alone does none of this, and the record would say that
 * they did.
 */
export const getOnly = createMiddleware<HttpEnv>(async (c, next) => {
  // The app itself takes a HEAD for a GET.
  if (c.req.raw.method === 'HEAD') return c.body(null, 405, { allow: 'GET' })
  return next()
})
