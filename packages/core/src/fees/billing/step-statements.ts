import { sql, type SQL } from 'drizzle-orm'
import { targetKinds } from '../items/index.ts'
import { agreementReaches, payerThroughout } from './payer-sql.ts'
import { cutIntoParts, othersFor } from './step-parts.ts'
import { skipOutOfUse, skipParts, skipUnassigned, skipUnpriced } from './step-skips.ts'
import { amount, bounds, inStep, prices, quantity, type RunStep } from './stretch-sql.ts'
import { targetNames, type TargetNames } from './targets.ts'

/** Before and after all ids. */
export const beforeAll = ''
export const afterAll = '~'

/**
 * The statements by which a step bills its rooms and spaces and says of the others why not, in this order. They are
 * written in one batch with the run's progress, so a step is done wholly or not at all.
 * A fee is billed once for a day of a place: what has been billed is left out, by whatever tariff for the same. Surcharges
 * are billed beside it.
 *
 * The quick statement bills every place that one payer owes throughout, which is nearly all of them. What it leaves is
 * noted in `bill_run_rest`, so that the others look at little: its days are cut into parts wherever price, area or payer
 * changes, and each part is billed or gets its reason. The last step adds the places that have no tariff at all.
 */
export function stepStatements(step: RunStep): SQL[] {
  return targetKinds.flatMap((kind) => {
    const names = targetNames[kind]
    const end = `${names.prefix}${afterAll}`
    const part = {
      ...step,
      after: step.after > names.prefix ? step.after : names.prefix,
      upTo: step.upTo < end ? step.upTo : end,
      // A letter for the kind: the bills of one are counted by their ids.
      idPrefix: step.idPrefix + kind.charAt(0),
    }
    const billing = [
      billThroughout(part, names),
      noteRest(part, names),
      cutIntoParts(part, names),
      billParts(part, names),
      skipParts(part, names),
      skipUnpriced(part, names),
      skipOutOfUse(part, names),
      sql`DELETE FROM bill_run_parts`,
      sql`DELETE FROM bill_run_rest`,
    ]
    const last = step.upTo === afterAll ? [skipUnassigned(part, names)] : []
    return part.after < part.upTo ? [...billing, ...last] : last
  })
}

/**
 * The quick statement: places whose tariff and area hold for all days of a price and which one payer owes throughout, by
 * no agreement. What it cannot bill (no payer, no area, an amount of nothing) breaks a constraint of `bills` and is
 * passed over: asking beforehand would compute everything twice.
 */
function billThroughout(step: RunStep, names: TargetNames): SQL {
  const conditions = [
    sql`a.from_on <= p.from_on AND (a.to_on IS NULL OR a.to_on >= p.to_on) AND t.archived_at IS NULL`,
    // An empty text is before all days.
    sql`coalesce(${names.areaFrom}, '') <= p.from_on`,
  ]
  const [target, from, to] = [sql`a.target_id`, sql`p.from_on`, sql`p.to_on`]
  if (step.agreements) conditions.push(sql`NOT ${agreementReaches(names, target, from, to)}`)
  if (step.othersBilled) conditions.push(notYetBilled(step, names, { target, from, to }))
  return sql`INSERT OR IGNORE ${intoBills(names)}
    WITH ${prices(step)}
    SELECT ${billId(step, sql`a.rowid`, sql`p.first_day`)}, ${step.run.projectId}, ${step.run.id}, a.target_id, p.tariff_id, p.price_id,
      p.fee_item, ${step.run.period}, p.from_on, p.to_on, p.days, ${payerThroughout(names, target, from, to)}, NULL,
      ${quantity}, NULL, NULL, ${amount(quantity, sql`p.days`)}, ${step.run.dueOn}, 'draft', ${step.now}
    FROM price p CROSS JOIN tariff_assignments a ON a.tariff_id = p.tariff_id AND ${inStep(step)}
    CROSS JOIN ${names.table} t ON t.id = a.target_id
    WHERE ${sql.join(conditions, sql` AND `)}`
}

/**
 * Remembers the assignments and prices that the quick statement did not bill. Where it made as many bills as there are,
 * it billed them all: two counts of indexes instead of a look-up each.
 */
function noteRest(step: RunStep, names: TargetNames): SQL {
  const [first, last] = bounds(step)
  const { projectId, period } = step.run
  const assigned = sql`FROM tariffs f CROSS JOIN tariff_assignments a ON a.tariff_id = f.id AND ${inStep(step)}
    LEFT JOIN price p ON p.tariff_id = f.id AND a.from_on <= p.to_on AND (a.to_on IS NULL OR a.to_on >= p.from_on)
    WHERE f.project_id = ${projectId} AND a.from_on <= ${last} AND (a.to_on IS NULL OR a.to_on >= ${first})`
  const made = sql`SELECT count(*) FROM bills WHERE project_id = ${projectId} AND period = ${period}
    AND id > ${step.idPrefix} AND id < ${step.idPrefix + afterAll}`
  const from = sql`max(a.from_on, coalesce(p.from_on, ${first}))`
  const to = sql`min(coalesce(a.to_on, ${last}), coalesce(p.to_on, ${last}))`
  return sql`INSERT INTO bill_run_rest (seq, target_id, tariff_id, price_id)
    WITH ${prices(step)}
    SELECT a.rowid, a.target_id, a.tariff_id, p.price_id ${assigned}
      AND (${made}) <> (SELECT count(*) ${assigned}) AND NOT ${billedNow(step, names, from, to)}`
}

/** Whether assignment `a` has a bill of this run that begins in these days. Where nobody else bills, any bill is one. */
function billedNow(step: RunStep, names: TargetNames, from: SQL, to: SQL): SQL {
  return sql`EXISTS (SELECT 1 FROM bills b WHERE b.${names.column} = a.target_id AND b.period = ${step.run.period}
    AND b.tariff_id = a.tariff_id AND b.from_on BETWEEN ${from} AND ${to} AND b.voided_at = 0
    ${step.othersBilled ? sql`AND b.run_id = ${step.run.id}` : sql``})`
}

/** Bills of the parts that nothing stands against. */
function billParts(step: RunStep, names: TargetNames): SQL {
  return sql`INSERT ${intoBills(names)}
    SELECT ${billId(step, sql`s.seq`, sql`substr(s.from_on, 9)`)}, ${step.run.projectId}, ${step.run.id}, s.target_id, s.tariff_id,
      s.price_id, f.fee_item, ${step.run.period}, s.from_on, s.to_on, s.days, s.payer, s.liable, s.quantity_e2,
      CASE WHEN s.days < s.whole_days THEN s.whole_days END, CASE WHEN s.days < s.whole_days THEN s.whole_fen END, s.amount_fen,
      ${step.run.dueOn}, 'draft', ${step.now}
    FROM bill_run_parts s JOIN tariffs f ON f.id = s.tariff_id WHERE s.reason IS NULL`
}

/**
 * Whether no bill for the same that counts touches the days of a row at price `p`, whoever made it. What is not free is
 * looked at more closely.
 */
function notYetBilled(step: RunStep, names: TargetNames, row: { target: SQL; from: SQL; to: SQL }): SQL {
  return sql`NOT EXISTS (SELECT 1 FROM bills b WHERE b.${names.column} = ${row.target} AND b.period = ${step.run.period}
    AND (b.tariff_id = p.tariff_id OR ${othersFor(sql`b`)}) AND b.from_on <= ${row.to} AND b.to_on >= ${row.from} AND b.voided_at = 0)`
}

function intoBills(names: TargetNames): SQL {
  return sql`INTO bills (id, project_id, run_id, ${names.column}, tariff_id, price_id, fee_item, period, from_on, to_on,
    days, payer_person_id, liable_person_id, quantity_e2, whole_days, whole_fen, amount_fen, due_on, state, created_at)`
}

/** An assignment begins at most one bill on a day of the month: its row number in eight digits and the day make the id. */
function billId({ idPrefix }: RunStep, seq: SQL, day: SQL): SQL {
  return sql`${idPrefix} || (10000000 + ${seq}) || ${day}`
}
