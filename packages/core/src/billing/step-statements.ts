import { sql, type SQL } from 'drizzle-orm'
import { eachDay } from './amounts.ts'
import { agreedPayer, agreementReaches, anybodyPays, payerOn, payerThroughout } from './payer-sql.ts'
import { amount, bounds, daysBetween, prices, quantity, type RunStep } from './stretch-sql.ts'
import { targetKinds, targetNames, type TargetNames } from './targets.ts'

/** Before and after all ids. */
export const beforeAll = ''
export const afterAll = '~'

/**
 * The statements by which a step bills its rooms and spaces and says of the others why not, in this order. They are
 * written in one batch with the run's progress, so a step is done wholly or not at all.
 *
 * The quick statement bills every place that one payer owes throughout, which is nearly all of them. What it leaves is
 * noted in `bill_run_rest`, so that the others look at little: months that change hands are shared by days, then each
 * assignment that still has no bill gets its reason. The last step adds the places that have no tariff at all.
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
      skipDaysWithoutPayer(part, names),
      billShares(part, names),
      skipRest(part, names),
      sql`DELETE FROM bill_run_rest`,
    ]
    const last = step.upTo === afterAll ? [skipUnassigned(part, names)] : []
    return part.after < part.upTo ? [...billing, ...last] : last
  })
}

/**
 * The quick statement: places whose tariff holds for all days of a price and which one payer owes throughout, by no
 * agreement. What it cannot bill (no payer, no area, an amount of nothing) breaks a constraint of `bills` and is
 * passed over: asking beforehand would compute everything twice.
 */
function billThroughout(step: RunStep, names: TargetNames): SQL {
  const conditions = [
    sql`a.from_on <= p.from_on AND (a.to_on IS NULL OR a.to_on >= p.to_on) AND t.archived_at IS NULL`,
  ]
  const [target, from, to] = [sql`a.target_id`, sql`p.from_on`, sql`p.to_on`]
  if (step.agreements) conditions.push(sql`NOT ${agreementReaches(target, from, to)}`)
  if (step.othersBilled)
    conditions.push(notYetBilled(step, names, { target, tariff: sql`a.tariff_id`, from, to }))
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

/**
 * What is left, as stretches of days at one price, and each stretch as the shares of its payers. A stretch that one
 * payer owes throughout is one share; another is gone through day by day. A share without a payer keeps its days, so
 * that the others do not pay for them.
 *
 * `LIMIT -1` keeps SQLite from copying expressions into the outer query, once for each time they are named there.
 */
function shares(step: RunStep, names: TargetNames): SQL {
  const [first, last] = bounds(step)
  const days = JSON.stringify(eachDay({ fromOn: first, toOn: last }))
  const [target, from, to] = [sql`s.target_id`, sql`s.from_on`, sql`s.to_on`]
  return sql`${prices(step)},
    stretch AS (SELECT a.rowid AS seq, a.target_id, p.price_id, max(a.from_on, p.from_on) AS from_on,
        min(coalesce(a.to_on, p.to_on), p.to_on) AS to_on
      FROM bill_run_rest q CROSS JOIN tariff_assignments a ON a.rowid = q.seq
      CROSS JOIN price p ON p.price_id = q.price_id LIMIT -1),
    charged AS MATERIALIZED (SELECT s.seq, s.target_id, p.tariff_id, p.price_id, p.fee_item, s.from_on, s.to_on,
        ${daysBetween(from, to)} AS days, ${quantity} AS quantity_e2,
        ${amount(quantity, daysBetween(from, to))} AS whole_fen,
        ${payerThroughout(names, target, from, to)} AS payer, ${agreementReaches(target, from, to)} AS agreed
      FROM stretch s CROSS JOIN price p ON p.price_id = s.price_id CROSS JOIN ${names.table} t ON t.id = s.target_id
      WHERE t.archived_at IS NULL AND ${quantity} > 0 AND ${anybodyPays(names, target, from, to)}),
    day (on_day) AS (SELECT value FROM json_each(${days})),
    owes AS (SELECT c.seq, c.price_id, d.on_day, coalesce(c.payer, ${payerOn(names, sql`c.target_id`, sql`d.on_day`)}) AS payer,
        ${agreedPayer(sql`c.target_id`, sql`d.on_day`)} AS user
      FROM charged c CROSS JOIN day d ON d.on_day BETWEEN c.from_on AND c.to_on
      WHERE c.payer IS NULL OR c.agreed LIMIT -1),
    share AS (SELECT seq, price_id, payer, NULL AS liable, from_on, to_on, days FROM charged WHERE payer IS NOT NULL AND NOT agreed
      UNION ALL SELECT seq, price_id, coalesce(user, payer), CASE WHEN user IS NOT NULL THEN payer END,
        min(on_day), max(on_day), count(*) FROM owes GROUP BY 1, 2, 3, 4)`
}

/** The days of a stretch that somebody owes in part only; a place that nobody owes at all has its reason by `skipRest`. */
function skipDaysWithoutPayer(step: RunStep, names: TargetNames): SQL {
  return sql`INSERT INTO bill_run_skips (run_id, ${names.column}, tariff_id, reason, days)
    WITH ${shares(step, names)}
    SELECT ${step.run.id}, e.target_id, e.tariff_id, 'no_owner', sum(s.days)
    FROM share s JOIN charged e ON e.seq = s.seq AND e.price_id = s.price_id WHERE s.payer IS NULL
    GROUP BY e.target_id, e.tariff_id`
}

/** Bills of what is left, stretch by stretch: `shareByDays` in SQL, the fen left over going to the largest remainders. */
function billShares(step: RunStep, names: TargetNames): SQL {
  const stretch = sql`PARTITION BY s.seq, s.price_id`
  const exact = sql`c.whole_fen * s.days`
  const left = sql`c.whole_fen - sum(${exact} / c.days) OVER (${stretch})`
  const place = sql`row_number() OVER (${stretch} ORDER BY ${exact} % c.days DESC, s.from_on)`
  return sql`INSERT ${intoBills(names)}
    WITH ${shares(step, names)},
    due AS MATERIALIZED (SELECT c.*, s.from_on AS first_on, s.to_on AS last_on, s.days AS share_days, s.payer AS person,
        s.liable, ${exact} / c.days + (${place} <= ${left}) AS amount_fen
      FROM share s JOIN charged c ON c.seq = s.seq AND c.price_id = s.price_id)
    SELECT ${billId(step, sql`seq`, sql`substr(first_on, 9)`)}, ${step.run.projectId}, ${step.run.id}, target_id, tariff_id, price_id,
      fee_item, ${step.run.period}, first_on, last_on, share_days, person, liable, quantity_e2,
      CASE WHEN share_days < days THEN days END, CASE WHEN share_days < days THEN whole_fen END, amount_fen,
      ${step.run.dueOn}, 'draft', ${step.now}
    FROM due d WHERE person IS NOT NULL AND amount_fen > 0
      AND ${notYetBilled(step, names, { target: sql`d.target_id`, tariff: sql`d.tariff_id`, from: sql`d.first_on`, to: sql`d.last_on` })}`
}

/** Says of each assignment that is still not billed why not: the first reason that applies. */
function skipRest(step: RunStep, names: TargetNames): SQL {
  const [first, last] = bounds(step)
  const { run } = step
  const from = sql`max(a.from_on, ${first})`
  const to = sql`min(coalesce(a.to_on, ${last}), ${last})`
  return sql`INSERT INTO bill_run_skips (run_id, ${names.column}, tariff_id, reason)
    SELECT DISTINCT ${run.id}, q.target_id, q.tariff_id, CASE
      WHEN t.archived_at IS NOT NULL THEN 'archived'
      WHEN f.state = 'draft' THEN 'tariff_draft'
      WHEN f.state = 'disabled' THEN 'tariff_disabled'
      WHEN NOT EXISTS (SELECT 1 FROM tariff_prices p WHERE p.tariff_id = f.id AND p.from_on <= ${to}
        AND (p.to_on IS NULL OR p.to_on >= ${from})) THEN 'no_price'
      WHEN f.basis = 'area' AND coalesce(t.area_e2, 0) = 0 THEN 'no_area'
      WHEN EXISTS (SELECT 1 FROM bills b WHERE b.${names.column} = q.target_id AND b.period = ${run.period}
        AND b.tariff_id = q.tariff_id AND b.voided_at = 0 AND b.run_id IS NOT ${run.id}) THEN 'already_billed'
      WHEN ${anybodyPays(names, sql`q.target_id`, from, to)} THEN 'zero'
      WHEN ${names.unsold} THEN 'no_developer' ELSE 'no_owner' END
    FROM bill_run_rest q CROSS JOIN tariff_assignments a ON a.rowid = q.seq
    CROSS JOIN tariffs f ON f.id = q.tariff_id CROSS JOIN ${names.table} t ON t.id = q.target_id
    WHERE NOT ${billedNow(step, names, from, to)}`
}

/** Places to which no tariff is assigned in the month: none at all, one that begins later, or one that has ended. */
function skipUnassigned(step: RunStep, names: TargetNames): SQL {
  const [first, last] = bounds(step)
  const { run } = step
  const begins = sql`(SELECT min(a.from_on) FROM tariff_assignments a WHERE a.target_id = t.id AND a.from_on > ${last})`
  const ended = sql`(SELECT max(a.to_on) FROM tariff_assignments a WHERE a.target_id = t.id AND a.to_on < ${first})`
  // Nearly every place has just got a bill: two indexes tell, and no row is read.
  const unbilled = sql`SELECT t.id FROM ${names.table} t WHERE t.project_id = ${run.projectId}
    AND NOT EXISTS (SELECT 1 FROM bills b WHERE b.${names.column} = t.id AND b.period = ${run.period}) LIMIT -1`
  return sql`INSERT INTO bill_run_skips (run_id, ${names.column}, reason, on_day)
    SELECT ${run.id}, id, CASE WHEN begins IS NOT NULL THEN 'not_yet' WHEN ended IS NOT NULL THEN 'ended' ELSE 'no_tariff' END,
      coalesce(begins, ended)
    FROM (SELECT t.id, ${begins} AS begins, ${ended} AS ended FROM (${unbilled}) u CROSS JOIN ${names.table} t ON t.id = u.id
      WHERE t.archived_at IS NULL AND ${names.expected(run.projectId)}
        AND NOT EXISTS (SELECT 1 FROM tariff_assignments a WHERE a.target_id = t.id
          AND a.from_on <= ${last} AND (a.to_on IS NULL OR a.to_on >= ${first})) LIMIT -1)`
}

function inStep(step: RunStep): SQL {
  return sql`a.target_id > ${step.after} AND a.target_id <= ${step.upTo}`
}

/** Whether no bill that counts touches the days of a row, whoever made it. */
function notYetBilled(
  step: RunStep,
  names: TargetNames,
  row: { target: SQL; tariff: SQL; from: SQL; to: SQL },
): SQL {
  return sql`NOT EXISTS (SELECT 1 FROM bills b WHERE b.${names.column} = ${row.target} AND b.period = ${step.run.period}
    AND b.tariff_id = ${row.tariff} AND b.from_on <= ${row.to} AND b.to_on >= ${row.from} AND b.voided_at = 0)`
}

function intoBills(names: TargetNames): SQL {
  return sql`INTO bills (id, project_id, run_id, ${names.column}, tariff_id, price_id, fee_item, period, from_on, to_on,
    days, payer_person_id, liable_person_id, quantity_e2, whole_days, whole_fen, amount_fen, due_on, state, created_at)`
}

/** An assignment begins at most one bill on a day of the month: its row number in eight digits and the day make the id. */
function billId({ idPrefix }: RunStep, seq: SQL, day: SQL): SQL {
  return sql`${idPrefix} || (10000000 + ${seq}) || ${day}`
}
