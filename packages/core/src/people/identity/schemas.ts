import { parsePhone } from '@heju/kernel'
import { permissions, roles } from '../../permissions/index.ts'
import * as v from 'valibot'
import { givenRevisionSchema, idSchema, nameSchema, requestIdSchema } from '../../input.ts'
import { handedSchema } from '../../platform/holdings/shape.ts'
import { projectsScopeSchema, rowsOfScope, scopedRole, scopeSchema, type AskedRole } from '../roles/shape.ts'
import { isCommonPassword, longestPassword, shortestPassword } from './password-rules.ts'
import { staffStates } from './rules.ts'

/** A number that takes text messages, as people write it; becomes E.164 (`+8613812341234`). */
export const mobileSchema = v.pipe(
  v.string(),
  v.transform((text) => parsePhone(text)),
  v.check((phone) => phone?.kind === 'mobile' || phone?.kind === 'foreign', 'field.mobile'),
  v.transform((phone) => phone?.number ?? ''),
  v.examples(['13812345678']),
)

const emailSchema = v.pipe(v.string(), v.trim(), v.toLowerCase(), v.email('field.email'), v.maxLength(120))

/** A password that is being chosen. That it does not repeat the account's phone or e-mail is checked by the verb. */
export const newPasswordSchema = v.pipe(
  v.string(),
  v.minLength(shortestPassword),
  v.maxLength(longestPassword),
  v.check((password) => !isCommonPassword(password), 'field.password_common'),
)
/** A password that is being tried. */
const triedPasswordSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(longestPassword))

/** One that every company has, or the id of one of its own. */
const roleIdSchema = v.union([v.picklist(roles), idSchema('role')])

/** Units, and projects one by one, in which one person may have roles. */
const mostRows = 300

/** A role in a scope; projects alone may be named as programs do that know no units. */
const assignmentSchema = v.union([
  v.object({ role: roleIdSchema, projects: projectsScopeSchema }),
  v.object({ role: roleIdSchema, scope: scopeSchema }),
])
export const assignmentsSchema = v.pipe(
  v.array(assignmentSchema),
  v.minLength(1),
  v.maxLength(60),
  v.check(
    (all) =>
      all.map(scopedRole).every(({ role, scope }) => role !== 'company_admin' || scope.kind === 'company'),
    'field.admin_everywhere',
  ),
  v.check((all) => new Set(all.map(nameOf)).size === all.length, 'field.role_twice'),
  v.check(
    (all) => all.map(scopedRole).flatMap(({ scope }) => rowsOfScope(scope)).length <= mostRows,
    'field.too_many_projects',
  ),
)

/** A role may be held for several units; for the company, and for projects, it is said once. */
function nameOf(asked: AskedRole): string {
  const { role, scope } = scopedRole(asked)
  return scope.kind === 'unit' ? `${role} ${scope.unitId}` : role
}

export const signInSchema = v.object({
  /** Phone or e-mail. */
  login: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120)),
  password: triedPasswordSchema,
})
export type SignIn = v.InferInput<typeof signInSchema>

export const refreshSchema = v.object({ refreshToken: v.pipe(v.string(), v.maxLength(200)) })

export const changePasswordSchema = v.object({
  requestId: requestIdSchema,
  currentPassword: triedPasswordSchema,
  newPassword: newPasswordSchema,
})
export type ChangePassword = v.InferInput<typeof changePasswordSchema>

export const inviteColleagueSchema = v.pipe(
  v.object({
    requestId: requestIdSchema,
    staffId: idSchema('stf'),
    name: nameSchema(40),
    phone: v.optional(mobileSchema),
    email: v.optional(emailSchema),
    assignments: assignmentsSchema,
  }),
  v.check(({ phone, email }) => phone !== undefined || email !== undefined, 'field.phone_or_email'),
)
export type InviteColleague = v.InferInput<typeof inviteColleagueSchema>

export const ofStaffSchema = v.object({ requestId: requestIdSchema, staffId: idSchema('stf') })
export type OfStaff = v.InferInput<typeof ofStaffSchema>

/** Shutting out somebody who holds anything takes who takes it over. */
export const disableStaffSchema = v.object({ ...ofStaffSchema.entries, handed: v.optional(handedSchema) })
export type DisableStaff = v.InferInput<typeof disableStaffSchema>

export const changeStaffSchema = v.object({
  ...ofStaffSchema.entries,
  name: v.optional(nameSchema(40)),
  /** Left out: as it is. Null: none any more. The same for the e-mail. */
  phone: v.optional(v.nullable(mobileSchema)),
  email: v.optional(v.nullable(emailSchema)),
})
export type ChangeStaff = v.InferInput<typeof changeStaffSchema>

/** Roles by which one could hold no longer what one holds take who takes that over. */
export const changeAssignmentsSchema = v.object({
  ...ofStaffSchema.entries,
  revision: givenRevisionSchema,
  assignments: assignmentsSchema,
  handed: v.optional(handedSchema),
})
export type ChangeAssignments = v.InferInput<typeof changeAssignmentsSchema>

export const invitationTokenSchema = v.pipe(v.string(), v.maxLength(120))
export const acceptInvitationSchema = v.object({ token: invitationTokenSchema, password: newPasswordSchema })
export type AcceptInvitation = v.InferInput<typeof acceptInvitationSchema>

export const createFirstAdministratorSchema = v.object({
  staffId: idSchema('stf'),
  name: nameSchema(40),
  phone: mobileSchema,
  /** Made by `hashPassword` when the password was given: provisioning never sees it. */
  passwordHash: v.pipe(v.string(), v.startsWith('scrypt$')),
})
export type CreateFirstAdministrator = v.InferInput<typeof createFirstAdministratorSchema>

export const colleagueSchema = v.object({
  id: v.string(),
  name: v.string(),
  phoneLast4: v.nullable(v.string()),
  email: v.nullable(v.string()),
  state: v.picklist(staffStates),
  assignments: v.array(v.object({ role: v.string(), scope: scopeSchema })),
  /** Of their roles. */
  revision: v.number(),
  lastSignedInAt: v.nullable(v.number()),
  /** When the open invitation ends, epoch ms; null when there is none. */
  invitedUntil: v.nullable(v.number()),
})

/** Who is signed in, and what the console may show them. */
export const meSchema = v.object({
  staff: v.object({
    ...v.pick(colleagueSchema, ['id', 'name', 'email']).entries,
    assignments: v.array(
      v.object({
        role: v.string(),
        /** Those that it reaches today. */
        projects: v.union([v.literal('all'), v.array(v.string())]),
        /** Of a role of the company's own. */
        own: v.optional(
          v.object({
            template: v.nullable(v.picklist(roles)),
            permissions: v.array(v.picklist(permissions)),
          }),
        ),
      }),
    ),
    /** Their own number, whole: what they type at the door. */
    phone: v.nullable(v.string()),
  }),
  permissions: v.array(v.picklist(permissions)),
  company: v.object({
    name: v.string(),
    slug: v.string(),
    state: v.string(),
    stateReason: v.nullable(v.string()),
    zone: v.string(),
    locale: v.string(),
  }),
})
export type Me = v.InferOutput<typeof meSchema>

export const invitationSchema = v.object({
  name: v.string(),
  company: v.string(),
  /** How this colleague will sign in: the phone's last four digits, the e-mail. */
  phoneLast4: v.nullable(v.string()),
  email: v.nullable(v.string()),
  expiresAt: v.number(),
})
export type Invitation = v.InferOutput<typeof invitationSchema>
