import { sql, type SQL } from 'drizzle-orm'
import type { OutcomeOfTerm } from './list-schemas.ts'

/**
 * How the term of the whole came out, as a condition: on time is what was replied to within the term in every round; what
 * still runs is neither. The comparison of projects and the list behind each of its figures use the same.
 * @param now epoch ms
 */
export function termIs(outcome: OutcomeOfTerm, now: number): SQL {
  if (outcome === 'met') return sql`(late_rounds = 0 AND replied_at <= whole_due_at)`
  const late = sql`(late_rounds > 0 OR coalesce(replied_at, ${now}) > whole_due_at)`
  return outcome === 'missed' ? late : sql`(replied_at IS NULL AND NOT ${late})`
}

/**
 * That a term of the complaint has ended unmet, as a condition: the first handling or the reply. Nothing that comes after
 * the reply is meant: a revisit and a summary wait in lists of their own. What is due next is no later than either term,
 * so that the order of urgency finds these from its beginning.
 * @param now epoch ms
 */
export function termIsOver(now: number): SQL {
  return sql`replied_at IS NULL AND next_due_at < ${now}
    AND (whole_due_at < ${now} OR first_handled_at IS NULL AND first_due_at < ${now})`
}

/**
 * That a term of the complaint ends by a time, or that its owner was promised news by then, and that no term has ended yet,
 * as a condition. Promised news that are past already do not hide a term: only terms are overdue.
 * @param now epoch ms
 * @param by epoch ms, the last that counts
 */
export function termEndsBy(now: number, by: number): SQL {
  const ends = (term: SQL) => sql`${term} BETWEEN ${now} AND ${by}`
  return sql`replied_at IS NULL AND next_due_at <= ${by}
    AND whole_due_at >= ${now} AND (first_handled_at IS NOT NULL OR first_due_at >= ${now})
    AND (${ends(sql`whole_due_at`)} OR first_handled_at IS NULL AND ${ends(sql`first_due_at`)} OR ${ends(sql`update_due_at`)})`
}
