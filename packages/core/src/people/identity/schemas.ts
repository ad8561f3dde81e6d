import { parsePhone, permissions, roles } from '@heju/kernel'
import * as v from 'valibot'
import { idSchema, nameSchema, requestIdSchema } from '../../input.ts'
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

/** A role in all projects, or in those listed. Access tokens carry the list, and a cookie ends at 4 kB. */
const assignmentSchema = v.object({
  role: v.picklist(roles),
  projects: v.union([v.literal('all'), v.pipe(v.array(idSchema('proj')), v.minLength(1), v.maxLength(40))]),
})
const assignmentsSchema = v.pipe(
  v.array(assignmentSchema),
  v.minLength(1),
  v.check((all) => new Set(all.map((one) => one.role)).size === all.length, 'field.role_twice'),
  v.check((all) => all.flatMap((one) => one.projects).length <= 60, 'field.too_many_projects'),
)

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

export const changeStaffSchema = v.object({
  ...ofStaffSchema.entries,
  name: v.optional(nameSchema(40)),
  /** Left out: as it is. Null: none any more. The same for the e-mail. */
  phone: v.optional(v.nullable(mobileSchema)),
  email: v.optional(v.nullable(emailSchema)),
})
export type ChangeStaff = v.InferInput<typeof changeStaffSchema>

export const changeAssignmentsSchema = v.object({ ...ofStaffSchema.entries, assignments: assignmentsSchema })
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
  assignments: v.array(assignmentSchema),
  lastSignedInAt: v.nullable(v.number()),
  /** When the open invitation ends, epoch ms; null when there is none. */
  invitedUntil: v.nullable(v.number()),
})

/** Who is signed in, and what the console may show them. */
export const meSchema = v.object({
  staff: v.object({
    ...v.pick(colleagueSchema, ['id', 'name', 'email', 'assignments']).entries,
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
