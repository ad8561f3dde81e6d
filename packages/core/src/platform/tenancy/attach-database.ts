import { type DatabasePlace } from '@heju/db/provisioning'
import { companies } from '@heju/db/platform-tables'
import { eq } from 'drizzle-orm'
import type { PlatformCtx } from '../../platform-context.ts'
import { databaseMoved } from './errors.ts'
import { companyRow } from './list-companies.ts'

/**
 * Lets a company work in another database from now on, such as a restored one; other isolates follow within half a
 * minute. The one before is left as it is, so that one can go back. Which database it is, the caller has looked at.
 * @param input.schemaTag the last step that the database has had; what it lacks the next tick sends for
 * @returns the name of the database before
 * @throws `tenancy.company_unknown`, `tenancy.database_moved` when somebody else attached one meanwhile
 */
export async function attachDatabase(
  ctx: PlatformCtx,
  input: { requestId: string; companyId: string; place: DatabasePlace; schemaTag: string },
): Promise<string | null> {
  ctx.requireOperator()
  const { requestId, companyId, place, schemaTag } = input
  const named = { requestId, companyId, name: place.namespace, schemaTag }
  const before = await ctx.write<string | null>('tenancy.attach_database', named, async (write) => {
    const company = await companyRow(ctx, companyId)
    const name = company.databaseNamespace
    write.requireAsRead(companies, { id: companyId, databaseNamespace: name }, databaseMoved)
    write.change(
      ctx.db.orm
        .update(companies)
        .set({
          databaseKind: place.kind,
          databaseUrl: place.url,
          databaseNamespace: place.namespace,
          databaseTokenSealed: place.tokenSealed ?? null,
          schemaTag,
          schemaSentTag: '',
          schemaFailure: null,
          storageFullAt: null,
          changedAt: ctx.now,
        })
        .where(eq(companies.id, companyId)),
    )
    write.audit('tenancy.database_attached', companyId, { detail: { from: name, to: place.namespace } })
    return name
  })
  ctx.deployment.forget(companyId)
  return before
}
