import {
  acceptInvitation,
  acceptInvitationSchema,
  assignmentsSchema,
  changeAssignments,
  changeStaff,
  changeStaffSchema,
  colleagueSchema,
  disableStaff,
  enableStaff,
  endSignIns,
  invitationSchema,
  invitationTokenSchema,
  inviteColleague,
  inviteColleagueBodySchema,
  listStaff,
  listStaffSchema,
  readInvitation,
  renewInvitation,
  type InvitationLink,
} from '@heju/core/identity'
import { pageSchema } from '@heju/core'
import { permissions, roleGrants, roles } from '@heju/kernel'
import { Hono } from 'hono'
import * as v from 'valibot'
import { callerOf } from '../http/caller.ts'
import { ctxOf, withCtx, withVisitor } from '../http/company.ts'
import { body, doneSchema, idempotent, query, route } from '../http/describe.ts'
import type { HttpContext, HttpEnv } from '../http/env.ts'
import { loginLimit } from '../http/limits.ts'
import { handOut, signedInSchema } from '../http/sessions.ts'
import { tokensWanted } from './session.ts'

const linkSchema = v.object({
  staffId: v.string(),
  /** The address to pass on. Its secret stands behind the #, so that it reaches no log. */
  link: v.string(),
  /** Epoch ms. */
  expiresAt: v.number(),
})
const rolesSchema = v.array(
  v.object({ role: v.picklist(roles), permissions: v.array(v.picklist(permissions)) }),
)

/** Colleagues: who there is, who may do what where. */
export const staffRoutes = new Hono<HttpEnv>()
  .get(
    '/',
    route('Colleagues by name, those of the projects that the caller works in', pageSchema(colleagueSchema)),
    query(listStaffSchema),
    async (c) => c.json(await withCtx(c, (ctx) => listStaff(ctx, c.req.valid('query')))),
  )
  .get('/roles', route('The roles with what each may do', v.object({ roles: rolesSchema })), async (c) => {
    const ctx = await ctxOf(c)
    ctx.require('staff.read')
    const granted = (role: (typeof roles)[number]) =>
      permissions.filter((permission) => roleGrants(role, permission))
    return c.json({ roles: roles.map((role) => ({ role, permissions: granted(role) })) })
  })
  .post(
    '/',
    route('Take a colleague in; answers the link to pass on', linkSchema, [401, 403, 404, 409, 422]),
    idempotent,
    body(inviteColleagueBodySchema),
    async (c) => {
      const requestId = c.req.valid('header')['idempotency-key']
      const invite = { ...c.req.valid('json'), requestId }
      return c.json(linkOf(c, await withCtx(c, (ctx) => inviteColleague(ctx, invite))))
    },
  )
  .post(
    '/:staffId/invitation',
    route('A new link to set a password; earlier ones end', linkSchema, [401, 403, 409, 422]),
    idempotent,
    async (c) => {
      const asked = { staffId: c.req.param('staffId'), requestId: c.req.valid('header')['idempotency-key'] }
      return c.json(linkOf(c, await withCtx(c, (ctx) => renewInvitation(ctx, asked))))
    },
  )
  .put(
    '/:staffId',
    route('Correct a colleague’s name, phone or e-mail', doneSchema, [401, 403, 409, 422]),
    idempotent,
    body(v.omit(changeStaffSchema, ['requestId', 'staffId'])),
    async (c) => {
      const asked = { staffId: c.req.param('staffId'), requestId: c.req.valid('header')['idempotency-key'] }
      await withCtx(c, (ctx) => changeStaff(ctx, { ...c.req.valid('json'), ...asked }))
      return c.json({ done: true as const })
    },
  )
  .put(
    '/:staffId/assignments',
    route('Give a colleague other roles', doneSchema, [401, 403, 404, 409, 422]),
    idempotent,
    body(v.object({ assignments: assignmentsSchema })),
    async (c) => {
      const asked = { staffId: c.req.param('staffId'), requestId: c.req.valid('header')['idempotency-key'] }
      await withCtx(c, (ctx) => changeAssignments(ctx, { ...asked, ...c.req.valid('json') }))
      return c.json({ done: true as const })
    },
  )
  .post(
    '/:staffId/sign-out',
    route('End every sign-in of a colleague; they may sign in again', doneSchema, [401, 403, 409, 422]),
    idempotent,
    async (c) => {
      const asked = { staffId: c.req.param('staffId'), requestId: c.req.valid('header')['idempotency-key'] }
      await withCtx(c, (ctx) => endSignIns(ctx, asked))
      return c.json({ done: true as const })
    },
  )
  .post(
    '/:staffId/disable',
    route('Shut a colleague out; their sign-ins end', doneSchema, [401, 403, 409, 422]),
    idempotent,
    async (c) => {
      const asked = { staffId: c.req.param('staffId'), requestId: c.req.valid('header')['idempotency-key'] }
      await withCtx(c, (ctx) => disableStaff(ctx, asked))
      return c.json({ done: true as const })
    },
  )
  .post(
    '/:staffId/enable',
    route('Let a colleague back in', doneSchema, [401, 403, 409, 422]),
    idempotent,
    async (c) => {
      const asked = { staffId: c.req.param('staffId'), requestId: c.req.valid('header')['idempotency-key'] }
      await withCtx(c, (ctx) => enableStaff(ctx, asked))
      return c.json({ done: true as const })
    },
  )

/** The page behind an invitation's link, for somebody who cannot sign in yet. */
export const invitationRoutes = new Hono<HttpEnv>()
  .post(
    '/read',
    route('Whom a link is for', invitationSchema, [404, 422, 429]),
    loginLimit,
    body(v.object({ token: invitationTokenSchema })),
    async (c) => {
      const { token } = c.req.valid('json')
      return c.json(await withVisitor(c, (ctx) => readInvitation(ctx, token)))
    },
  )
  .post(
    '/accept',
    route('Set the password and sign in', signedInSchema, [404, 422, 429]),
    loginLimit,
    body(v.object({ ...acceptInvitationSchema.entries, tokens: tokensWanted })),
    async (c) => {
      const { tokens, ...input } = c.req.valid('json')
      const signedIn = await withVisitor(c, (ctx) => acceptInvitation(ctx, input, callerOf(c)))
      return c.json(await handOut(c, signedIn, tokens ? 'answer' : 'cookies'))
    },
  )

function linkOf(c: HttpContext, { staffId, token, expiresAt }: InvitationLink) {
  return { staffId, link: `${new URL(c.req.url).origin}/console/invitation#${token}`, expiresAt }
}
