import {
  accessTokenSeconds,
  actorOf,
  mintAccessToken,
  readAccessToken,
  refreshSession,
  sessionEnded,
  sessionKeysOf,
  sessionOf,
  type Session,
  type SignedIn,
} from '@heju/core/people/identity'
import { createMiddleware } from 'hono/factory'
import * as v from 'valibot'
import { isDoor } from './access.ts'
import { withVisitor } from './context.ts'
import type { HttpContext, HttpEnv } from './env.ts'
import {
  clearSessionCookies,
  keepDevice,
  readCookie,
  setSessionCookies,
  tellsCookies,
} from './session-cookies.ts'

/** What signing in and renewing answer. Programs that ask for the tokens get them here, browsers as cookies. */
export const signedInSchema = v.object({
  /** Epoch ms at which the access token runs out; renew before. */
  accessUntil: v.number(),
  /** Epoch ms at which one has to sign in anew unless one renews before. */
  refreshUntil: v.number(),
  accessToken: v.optional(v.string()),
  refreshToken: v.optional(v.string()),
})
export type SignedInAnswer = v.InferOutput<typeof signedInSchema>

/** The side of the product that an address belongs to. */
function planeOf(path: string): 'staff' | 'owner' {
  return /^(\/api\/v1)?\/portal(\/|$)/.test(path) ? 'owner' : 'staff'
}

/** Hands out the tokens of somebody who has just signed in: as cookies, or in the answer to a program that asks for them. */
export async function handOut(
  c: HttpContext,
  signedIn: SignedIn,
  how: 'cookies' | 'answer',
): Promise<SignedInAnswer> {
  const answer = await handOutRenewed(c, signedIn, how)
  if (how === 'cookies') await keepDevice(c)
  return answer
}

/** The same of a sign-in that goes on. */
export async function handOutRenewed(
  c: HttpContext,
  { session, refreshToken, refreshUntil }: SignedIn,
  how: 'cookies' | 'answer',
): Promise<SignedInAnswer> {
  const accessToken = await mintAccessToken(await sessionKeysOf(c.env.SESSION_KEYS), session, c.var.now)
  const tokens = { accessToken, refreshToken, refreshUntil }
  const answer = { accessUntil: c.var.now + accessTokenSeconds * 1000, refreshUntil }
  if (how === 'answer') return { ...answer, ...tokens }
  await setSessionCookies(c, session.plane === 'owner' ? 'owner' : 'staff', tokens)
  return answer
}

/**
 * Who is signed in by the request's access token, if anybody: verified here, without asking a database but for roles that
 * the token is too short for, the first time.
 */
export async function readSession(c: HttpContext): Promise<Session | undefined> {
  const plane = planeOf(c.req.path)
  const bearer = c.req.header('authorization')?.match(/^Bearer (.+)$/)?.[1]
  const token = bearer ?? readCookie(c, plane)
  if (token === undefined) return undefined
  const keys = await sessionKeysOf(c.env.SESSION_KEYS)
  const read = await readAccessToken(keys, token, { plane, companyId: c.var.company.id }, c.var.now)
  return read && sessionOf(read, (verb) => withVisitor(c, verb))
}

/**
 * Renews a sign-in by the way: when the access token has run out and the refresh token is good, a request is answered
 * as if nothing had happened, whether a page, a picture, a file or a script asked. So nobody has to know that access
 * tokens last minutes, and no request is sent twice for it. At most one write in five minutes for each browser; several
 * requests at once get the same successor. The doors, which are about the tokens themselves, see to them on their own.
 */
export const renewSignIn = createMiddleware<HttpEnv>(async (c, next) => {
  const plane = planeOf(c.req.path)
  const token = readCookie(c, `${plane}_refresh`)
  const { authorization } = c.req.header()
  const nothingToRenew = c.var.session !== undefined || token === undefined || authorization !== undefined
  if (nothingToRenew || isDoor(c.req.method, c.req.path)) return next()
  const renewed = await renewedBy(c, plane, token)
  c.set('session', renewed?.session)
  c.set('actor', renewed && actorOf(renewed.session, { now: c.var.now, zone: c.var.company.zone }))
  await next()
  if (tellsCookies(c, plane)) return
  if (renewed === undefined) clearSessionCookies(c, plane)
  else await handOutRenewed(c, renewed, 'cookies')
})

async function renewedBy(
  c: HttpContext,
  plane: 'staff' | 'owner',
  token: string,
): Promise<SignedIn | undefined> {
  try {
    return await withVisitor(c, (ctx) => refreshSession(ctx, plane, token))
  } catch (error) {
    if (sessionEnded.is(error)) return undefined
    throw error
  }
}
