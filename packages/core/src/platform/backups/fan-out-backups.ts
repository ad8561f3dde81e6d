import { backups, companies, platformSubject } from '@heju/db/platform-tables'
import { inArray, sql, type SQL } from 'drizzle-orm'
import type { PlatformCtx } from '../../platform-context.ts'
import type { SendJobs } from '../tenancy/index.ts'
import { nightOf } from './rules.ts'

/** A tick sends for so many, so that a night's dumps come one after the other: 24,000 between two and six. */
const mostAtOnce = 99

/**
 * At night, sends a `backup` message for each company that has had none this night, and for the platform's own database.
 * By day it asks nothing. @returns how many were sent for
 */
export async function fanOutBackups(ctx: PlatformCtx, send: SendJobs): Promise<number> {
  ctx.requireJob()
  const on = nightOf(ctx.now)
  if (on === null) return 0
  const { orm } = ctx.db
  const companyRows = await orm.all<{ id: string }>(companiesToBackUp(on))
  const sentFor = await orm.all<{ one: number }>(sql`SELECT 1 AS one FROM ${backups}
    WHERE subject = ${platformSubject} AND sent_on >= ${on}`)
  const ids = companyRows.map(({ id }) => id)
  const subjects = sentFor.length === 0 ? [platformSubject, ...ids] : ids
  if (subjects.length === 0) return 0
  // Sent before it is written down: better twice than never, since what is backed up already is not done again.
  await send(subjects.map((companyId) => ({ type: 'backup', companyId, on })))
  await orm.batch([
    orm.update(companies).set({ backupSentOn: on }).where(inArray(companies.id, ids)),
    orm
      .insert(backups)
      .values({ subject: platformSubject, sentOn: on })
      .onConflictDoUpdate({ target: backups.subject, set: { sentOn: on } }),
  ])
  return subjects.length
}

/** Named by its index: the planner would rather go through every company that is in use. */
export function companiesToBackUp(on: string): SQL {
  return sql`SELECT id FROM ${companies} INDEXED BY companies_to_back_up
    WHERE backup_sent_on < ${on} AND state IN ('active', 'suspended') ORDER BY backup_sent_on LIMIT ${mostAtOnce}`
}
