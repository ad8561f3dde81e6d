import { signInHandedOver } from '@heju/core/people/identity'
import { redeemHandover } from '@heju/core/platform/tenancy'
import { Hono } from 'hono'
import { platformCtxOf } from './base/context.ts'
import { callerOf } from './http/caller.ts'
import { withVisitor } from './http/context.ts'
import type { HttpEnv } from './http/env.ts'
import { getOnly } from './http/get-only.ts'
import { handOut } from './http/sessions.ts'

/** Where a new company's administrator comes in from the base host, with the one-time token of the sign-up. */
export const welcomePage = new Hono<HttpEnv>().get('/console/welcome', getOnly, async (c) => {
  const given = { companyId: c.var.company.id, token: c.req.query('token') ?? '' }
  const { staffId } = await redeemHandover(await platformCtxOf(c), given)
  const signedIn = await withVisitor(c, (ctx) => signInHandedOver(ctx, staffId, callerOf(c)))
  await handOut(c, signedIn, 'cookies')
  c.header('Cache-Control', 'no-store')
  // The token is in this address: the next page must not tell it to anybody as its referrer.
  c.header('Referrer-Policy', 'no-referrer')
  return c.redirect('/console', 303)
})
