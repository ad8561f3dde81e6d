import { companies } from '@heju/db/platform-tables'
import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import type { PlatformCtx } from '../../platform-context.ts'

/** Writes down, for the operator, since when a company has no room to write. */
export async function noteStorageFull(ctx: PlatformCtx, companyId: string): Promise<void> {
  ctx.requireJob()
  await ctx.db.orm
    .update(companies)
    .set({ storageFullAt: ctx.now })
    .where(and(eq(companies.id, companyId), isNull(companies.storageFullAt)))
  ctx.deployment.forget(companyId)
}

/** Takes that back: something was written. */
export async function noteStorageFree(ctx: PlatformCtx, companyId: string): Promise<void> {
  ctx.requireJob()
  await ctx.db.orm
    .update(companies)
    .set({ storageFullAt: null })
    .where(and(eq(companies.id, companyId), isNotNull(companies.storageFullAt)))
  ctx.deployment.forget(companyId)
}
