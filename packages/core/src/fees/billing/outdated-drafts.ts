import type { Write } from '@heju/db'
import { sql, type SQL } from 'drizzle-orm'
import { targetKinds } from '../items/index.ts'
import { runOutdated } from './errors.ts'
import { agreementReaches, payerThroughout } from './payer-sql.ts'
import { cutIntoParts, othersFor } from './step-parts.ts'
import { afterAll } from './step-statements.ts'
import { amount, daysBetween, prices, quantity, type RunStep } from './stretch-sql.ts'
import { targetNames, type TargetNames } from './targets.ts'

/**
 * Requires of a write that the drafts of a run are what would be billed now for the same days: by the same tariff, price and
 * area, to the same payer and of the same amount, and not billed otherwise meanwhile. Whatever else was changed since is no
 * matter.
 *
 * Nearly every draft is of days that one payer owes throughout, as the quick statement of a step bills them, and is told
 * right by a few looks into indexes. What is in doubt is cut into parts as a step does it, and must be among them. What is
 * not billed in the draft is no matter either: the next run finds it.
 * @throws `billing.run_outdated` when the write is done
 */
export function requireUpToDate(write: Write, run: RunStep['run'], now: number): void {
  for (const kind of targetKinds) {
    const names = targetNames[kind]
    const [after, upTo] = [names.prefix, `${names.prefix}${afterAll}`]
    const step: RunStep = { run, after, upTo, idPrefix: '', now, othersBilled: true, agreements: true }
    const [doubtful, parts, outdated] = outdatedStatements(step, names)
    write.change(doubtful)
    write.change(parts)
    write.require(sql`NOT EXISTS (${outdated})`, runOutdated)
    write.change(sql`DELETE FROM bill_run_parts`)
    write.change(sql`DELETE FROM bill_run_rest`)
  }
}

/** The statements that note what is in doubt and cut it into parts, and the query of drafts that are not among these. */
export function outdatedStatements(step: RunStep, names: TargetNames): [SQL, SQL, SQL] {
  return [noteDoubtful(step, names), cutIntoParts(step, names), madeOtherwise(step, names)]
}

/** Drafts `b` of the run for one kind of place. */
function drafts({ run }: RunStep, names: TargetNames): SQL {
  return sql`b.project_id = ${run.projectId} AND b.period = ${run.period} AND b.run_id = ${run.id}
    AND b.state = 'draft' AND b.${names.column} IS NOT NULL`
}

/**
 * Notes the assignments in the month, each with its price, of the places and tariffs of drafts that are not right at first
 * sight; 0 where there is none any more.
 */
function noteDoubtful(step: RunStep, names: TargetNames): SQL {
  const [target, from, to] = [sql`b.${names.column}`, sql`b.from_on`, sql`b.to_on`]
  const right = sql`a.rowid IS NOT NULL AND p.from_on <= b.from_on AND p.to_on >= b.to_on AND t.archived_at IS NULL
    AND (NOT p.by_area OR coalesce(${names.areaFrom}, '') <= b.from_on) AND b.quantity_e2 = ${quantity}
    AND b.whole_days IS NULL AND b.amount_fen = ${amount(sql`b.quantity_e2`, daysBetween(from, to))}
    AND b.liable_person_id IS NULL AND b.payer_person_id = ${payerThroughout(names, target, from, to)}
    AND NOT ${agreementReaches(names, target, from, to)}
    AND NOT EXISTS (SELECT 1 FROM bills o WHERE o.${names.column} = ${target} AND o.period = ${step.run.period} AND o.voided_at = 0
      AND o.from_on <= ${to} AND o.to_on >= ${from} AND o.run_id IS NOT ${step.run.id} AND ${othersFor(sql`o`)})`
  return sql`INSERT INTO bill_run_rest (seq, target_id, tariff_id, price_id)
    WITH ${prices(step)},
    doubtful AS MATERIALIZED (SELECT DISTINCT ${target} AS target_id, b.tariff_id, b.price_id, p.from_on, p.to_on
      FROM bills b CROSS JOIN ${names.table} t ON t.id = ${target} LEFT JOIN price p ON p.price_id = b.price_id
      LEFT JOIN tariff_assignments a ON a.tariff_id = b.tariff_id AND a.target_id = ${target}
        AND a.from_on <= b.from_on AND (a.to_on IS NULL OR a.to_on >= b.to_on)
      WHERE ${drafts(step, names)} AND (${right}) IS NOT TRUE)
    SELECT coalesce(a.rowid, 0), q.target_id, q.tariff_id, q.price_id
    FROM doubtful q LEFT JOIN tariff_assignments a ON a.tariff_id = q.tariff_id AND a.target_id = q.target_id
      AND a.from_on <= q.to_on AND (a.to_on IS NULL OR a.to_on >= q.from_on)`
}

/** Drafts of the places and tariffs in doubt that are no part of what would be billed now. */
function madeOtherwise(step: RunStep, names: TargetNames): SQL {
  return sql`SELECT b.${names.column}, b.tariff_id, b.price_id, b.from_on, b.to_on, b.quantity_e2, b.payer_person_id,
      b.liable_person_id, b.amount_fen
    FROM bill_run_rest q CROSS JOIN bills b ON b.${names.column} = q.target_id AND b.period = ${step.run.period}
      AND b.tariff_id = q.tariff_id AND b.price_id = q.price_id
    WHERE ${drafts(step, names)}
    EXCEPT SELECT target_id, tariff_id, price_id, from_on, to_on, quantity_e2, payer, liable, amount_fen
    FROM bill_run_parts s`
}
