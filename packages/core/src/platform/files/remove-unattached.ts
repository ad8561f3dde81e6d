import { and, asc, inArray, isNull, lte, sql } from 'drizzle-orm'
import type { ScheduledJob } from '../outbox/index.ts'
import { storageKey, removedAfterMs } from './rules.ts'
import { files } from './tables.ts'

/** As many as one message removes: each is a call to the store. */
const mostAtOnce = 100

/**
 * Removes photos that nothing refers to a day after they were sent: the bytes first, so that a crash in between leaves
 * a row by which they are found again.
 */
export const unattachedFiles: ScheduledJob = {
  name: 'unattached_files',
  async run(ctx, ports) {
    ctx.requireJob()
    const old = ctx.now - removedAfterMs
    const rows = await ctx.db.orm
      .select({ id: files.id })
      .from(files)
      .where(and(isNull(files.subjectId), lte(files.createdAt, old)))
      .orderBy(asc(files.createdAt))
      .limit(mostAtOnce)
    const ids = rows.map((row) => row.id)
    for (const id of ids) await ports.files.delete(storageKey(ctx.company.id, id))
    await ctx.db.orm.delete(files).where(and(inArray(files.id, ids), isNull(files.subjectId)))
    const [next] = await ctx.db.orm
      .select({ at: sql<number | null>`min(created_at)` })
      .from(files)
      .where(isNull(files.subjectId))
    return next?.at == null ? null : Math.max(ctx.now, next.at + removedAfterMs)
  },
}
