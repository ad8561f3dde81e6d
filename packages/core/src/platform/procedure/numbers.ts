import type { Write } from '@heju/db'
import type { CivilDate } from '@heju/kernel'
import { sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import type { CounterTable } from './columns.ts'

/**
 * The next number of a day, `TS-20261122-0001`, taken from its counter within the batch: of many that come in at once each
 * gets the next one, and none is lost. To be called right before the insert that bears it.
 */
export function nextNumber(
  ctx: Ctx,
  write: Write,
  counters: CounterTable,
  series: string,
  onDay: CivilDate,
): SQL<string> {
  write.change(
    ctx.db.orm
      .insert(counters)
      .values({ onDay, last: 1 } as Record<string, unknown>)
      .onConflictDoUpdate({ target: counters.onDay, set: { last: sql`last + 1` } }),
  )
  const prefix = `${series}-${onDay.replaceAll('-', '')}-`
  return sql<string>`(SELECT ${prefix} || printf('%04d', last) FROM ${counters} WHERE on_day = ${onDay})`
}
