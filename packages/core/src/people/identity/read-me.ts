import { permissionsOf } from '../../permissions/index.ts'
import { and, eq } from 'drizzle-orm'
import { notAllowed, type Ctx } from '../../context.ts'
import { signInFirst } from './errors.ts'
import type { Me } from './schemas.ts'
import { staff } from './tables.ts'

/**
 * Who is signed in, what they may do, and at which company. Roles are those of the access token: what the console
 * shows and what the API allows then agree. One round trip.
 * @throws `access.sign_in` when the account was disabled meanwhile
 */
export async function readMe(ctx: Ctx): Promise<Me> {
  const { actor, company } = ctx
  if (actor.kind !== 'staff') throw notAllowed({ permission: 'staff' })
  const { id, name, phoneSealed, email } = staff
  const [row] = await ctx.db.orm
    .select({ id, name, phoneSealed, email })
    .from(staff)
    .where(and(eq(id, actor.id), eq(staff.state, 'active')))
  if (row === undefined) throw signInFirst()
  const phone =
    row.phoneSealed === null
      ? null
      : (await ctx.vault.unseal('staff.phone', row.phoneSealed)).replace(/^\+86/, '')
  const { slug, state, stateReason, zone, locale } = company
  const assignments = actor.assignments.map(({ role, own, projects }) => ({
    role,
    projects: projects === 'all' ? projects : [...projects],
    ...(own && { own: { ...own, permissions: [...own.permissions] } }),
  }))
  return {
    staff: { id: row.id, name: row.name, email: row.email, phone, assignments },
    permissions: permissionsOf(actor.assignments),
    company: { name: company.name, slug, state, stateReason, zone, locale },
  }
}
