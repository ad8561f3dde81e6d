import { newId } from '@heju/kernel'
import type { Assignment } from '../../permissions/index.ts'
import { sql } from 'drizzle-orm'
import { visitor, type Ctx } from '../../context.ts'
import { indexPhone } from '../../estate/registry/index.ts'
import { as } from '../../testing.ts'
import type { AskedRole } from '../roles/index.ts'
import { insertAssignments } from './assignments.ts'
import { hashPassword } from './passwords.ts'
import type { Caller } from './sessions.ts'
import { phoneColumns } from './staff-logins.ts'
import type { StaffState } from './rules.ts'
import { owners, sessions, staff, type sessionPlanes } from './tables.ts'

export const testPassword = '翠湖花园的早晨'
/** The hash of `testPassword` at a cost that tests can afford; one for all, since each holds its own parameters. */
const cheapHash = hashPassword(testPassword, { N: 2, r: 1, p: 1 })

export const testCaller: Caller = { address: '203.0.113.7', agent: 'Mozilla/5.0 (test)' }

let people = 0

/** Puts a member of staff straight into the database. */
export async function addStaff(
  ctx: Ctx,
  more: {
    name?: string
    phone?: string
    email?: string
    state?: StaffState
    assignments?: readonly AskedRole[]
  } = {},
): Promise<{ id: string; phone: string }> {
  people += 1
  const id = newId('stf', ctx.now)
  const phone = more.phone ?? `+86138${people.toString().padStart(8, '0')}`
  const state = more.state ?? 'active'
  await ctx.db.orm.insert(staff).values({
    id,
    name: more.name ?? `员工${people}`,
    ...(await phoneColumns(ctx, phone)),
    email: more.email ?? null,
    passwordHash: state === 'invited' ? null : await cheapHash,
    state,
    createdAt: ctx.now,
    changedAt: ctx.now,
  })
  const assignments = more.assignments ?? [{ role: 'company_admin', projects: 'all' }]
  if (assignments.length > 0) await insertAssignments(ctx, id, assignments)
  return { id, phone }
}

/**
 * Puts a sign-in straight into the database, so that a token of it stands. Staff who are not there are put in, and what
 * they are said to hold where the projects are there.
 */
export async function addSignIn(
  orm: Ctx['db']['orm'],
  who: {
    plane: (typeof sessionPlanes)[number]
    subject: string
    assignments: readonly Assignment[]
    familyId: string
    now: number
  },
): Promise<void> {
  const { plane, subject, assignments, familyId, now } = who
  if (plane === 'staff') {
    const member = { id: subject, name: '在岗员工', email: `${subject}@example.com` }
    await orm
      .insert(staff)
      .values({ ...member, state: 'active', createdAt: now, changedAt: now })
      .onConflictDoNothing()
    await orm.run(sql`INSERT OR IGNORE INTO role_assignments (staff_id, role, scope_kind, scope_id)
      SELECT ${subject}, value ->> 0, iif(value ->> 1 IS NULL, 'company', 'project'), coalesce(value ->> 1, '')
      FROM json_each(${JSON.stringify(rowsOf(assignments))})
      WHERE value ->> 1 IS NULL OR value ->> 1 IN (SELECT id FROM projects)`)
  }
  await orm.insert(sessions).values({
    id: familyId,
    plane,
    subjectId: subject,
    tokenSha256: '',
    rotatedAt: now,
    createdAt: now,
    expiresAt: now + 24 * 3600 * 1000,
    agent: 'test',
  })
}

const rowsOf = (assignments: readonly Assignment[]) =>
  assignments.flatMap(({ role, projects }) =>
    (projects === 'all' ? [null] : projects).map((project) => [role, project]),
  )

/** Puts an owner's account straight into the database; what is theirs is for the registry to say. */
export async function addOwner(ctx: Ctx, phone: string): Promise<{ id: string }> {
  const id = newId('ownr', ctx.now)
  await ctx.db.orm.insert(owners).values({
    id,
    phoneIndex: await indexPhone(ctx.vault, phone),
    phoneSealed: await ctx.vault.seal('owners.phone', phone),
    phoneLast4: phone.slice(-4),
    createdAt: ctx.now,
  })
  return { id }
}

/** The same place as somebody sees it who has not signed in. */
export function asVisitor(ctx: Ctx, now = ctx.now): Ctx {
  return as(ctx, visitor, now)
}
