import { companySuspended } from '@heju/core'
import { signInFirst } from '@heju/core/people/identity'
import { createMiddleware } from 'hono/factory'
import type { HttpEnv } from './env.ts'

/**
 * Addresses of the API that answer those who have not signed in: the doors themselves. What each lets in is for its
 * verb to judge. Everything else under `/api` is closed before its input is even looked at.
 */
const doors = [
  /^(POST|DELETE) \/api\/v1\/(portal\/)?session$/,
  /^POST \/api\/v1\/(portal\/)?session\/refresh$/,
  /^POST \/api\/v1\/portal\/session\/code$/,
  /^POST \/api\/v1\/invitations\/(read|accept)$/,
  /^(GET|HEAD) \/api\/v1\/openapi\.json$/,
]

/** What goes on while a company is suspended: its staff sign in to read, everybody signs out. The verbs judge the rest. */
const openInSuspension = /^\/(api\/v1\/(portal\/)?session|portal\/sign-out)(\/|$)/

/** Whether an address of the API answers those who have not signed in. */
export function isDoor(method: string, path: string): boolean {
  return doors.some((door) => door.test(`${method.toUpperCase()} ${path}`))
}

/**
 * Nobody gets further into the API without having signed in. What it answers is for the one who asked: no cache keeps
 * it, unless a route says otherwise.
 * @throws `access.sign_in`
 */
export const signedIn = createMiddleware<HttpEnv>(async (c, next) => {
  c.header('Cache-Control', 'no-store')
  if (c.var.actor === undefined && !isDoor(c.req.method, c.req.path)) throw signInFirst()
  await next()
})

/**
 * People of a suspended company change nothing. `ctx.write` refuses it too; here it is refused before any work is
 * done, and with the reason, which owners are told.
 * @throws `company.suspended`
 */
export const writesWhileActive = createMiddleware<HttpEnv>(async (c, next) => {
  const { state, stateReason } = c.var.company
  const changes = !['GET', 'HEAD', 'OPTIONS'].includes(c.req.method)
  const byPeople = c.var.actor !== undefined || c.req.path.startsWith('/api/')
  if (state === 'suspended' && changes && byPeople && !openInSuspension.test(c.req.path))
    throw companySuspended({ state, reason: stateReason ?? '' })
  await next()
})
