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

/**
 * Cuts the days of what is left: into stretches at one price and area, each reckoned and rounded once, and a stretch into
 * the shares of its payers. A stretch that one payer owes throughout is one share; another is gone through day by day. A
 * share without a payer keeps its days, so that the others do not pay for them.
 *
 * `shareByDays` in SQL: what is shared are units of the rounding, and those left over go to the largest remainders.
 */
export function cutIntoParts(step: RunStep, names: TargetNames): SQL {
  const stretch = sql`PARTITION BY s.seq, s.first_on`
  const units = sql`(c.whole_fen / p.unit)`
  const exact = sql`${units} * s.days`
  const left = sql`${units} - sum(${exact} / c.days) OVER (${stretch})`
  const place = sql`row_number() OVER (${stretch} ORDER BY ${exact} % c.days DESC, s.from_on)`
  return sql`INSERT INTO bill_run_parts (seq, target_id, tariff_id, price_id, from_on, to_on, days, quantity_e2, payer, liable,
      whole_days, whole_fen, amount_fen, reason, other_tariff_id)
    WITH ${shares(step, names)},
    part AS MATERIALIZED (SELECT c.seq, c.target_id, p.tariff_id, c.price_id, s.from_on, s.to_on, s.days, c.quantity_e2,
        s.payer, s.liable, c.days AS whole_days, c.whole_fen, c.unsold,
        (${exact} / c.days + (${place} <= ${left})) * p.unit AS amount_fen
      FROM share s JOIN charged c ON c.seq = s.seq AND c.from_on = s.first_on JOIN price p ON p.price_id = c.price_id)
    ${step.othersBilled ? partsLeft(step, names) : sql`SELECT ${partColumns}, ${whyNot}, NULL FROM part`}
    UNION ALL
    SELECT seq, target_id, p.tariff_id, p.price_id, s.from_on, s.to_on, ${daysBetween(sql`s.from_on`, sql`s.to_on`)}, 0, NULL, NULL,
      0, 0, 0, 'no_area', NULL
    FROM stretch s JOIN price p ON p.price_id = s.price_id WHERE coalesce(s.quantity_e2, 0) = 0
    ${step.othersBilled ? takenParts : sql``}`
}

/**
 * The stretches and shares of what is left. Assignments of one tariff that follow one upon the other are one stretch: what
 * parts them is what was said of its days.
 *
 * `LIMIT -1` keeps SQLite from copying expressions into the outer query, once for each time they are named there.
 */
function shares(step: RunStep, names: TargetNames): SQL {
  const [first, last] = bounds(step)
  const days = JSON.stringify(eachDay({ fromOn: first, toOn: last }))
  const [target, from, to] = [sql`s.target_id`, sql`s.from_on`, sql`s.to_on`]
  const [payer, user] = [
    payerOn(names, sql`c.target_id`, sql`d.on_day`),
    agreedPayer(names, sql`c.target_id`, sql`d.on_day`),
  ]
  return sql`${prices(step)},
    piece AS (SELECT a.rowid AS seq, a.target_id, p.price_id, p.by_area, max(a.from_on, p.from_on) AS from_on,
        min(coalesce(a.to_on, p.to_on), p.to_on) AS to_on
      FROM bill_run_rest q CROSS JOIN tariff_assignments a ON a.rowid = q.seq
      CROSS JOIN price p ON p.price_id = q.price_id CROSS JOIN ${names.table} t ON t.id = a.target_id
      WHERE t.archived_at IS NULL LIMIT -1),
    priced AS MATERIALIZED (SELECT min(seq) AS seq, target_id, price_id, by_area, min(from_on) AS from_on, max(to_on) AS to_on
      FROM (SELECT *, CAST(substr(to_on, 9) AS INTEGER) - sum(${daysBetween(sql`from_on`, sql`to_on`)}) OVER (
        PARTITION BY target_id, price_id ORDER BY from_on) AS run FROM piece) GROUP BY target_id, price_id, run),
    day (on_day) AS (SELECT value FROM json_each(${days})),
    ${step.othersBilled ? stretchesLeft(step, names) : sql`stretch AS MATERIALIZED (${names.stretches})`},
    charged AS MATERIALIZED (SELECT s.seq, s.target_id, p.price_id, s.from_on, s.to_on, ${names.unsold} AS unsold,
        ${daysBetween(from, to)} AS days, s.quantity_e2, ${amount(sql`s.quantity_e2`, daysBetween(from, to))} AS whole_fen,
        ${payerThroughout(names, target, from, to)} AS payer, ${agreementReaches(names, target, from, to)} AS agreed,
        ${anybodyPays(names, target, from, to)} AS owed
      FROM stretch s CROSS JOIN price p ON p.price_id = s.price_id CROSS JOIN ${names.table} t ON t.id = s.target_id
      WHERE s.quantity_e2 > 0),
    owes AS (SELECT c.seq, c.from_on AS first_on, d.on_day, coalesce(c.payer, ${payer}) AS owner, ${user} AS user
      FROM charged c CROSS JOIN day d ON d.on_day BETWEEN c.from_on AND c.to_on
      WHERE c.owed AND (c.payer IS NULL OR c.agreed) LIMIT -1),
    paying AS (SELECT seq, first_on, on_day, coalesce(user, owner) AS payer, CASE WHEN user <> owner THEN owner END AS liable
      FROM owes LIMIT -1),
    run_of_days AS (SELECT *, CAST(substr(on_day, 9) AS INTEGER) - row_number() OVER (
        PARTITION BY seq, first_on, payer, liable ORDER BY on_day) AS run FROM paying LIMIT -1),
    share AS (SELECT seq, from_on AS first_on, payer, NULL AS liable, from_on, to_on, days FROM charged
        WHERE NOT owed OR payer IS NOT NULL AND NOT agreed
      UNION ALL SELECT seq, first_on, payer, liable, min(on_day), max(on_day), count(*) FROM run_of_days
        GROUP BY seq, first_on, payer, liable, run)`
}

/**
 * The stretches without the days that are billed by another tariff for the same: what is left of such a stretch are stretches
 * of their own. `taken` are those days, each with the other tariff. A day that the tariff has billed itself is not among
 * them. Of the run's own bills there is no question here.
 */
function stretchesLeft(step: RunStep, names: TargetNames): SQL {
  return sql`whole AS MATERIALIZED (${names.stretches}),
    taken AS MATERIALIZED (SELECT s.seq, s.target_id, p.tariff_id, p.price_id, s.from_on AS first_on, d.on_day, min(b.tariff_id) AS other
      FROM whole s CROSS JOIN price p ON p.price_id = s.price_id
      CROSS JOIN bills b ON ${billOf(step, names, 'b', 's')} AND ${othersFor(sql`b`)}
      CROSS JOIN day d ON d.on_day BETWEEN max(b.from_on, s.from_on) AND min(b.to_on, s.to_on)
      LEFT JOIN bills w ON ${billOf(step, names, 'w', 's')} AND w.tariff_id = p.tariff_id AND w.from_on <= d.on_day
        AND w.to_on >= d.on_day AND ${isWhole('w')}
      WHERE s.quantity_e2 > 0 AND w.id IS NULL
      GROUP BY s.seq, s.from_on, d.on_day),
    cut AS MATERIALIZED (SELECT DISTINCT seq, first_on FROM taken),
    left_over AS (SELECT s.*, d.on_day, CAST(substr(d.on_day, 9) AS INTEGER) - row_number() OVER (
        PARTITION BY s.seq, s.from_on ORDER BY d.on_day) AS run
      FROM cut k CROSS JOIN whole s ON s.seq = k.seq AND s.from_on = k.first_on
      CROSS JOIN day d ON d.on_day BETWEEN s.from_on AND s.to_on
      LEFT JOIN taken ON taken.seq = s.seq AND taken.first_on = s.from_on AND taken.on_day = d.on_day
      WHERE taken.seq IS NULL LIMIT -1),
    stretch AS MATERIALIZED (SELECT s.seq, s.target_id, s.price_id, s.from_on, s.to_on, s.quantity_e2 FROM whole s
        LEFT JOIN cut ON cut.seq = s.seq AND cut.first_on = s.from_on WHERE cut.seq IS NULL
      UNION ALL SELECT seq, target_id, price_id, min(on_day), max(on_day), quantity_e2 FROM left_over
        GROUP BY seq, from_on, run)`
}

/** Whether a bill (alias given) of the month that counts is of the place of a row, on some of its days, and not of this run. */
function billOf(step: RunStep, names: TargetNames, bill: string, row: string): SQL {
  const [b, s] = [sql.raw(bill), sql.raw(row)]
  return sql`${b}.${names.column} = ${s}.target_id AND ${b}.period = ${step.run.period} AND ${b}.voided_at = 0
    AND ${b}.from_on <= ${s}.to_on AND ${b}.to_on >= ${s}.from_on AND ${b}.run_id IS NOT ${step.run.id}`
}

/** Whether a bill is for all the days that it spans. */
function isWhole(bill: string): SQL {
  const b = sql.raw(bill)
  return sql`${b}.days = ${daysBetween(sql`${b}.from_on`, sql`${b}.to_on`)}`
}

/** Whether a bill (alias given) is by another tariff than price `p`, for the same. */
export function othersFor(bill: SQL): SQL {
  return sql`(${bill}.fee_item = p.fee_item AND ${bill}.fee_item <> 'other' AND NOT p.surcharge AND ${bill}.tariff_id <> p.tariff_id
    AND EXISTS (SELECT 1 FROM tariffs g WHERE g.id = ${bill}.tariff_id AND NOT g.surcharge))`
}

/** The days that were taken, as parts with their reason. */
const takenParts = sql`UNION ALL SELECT seq, target_id, tariff_id, price_id, min(on_day), max(on_day), count(*), 0, NULL, NULL, 0, 0, 0,
    'billed_otherwise', other FROM taken GROUP BY seq, first_on, other`

const ofParts = sql`part.seq, part.target_id, part.tariff_id, part.price_id, part.from_on, part.to_on, part.days, part.quantity_e2, part.payer, part.liable,
  part.whole_days, part.whole_fen, part.amount_fen`
const partColumns = sql`seq, target_id, tariff_id, price_id, from_on, to_on, days, quantity_e2, payer, liable, whole_days, whole_fen, amount_fen`
const whyNot = sql`CASE WHEN payer IS NULL THEN CASE WHEN unsold THEN 'no_developer' ELSE 'no_owner' END WHEN amount_fen = 0 THEN 'zero' END`

/**
 * The parts without the days that their own tariff has billed: a day of a place is charged once, whoever pays. What is left of
 * such a part are runs of days, each reckoned by itself.
 *
 * What is left is joined and asked for nothing, here as above: of several columns together SQLite answers `NOT IN` by going
 * through the whole list, for each row.
 */
function partsLeft(step: RunStep, names: TargetNames): SQL {
  const days = sql`count(*)`
  return sql`, billed_day AS MATERIALIZED (SELECT part.seq, part.from_on AS first_on, d.on_day FROM part
      CROSS JOIN bills b ON ${billOf(step, names, 'b', 'part')} AND b.tariff_id = part.tariff_id AND ${isWhole('b')}
      CROSS JOIN day d ON d.on_day BETWEEN max(b.from_on, part.from_on) AND min(b.to_on, part.to_on)
      WHERE NOT ${billedAlready(step, names)} GROUP BY part.seq, part.from_on, d.on_day),
    touched AS MATERIALIZED (SELECT DISTINCT seq, first_on FROM billed_day),
    free_day AS (SELECT part.*, d.on_day, CAST(substr(d.on_day, 9) AS INTEGER) - row_number() OVER (
        PARTITION BY part.seq, part.from_on ORDER BY d.on_day) AS run
      FROM touched CROSS JOIN part ON part.seq = touched.seq AND part.from_on = touched.first_on
      CROSS JOIN day d ON d.on_day BETWEEN part.from_on AND part.to_on
      LEFT JOIN billed_day ON billed_day.seq = part.seq AND billed_day.first_on = part.from_on AND billed_day.on_day = d.on_day
      WHERE billed_day.seq IS NULL LIMIT -1),
    free AS (SELECT free_day.seq, free_day.target_id, free_day.tariff_id, free_day.price_id, min(free_day.on_day) AS from_on, max(free_day.on_day) AS to_on, ${days} AS days,
        free_day.quantity_e2, free_day.payer, free_day.liable, ${days} AS whole_days, ${amount(sql`free_day.quantity_e2`, days)} AS whole_fen,
        ${amount(sql`free_day.quantity_e2`, days)} AS amount_fen, free_day.unsold
      FROM free_day CROSS JOIN price p ON p.price_id = free_day.price_id GROUP BY free_day.seq, free_day.from_on, free_day.run LIMIT -1)
    SELECT ${ofParts}, CASE WHEN ${billedAlready(step, names)} THEN 'already_billed' ELSE ${whyNot} END, NULL
    FROM part LEFT JOIN touched ON touched.seq = part.seq AND touched.first_on = part.from_on WHERE touched.seq IS NULL
    UNION ALL SELECT ${partColumns}, ${whyNot}, NULL FROM free
    UNION ALL SELECT part.seq, part.target_id, part.tariff_id, part.price_id, min(billed_day.on_day), max(billed_day.on_day), count(*), 0, NULL, NULL, 0, 0, 0,
      'already_billed', NULL
    FROM billed_day CROSS JOIN part ON part.seq = billed_day.seq AND part.from_on = billed_day.first_on GROUP BY billed_day.seq, billed_day.first_on`
}

/**
 * Whether an old bill that stands for several stretches of its payer speaks against a part: it leaves what lies between them to
 * others, but never its first or last day.
 */
function billedAlready(step: RunStep, names: TargetNames): SQL {
  return sql`EXISTS (SELECT 1 FROM bills b WHERE ${billOf(step, names, 'b', 'part')} AND b.tariff_id = part.tariff_id AND NOT ${isWhole('b')}
    AND (b.payer_person_id = part.payer OR b.from_on >= part.from_on OR b.to_on <= part.to_on))`
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

/** How many days of the month tariff `tariff_id` is assigned to place `target_id` of a row. */
function assignedDays(step: RunStep, row: string): SQL {
  const [first, last] = bounds(step)
  const [target, tariff] = [sql.raw(`${row}.target_id`), sql.raw(`${row}.tariff_id`)]
  return sql`(SELECT sum(${daysBetween(sql`max(x.from_on, ${first})`, sql`min(coalesce(x.to_on, ${last}), ${last})`)})
    FROM tariff_assignments x WHERE x.target_id = ${target} AND x.tariff_id = ${tariff}
      AND x.from_on <= ${last} AND (x.to_on IS NULL OR x.to_on >= ${first}))`
}

/** Says of the other parts why they are not billed, with their days unless those are all. */
function skipParts(step: RunStep, names: TargetNames): SQL {
  return sql`INSERT INTO bill_run_skips (run_id, ${names.column}, tariff_id, reason, days, other_tariff_id)
    SELECT ${step.run.id}, s.target_id, s.tariff_id, s.reason, nullif(s.days, ${assignedDays(step, 's')}), s.other_tariff_id
    FROM (SELECT target_id, tariff_id, reason, other_tariff_id, sum(days) AS days FROM bill_run_parts q WHERE reason IS NOT NULL
      GROUP BY target_id, tariff_id, reason, other_tariff_id) s`
}

/** Days of the month for which a tariff in use has no price, beside days that have one or alone. */
function skipUnpriced(step: RunStep, names: TargetNames): SQL {
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
function skipOutOfUse(step: RunStep, names: TargetNames): SQL {
  return sql`INSERT INTO bill_run_skips (run_id, ${names.column}, tariff_id, reason)
    SELECT DISTINCT ${step.run.id}, q.target_id, q.tariff_id, CASE
      WHEN t.archived_at IS NOT NULL THEN 'archived' WHEN f.state = 'draft' THEN 'tariff_draft' ELSE 'tariff_disabled' END
    FROM bill_run_rest q CROSS JOIN tariffs f ON f.id = q.tariff_id CROSS JOIN ${names.table} t ON t.id = q.target_id
    WHERE t.archived_at IS NOT NULL OR f.state <> 'active'`
}

/** Places to which no tariff is assigned in the month: none at all, one that begins later, or one that has ended. */
function skipUnassigned(step: RunStep, names: TargetNames): SQL {
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

function inStep(step: RunStep): SQL {
  return sql`a.target_id > ${step.after} AND a.target_id <= ${step.upTo}`
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
