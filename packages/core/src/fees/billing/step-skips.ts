import { sql, type SQL } from 'drizzle-orm'
import { bounds, daysBetween, inStep, prices, type RunStep } from './stretch-sql.ts'
import type { TargetNames } from './targets.ts'

/** Says of the other parts why they are not billed, with their days unless those are all. */
export function skipParts(step: RunStep, names: TargetNames): SQL {
  return sql`INSERT INTO bill_run_skips (run_id, ${names.column}, tariff_id, reason, days, other_tariff_id)
    SELECT ${step.run.id}, s.target_id, s.tariff_id, s.reason, nullif(s.days, ${assignedDays(step, 's')}), s.other_tariff_id
    FROM (SELECT target_id, tariff_id, reason, other_tariff_id, sum(days) AS days FROM bill_run_parts q WHERE reason IS NOT NULL
      GROUP BY target_id, tariff_id, reason, other_tariff_id) s`
}

/** How many days of the month tariff `tariff_id` is assigned to place `target_id` of a row. */
function assignedDays(step: RunStep, row: string): SQL {
  const [first, last] = bounds(step)
  const [target, tariff] = [sql.raw(`${row}.target_id`), sql.raw(`${row}.tariff_id`)]
  return sql`(SELECT sum(${daysBetween(sql`max(x.from_on, ${first})`, sql`min(coalesce(x.to_on, ${last}), ${last})`)})
    FROM tariff_assignments x WHERE x.target_id = ${target} AND x.tariff_id = ${tariff}
      AND x.from_on <= ${last} AND (x.to_on IS NULL OR x.to_on >= ${first}))`
}

/** Days of the month for which a tariff in use has no price, beside days that have one or alone. */
export function skipUnpriced(step: RunStep, names: TargetNames): SQL {
  const [first, last] = bounds(step)
  const assigned = sql`max(a.from_on, ${first})`
  const ended = sql`min(coalesce(a.to_on, ${last}), ${last})`
  const priced = sql`(SELECT coalesce(sum(${daysBetween(sql`max(p.from_on, ${assigned})`, sql`min(p.to_on, ${ended})`)}), 0)
    FROM price p WHERE p.tariff_id = a.tariff_id AND p.from_on <= ${ended} AND p.to_on >= ${assigned})`
  // Nearly every tariff has a price for the whole month, and then its places are not looked at.
  return sql`INSERT INTO bill_run_skips (run_id, ${names.column}, tariff_id, reason, days)
    WITH ${prices(step)},
    gap AS MATERIALIZED (SELECT f.id FROM tariffs f WHERE f.project_id = ${step.run.projectId} AND f.state = 'active'
      AND (SELECT coalesce(sum(p.days), 0) FROM price p WHERE p.tariff_id = f.id) < ${daysBetween(sql`${first}`, sql`${last}`)})
    SELECT ${step.run.id}, s.target_id, s.tariff_id, 'no_price', nullif(s.days, s.assigned)
    FROM (SELECT a.target_id, a.tariff_id, sum(${daysBetween(assigned, ended)}) AS assigned,
        sum(${daysBetween(assigned, ended)} - ${priced}) AS days
      FROM gap g CROSS JOIN tariff_assignments a ON a.tariff_id = g.id AND ${inStep(step)}
      CROSS JOIN ${names.table} t ON t.id = a.target_id
      WHERE a.from_on <= ${last} AND (a.to_on IS NULL OR a.to_on >= ${first}) AND t.archived_at IS NULL
      GROUP BY a.target_id, a.tariff_id) s
    WHERE s.days > 0`
}

/** Assignments of which nothing is billed, whatever the days: places that are gone, tariffs that are not in use. */
export function skipOutOfUse(step: RunStep, names: TargetNames): SQL {
  return sql`INSERT INTO bill_run_skips (run_id, ${names.column}, tariff_id, reason)
    SELECT DISTINCT ${step.run.id}, q.target_id, q.tariff_id, CASE
      WHEN t.archived_at IS NOT NULL THEN 'archived' WHEN f.state = 'draft' THEN 'tariff_draft' ELSE 'tariff_disabled' END
    FROM bill_run_rest q CROSS JOIN tariffs f ON f.id = q.tariff_id CROSS JOIN ${names.table} t ON t.id = q.target_id
    WHERE t.archived_at IS NOT NULL OR f.state <> 'active'`
}

/** Places to which no tariff is assigned in the month: none at all, one that begins later, or one that has ended. */
export function skipUnassigned(step: RunStep, names: TargetNames): SQL {
  const [first, last] = bounds(step)
  const { run } = step
  const begins = sql`(SELECT min(a.from_on) FROM tariff_assignments a WHERE a.target_id = t.id AND a.from_on > ${last})`
  const ended = sql`(SELECT max(a.to_on) FROM tariff_assignments a WHERE a.target_id = t.id AND a.to_on < ${first})`
  // Nearly every place has just got a bill: two indexes tell, and no row is read.
  const unbilled = sql`SELECT t.id FROM ${names.table} t WHERE t.project_id = ${run.projectId}
    AND NOT EXISTS (SELECT 1 FROM bills b WHERE b.${names.column} = t.id AND b.period = ${run.period}
      AND b.voided_at = 0) LIMIT -1`
  return sql`INSERT INTO bill_run_skips (run_id, ${names.column}, reason, on_day)
    SELECT ${run.id}, id, CASE WHEN begins IS NOT NULL THEN 'not_yet' WHEN ended IS NOT NULL THEN 'ended' ELSE 'no_tariff' END,
      coalesce(begins, ended)
    FROM (SELECT t.id, ${begins} AS begins, ${ended} AS ended FROM (${unbilled}) u CROSS JOIN ${names.table} t ON t.id = u.id
      WHERE t.archived_at IS NULL AND ${names.expected(run.projectId)}
        AND NOT EXISTS (SELECT 1 FROM tariff_assignments a WHERE a.target_id = t.id
          AND a.from_on <= ${last} AND (a.to_on IS NULL OR a.to_on >= ${first})) LIMIT -1)`
}
