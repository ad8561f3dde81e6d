import { and, eq, ne, sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { loginTaken, noLoginLeft, staffNotInState } from './errors.ts'
import { changeStaffSchema, type ChangeStaff } from './schemas.ts'
import { phoneColumns } from './staff-logins.ts'
import { staff } from './tables.ts'

/**
 * Corrects a colleague's name, phone or e-mail. They sign in by the new one from then on; what is left out stays, null
 * takes it away.
 * @throws `identity.staff_not_in_state`, `identity.login_taken`, `identity.no_login_left`
 */
export async function changeStaff(ctx: Ctx, raw: ChangeStaff): Promise<void> {
  ctx.require('staff.manage')
  const { requestId, staffId, name, phone, email } = parse(changeStaffSchema, raw)
  const columns = phone === undefined ? undefined : await phoneColumns(ctx, phone ?? undefined)
  // The same phone written in another way is the same request: its keyed hash stands for it.
  const recorded = { requestId, staffId, name, phone: columns?.phoneIndex, email }
  await ctx.write('identity.change_staff', recorded, (write) => {
    const change = {
      ...columns,
      ...(name === undefined ? {} : { name }),
      ...(email === undefined ? {} : { email }),
    }
    write.change(
      ctx.db.orm
        .update(staff)
        .set({ ...change, changedAt: ctx.now })
        .where(and(eq(staff.id, staffId), ne(staff.state, 'disabled'))),
      loginTaken,
    )
    write.require(sql`changes() = 1`, staffNotInState)
    write.require(
      sql`EXISTS (SELECT 1 FROM staff WHERE id = ${staffId} AND (phone_index IS NOT NULL OR email IS NOT NULL))`,
      noLoginLeft,
    )
    write.audit('identity.staff_changed', staffId, { detail: { fields: Object.keys(change) } })
  })
}
