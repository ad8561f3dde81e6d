import {
  accessTokenSeconds,
  mintAccessToken,
  readAccessToken,
  refreshSession,
  sessionEnded,
  sessionKeysOf,
  type Session,
  type SignedIn,
} from '@heju/core/identity'
import { getCookie } from 'hono/cookie'
import * as v from 'valibot'
import { withVisitor } from './context.ts'
import type { HttpContext } from './env.ts'
import { cookieOf, clearSessionCookies, refreshCookie, setSessionCookies } from './session-cookies.ts'

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
export function planeOf(path: string): 'staff' | 'owner' {
  return /^(\/api\/v1)?\/portal(\/|$)/.test(path) ? 'owner' : 'staff'
}

/** Hands the tokens of a sign-in out: as cookies, or in the answer to a program that asks for them. */
export async function handOut(
  c: HttpContext,
  { session, refreshToken, refreshUntil }: SignedIn,
  how: 'cookies' | 'answer',
): Promise<SignedInAnswer> {
  const accessToken = await mintAccessToken(await sessionKeysOf(c.env.SESSION_KEYS), session, c.var.now)
  const tokens = { accessToken, refreshToken, refreshUntil }
  const answer = { accessUntil: c.var.now + accessTokenSeconds * 1000, refreshUntil }
  if (how === 'answer') return { ...answer, ...tokens }
  setSessionCookies(c, session.plane === 'owner' ? 'owner' : 'staff', tokens)
  return answer
}

/** Who is signed in by the request's access token, if anybody: verified here, without asking a database. */
export async function readSession(c: HttpContext): Promise<Session | undefined> {
  const plane = planeOf(c.req.path)
  const bearer = c.req.header('authorization')?.match(/^Bearer (.+)$/)?.[1]
  const token = bearer ?? getCookie(c, cookieOf[plane])
  if (token === undefined) return undefined
  const keys = await sessionKeysOf(c.env.SESSION_KEYS)
  return readAccessToken(keys, token, { plane, companyId: c.var.company.id }, c.var.now)
}

/** A sign-in that was renewed by the way. `finish` puts its cookies on the answer, once there is one. */
export interface Renewal {
  session: Session | undefined
  finish: () => Promise<unknown> | void
}

/**
 * Renews the sign-in of a page that is rendered here, where no script could do it: when the access token has run out
 * and the refresh token is good, the page is answered as if nothing had happened. At most one write in five minutes
 * for each browser; several requests at once get the same successor.
 */
export async function renewedSession(c: HttpContext): Promise<Renewal | undefined> {
  const plane = planeOf(c.req.path)
  if (plane === 'staff' && !/^\/field(\/|$)/.test(c.req.path)) return undefined
  const token = getCookie(c, refreshCookie[plane])
  if (token === undefined || c.req.header('authorization') !== undefined) return undefined
  try {
    const renewed = await withVisitor(c, (ctx) => refreshSession(ctx, plane, token))
    return { session: renewed.session, finish: () => handOut(c, renewed, 'cookies') }
  } catch (error) {
    if (!sessionEnded.is(error)) throw error
    return { session: undefined, finish: () => clearSessionCookies(c, plane) }
  }
}
