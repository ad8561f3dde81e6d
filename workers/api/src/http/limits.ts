import { defineError } from '@heju/kernel'
import { createMiddleware } from 'hono/factory'
import { addressOf } from './caller.ts'
import type { HttpEnv } from './env.ts'

export const tooManyRequests = defineError('request.too_many', 'rate_limited')

/** The period of both limits in wrangler.toml, in seconds. The binding does not say how much of it is left. */
const periodSeconds = 60

/** So many requests a minute for each who is signed in, and for each address of those who are not. */
export const apiLimit = createMiddleware<HttpEnv>(async (c, next) => {
  const { actor, company } = c.var
  // A provider reports for all companies from a few addresses: its reports are counted by merchant. Whoever else sends
  // some does so from elsewhere, and stops none of the provider's.
  const isNotice = c.req.path.startsWith('/notices/')
  const nobody = `${isNotice ? `${company.id} ${c.req.path} ` : ''}address ${addressOf(c)}`
  const { success } = await c.env.API_LIMIT.limit({
    key: actor === undefined ? nobody : `${company.id} ${actor.id}`,
  })
  if (!success) throw tooManyRequests({ retryAfterSeconds: periodSeconds })
  await next()
})

/**
 * So many tries at a door a minute from each address, before the database is asked at all. It is counted by location
 * and only roughly: what is exact is counted in the database (throttles of identity).
 */
export const loginLimit = createMiddleware<HttpEnv>(async (c, next) => {
  const { success } = await c.env.LOGIN_LIMIT.limit({ key: `${c.var.company.id} ${addressOf(c)}` })
  if (!success) throw tooManyRequests({ retryAfterSeconds: periodSeconds })
  await next()
})
