import {
  changePassword,
  changePasswordSchema,
  meSchema,
  readMe,
  refreshSchema,
  refreshSession,
  sessionEnded,
  signIn,
  signInSchema,
  signOut,
  signOutEverywhere,
} from '@heju/core/people/identity'
import { Hono } from 'hono'
import * as v from 'valibot'
import { callerOf } from '../../http/caller.ts'
import { withCtx, withVisitor } from '../../http/company.ts'
import { body, doneSchema, idempotent, route } from '../../http/describe.ts'
import type { HttpEnv } from '../../http/env.ts'
import { loginLimit } from '../../http/limits.ts'
import { clearSessionCookies, readCookie } from '../../http/session-cookies.ts'
import { handOut, handOutRenewed, signedInSchema } from '../../http/sessions.ts'

/** Programs keep their tokens themselves; without it they are set as cookies and never shown to a page's script. */
export const tokensWanted = v.optional(v.boolean(), false)
/** A program sends its refresh token; a browser has it as a cookie. */
const ownToken = v.partial(refreshSchema)

/** Staff signing in and out, and what concerns their own account. */
export const sessionRoutes = new Hono<HttpEnv>()
  .post(
    '/',
    route('Sign in by phone or e-mail and password', signedInSchema, [401, 422, 429]),
    loginLimit,
    body(v.object({ ...signInSchema.entries, tokens: tokensWanted })),
    async (c) => {
      const { tokens, ...input } = c.req.valid('json')
      const signedIn = await withVisitor(c, (ctx) => signIn(ctx, input, callerOf(c)))
      return c.json(await handOut(c, signedIn, tokens ? 'answer' : 'cookies'))
    },
  )
  .get('/', route('Who is signed in, with what they may do', meSchema, [401, 403]), async (c) =>
    c.json(await withCtx(c, readMe)),
  )
  .post(
    '/refresh',
    route('Change the refresh token for new ones; it is good once', signedInSchema, [401]),
    body(ownToken),
    async (c) => {
      const given = c.req.valid('json').refreshToken
      const token = given ?? readCookie(c, 'staff_refresh')
      if (token === undefined) throw sessionEnded()
      try {
        const renewed = await withVisitor(c, (ctx) => refreshSession(ctx, 'staff', token))
        return c.json(await handOutRenewed(c, renewed, given === undefined ? 'cookies' : 'answer'))
      } catch (error) {
        if (given === undefined && sessionEnded.is(error)) clearSessionCookies(c, 'staff')
        throw error
      }
    },
  )
  .delete('/', route('Sign out here', doneSchema, []), body(ownToken), async (c) => {
    const token = c.req.valid('json').refreshToken ?? readCookie(c, 'staff_refresh')
    if (token !== undefined) await withVisitor(c, (ctx) => signOut(ctx, token))
    clearSessionCookies(c, 'staff')
    return c.json({ done: true as const })
  })
  .post('/sign-out-everywhere', route('End every sign-in of mine', doneSchema, [401]), async (c) => {
    await withCtx(c, signOutEverywhere)
    clearSessionCookies(c, 'staff')
    return c.json({ done: true as const })
  })
  .post(
    '/password',
    route('Change my password; my other sign-ins end', doneSchema, [401, 409, 422, 429]),
    idempotent,
    body(v.omit(changePasswordSchema, ['requestId'])),
    async (c) => {
      const requestId = c.req.valid('header')['idempotency-key']
      const familyId = c.var.session?.familyId ?? ''
      await withCtx(c, (ctx) => changePassword(ctx, { ...c.req.valid('json'), requestId }, familyId))
      return c.json({ done: true as const })
    },
  )
