import {
  acceptInvitation,
  acceptInvitationSchema,
  changeAssignmentsSchema,
  changeStaff,
  changeStaffSchema,
  disableStaffSchema,
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
import {
  changeAssignments,
  changeRole,
  disableStaff,
  handOverStaff,
  handOverStaffSchema,
  heldList,
  holdingsSchema,
  readHoldings,
  readHoldingsSchema,
} from '@heju/core/people/handing-over'
import {
  changeRoleSchema,
  createRole,
  createRoleSchema,
  readRoles,
  retireRole,
  retireRoleSchema,
  rolesSchema,
} from '@heju/core/people/roles'
import { Hono } from 'hono'
import * as v from 'valibot'
import { callerOf } from '../../http/caller.ts'
import { command, done, listOf, question } from '../../http/command.ts'
import { withVisitor } from '../../http/company.ts'
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

/** Colleagues: who there is, who may do what where. */
export const staffRoutes = new Hono<HttpEnv>()
  .get(...listOf('/', 'Colleagues by name, those of the projects that the caller works in', staffList))
  .get(...question('/roles', 'The roles with what each may do', readRoles, v.object({}), rolesSchema))
  .post(
    ...command(
      '/roles',
      'Make a role of the company’s own',
      createRole,
      createRoleSchema,
      v.object({ roleId: v.string() }),
    ),
  )
  .put(
    ...command(
      '/roles/:roleId',
      'Change what a role of the company’s own carries, for everybody who holds it',
      changeRole,
      changeRoleSchema,
      v.object({ roleId: v.string() }),
    ),
  )
  .post(
    ...command(
      '/roles/:roleId/retirement',
      'Take a role of the company’s own out of use, while nobody holds it',
      retireRole,
      retireRoleSchema,
      v.object({ roleId: v.string() }),
    ),
  )
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
      'Give a colleague other roles; what they may hold no longer goes to others',
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
      'Shut a colleague out; their sign-ins end, and what they hold goes to others',
      done(disableStaff),
      disableStaffSchema,
      doneSchema,
    ),
  )
  .get(
    ...question(
      '/:staffId/holdings',
      'What a colleague holds by kind and project, and who may take it over',
      readHoldings,
      readHoldingsSchema,
      holdingsSchema,
    ),
  )
  .get(...listOf('/:staffId/held', 'The things of a kind that a colleague holds', heldList))
  .post(
    ...command(
      '/:staffId/hand-over',
      'Hand over what a colleague holds, all of it or some',
      handOverStaff,
      handOverStaffSchema,
      v.object({ staffId: v.string() }),
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
