import { defineError } from '@heju/kernel'
import { createMiddleware } from 'hono/factory'
import { addressOf } from './caller.ts'
import type { HttpContext, HttpEnv } from './env.ts'
import { knownDeviceOf } from './session-cookies.ts'

export const tooManyRequests = defineError('request.too_many', 'rate_limited')

/** The period of both limits in wrangler.toml, in seconds. The binding does not say how much of it is left. */
const periodSeconds = 60

/**
 * So many requests a minute for each who is signed in, and of those who are not for each device that is known and each
 * address.
 */
export const apiLimit = createMiddleware<HttpEnv>(async (c, next) => {
  const { actor, company } = c.var
  // A provider reports for all companies from a few addresses: its reports are counted by merchant. Whoever else sends
  // some does so from elsewhere, and stops none of the provider's.
  const isNotice = c.req.path.startsWith('/notices/')
  const nobody = async () =>
    isNotice ? `${company.id} ${c.req.path} address ${addressOf(c)}` : await fromWhere(c, 'address ')
  const { success } = await c.env.API_LIMIT.limit({
    key: actor === undefined ? await nobody() : `${company.id} ${actor.id}`,
  })
  if (!success) throw tooManyRequests({ retryAfterSeconds: periodSeconds })
  await next()
})

/**
 * So many tries at a door a minute from each address and each known device, before the database is asked at all. It is
 * counted by location and only roughly: what is exact is counted in the database (throttles of identity).
 */
export const loginLimit = createMiddleware<HttpEnv>(async (c, next) => {
  const { success } = await c.env.LOGIN_LIMIT.limit({ key: await fromWhere(c, `${c.var.company.id} `) })
  if (!success) throw tooManyRequests({ retryAfterSeconds: periodSeconds })
  await next()
})

/**
 * By what a request of nobody is counted. A device with which somebody signed in before is counted by itself, so that
 * whoever shares its address (an office, a carrier) stops it by nothing that they do.
 * @param before what stands before an address
 */
async function fromWhere(c: HttpContext, before: string): Promise<string> {
  const device = await knownDeviceOf(c)
  if (device !== undefined) return `${c.var.company.id} device ${device}`
  return `${before}${addressOf(c)}`
}
