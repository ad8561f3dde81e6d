import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { productKey } from '../../product-keys.ts'
import { insertAssignments } from './assignments.ts'
import { loginTaken } from './errors.ts'
import { createFirstAdministratorSchema, type CreateFirstAdministrator } from './schemas.ts'
import { phoneColumns } from './staff-logins.ts'
import { staff } from './tables.ts'

/**
 * Puts whoever signed the company up in its own database, as administrator of everything. A step of provisioning: only
 * a job may, and a second time changes nothing.
 */
export async function createFirstAdministrator(ctx: Ctx, raw: CreateFirstAdministrator): Promise<void> {
  ctx.requireJob()
  const { staffId, name, phone, passwordHash } = parse(createFirstAdministratorSchema, raw)
  const columns = await phoneColumns(ctx, phone)
  await ctx.writeOnce(productKey('identity.create_first_administrator', staffId), (write) => {
    write.add(
      ctx.db.orm.insert(staff).values({
        id: staffId,
        name,
        ...columns,
        email: null,
        passwordHash,
        state: 'active',
        createdAt: ctx.now,
        changedAt: ctx.now,
      }),
      loginTaken,
    )
    write.add(insertAssignments(ctx, staffId, [{ role: 'company_admin', projects: 'all' }]))
    write.audit('identity.first_administrator_created', staffId)
  })
}
