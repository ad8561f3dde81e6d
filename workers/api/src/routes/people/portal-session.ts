import { refreshSchema, refreshSession, signOut, signOutEverywhere } from '@heju/core/people/identity'
import {
  codeRequestedSchema,
  ownerSchema,
  readOwner,
  requestCode,
  requestCodeSchema,
  verifyCode,
  verifyCodeSchema,
} from '@heju/core/people/owner-access'
import { Hono } from 'hono'
import * as v from 'valibot'
import { callerOf } from '../../http/caller.ts'
import { withCtx, withVisitor } from '../../http/company.ts'
import { body, doneSchema, route } from '../../http/describe.ts'
import type { HttpEnv } from '../../http/env.ts'
import { loginLimit } from '../../http/limits.ts'
import { clearSessionCookies, readCookie } from '../../http/session-cookies.ts'
import { handOut, handOutRenewed, signedInSchema } from '../../http/sessions.ts'
import { tokensWanted } from './session.ts'

const ownToken = v.partial(refreshSchema)

/** Owners signing in and out. The portal's pages do the same without script; this is for apps and mini programs. */
export const portalSessionRoutes = new Hono<HttpEnv>()
  .post(
    '/code',
    route(
      'Send a code to an owner’s phone; the answer is the same for every phone',
      codeRequestedSchema,
      [403, 422, 429],
    ),
    loginLimit,
    body(requestCodeSchema),
    async (c) => c.json(await withVisitor(c, (ctx) => requestCode(ctx, c.req.valid('json'), callerOf(c)))),
  )
  .post(
    '/',
    route('Sign in by the code', signedInSchema, [401, 403, 422, 429]),
    loginLimit,
    body(v.object({ ...verifyCodeSchema.entries, tokens: tokensWanted })),
    async (c) => {
      const { tokens, ...input } = c.req.valid('json')
      const signedIn = await withVisitor(c, (ctx) => verifyCode(ctx, input, callerOf(c)))
      return c.json(await handOut(c, signedIn, tokens ? 'answer' : 'cookies'))
    },
  )
  .get('/', route('Who is signed in', ownerSchema, [401]), async (c) => c.json(await withCtx(c, readOwner)))
  .post(
    '/refresh',
    route('Change the refresh token for new ones; it is good once', signedInSchema, [401]),
    body(refreshSchema),
    async (c) => {
      const { refreshToken } = c.req.valid('json')
      const renewed = await withVisitor(c, (ctx) => refreshSession(ctx, 'owner', refreshToken))
      return c.json(await handOutRenewed(c, renewed, 'answer'))
    },
  )
  .delete('/', route('Sign out here', doneSchema, []), body(ownToken), async (c) => {
    const token = c.req.valid('json').refreshToken ?? readCookie(c, 'owner_refresh')
    if (token !== undefined) await withVisitor(c, (ctx) => signOut(ctx, token))
    clearSessionCookies(c, 'owner')
    return c.json({ done: true as const })
  })
  .post('/sign-out-everywhere', route('End every sign-in of mine', doneSchema, [401]), async (c) => {
    await withCtx(c, signOutEverywhere)
    clearSessionCookies(c, 'owner')
    return c.json({ done: true as const })
  })
