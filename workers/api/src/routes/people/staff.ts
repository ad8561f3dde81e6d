import {
  acceptInvitation,
  acceptInvitationSchema,
  changeAssignments,
  changeAssignmentsSchema,
  changeStaff,
  changeStaffSchema,
  disableStaff,
  enableStaff,
  endSignIns,
  invitationSchema,
  invitationTokenSchema,
  inviteColleague,
  inviteColleagueSchema,
  ofStaffSchema,
  staffList,
  readInvitation,
  renewInvitation,
  type InvitationLink,
} from '@heju/core/people/identity'
import { permissions, roleGrants, roles } from '@heju/kernel'
import { Hono } from 'hono'
import * as v from 'valibot'
import { callerOf } from '../../http/caller.ts'
import { command, done, listOf } from '../../http/command.ts'
import { ctxOf, withVisitor } from '../../http/company.ts'
import { body, doneSchema, route } from '../../http/describe.ts'
import type { HttpContext, HttpEnv } from '../../http/env.ts'
import { loginLimit } from '../../http/limits.ts'
import { handOut, signedInSchema } from '../../http/sessions.ts'
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
  .get(...listOf('/', 'Colleagues by name, those of the projects that the caller works in', staffList))
  .get('/roles', route('The roles with what each may do', v.object({ roles: rolesSchema })), async (c) => {
    const ctx = await ctxOf(c)
    ctx.require('staff.read')
    const granted = (role: (typeof roles)[number]) =>
      permissions.filter((permission) => roleGrants(role, permission))
    return c.json({ roles: roles.map((role) => ({ role, permissions: granted(role) })) })
  })
  .post(
    ...command(
      '/',
      'Take a colleague in; answers the link to pass on',
      async (ctx, input, c) => linkOf(c, await inviteColleague(ctx, input)),
      inviteColleagueSchema,
      linkSchema,
    ),
  )
  .post(
    ...command(
      '/:staffId/invitation',
      'A new link to set a password; earlier ones end',
      async (ctx, input, c) => linkOf(c, await renewInvitation(ctx, input)),
      ofStaffSchema,
      linkSchema,
    ),
  )
  .put(
    ...command(
      '/:staffId',
      'Correct a colleague’s name, phone or e-mail',
      done(changeStaff),
      changeStaffSchema,
      doneSchema,
    ),
  )
  .put(
    ...command(
      '/:staffId/assignments',
      'Give a colleague other roles',
      done(changeAssignments),
      changeAssignmentsSchema,
      doneSchema,
    ),
  )
  .post(
    ...command(
      '/:staffId/sign-out',
      'End every sign-in of a colleague; they may sign in again',
      done(endSignIns),
      ofStaffSchema,
      doneSchema,
    ),
  )
  .post(
    ...command(
      '/:staffId/disable',
      'Shut a colleague out; their sign-ins end',
      done(disableStaff),
      ofStaffSchema,
      doneSchema,
    ),
  )
  .post(
    ...command('/:staffId/enable', 'Let a colleague back in', done(enableStaff), ofStaffSchema, doneSchema),
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
