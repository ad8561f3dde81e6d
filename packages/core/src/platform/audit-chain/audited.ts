import type { PlatformDb, TenantDb } from '@heju/db'
import type { Ctx } from '../../context.ts'

/** A place that keeps an audit log: a company, or the platform. Both are chained in the same way. */
export type Audited = Pick<Ctx, 'now' | 'requireJob' | 'writeOnce'> & { db: TenantDb | PlatformDb }
