import { sql, type SQL } from 'drizzle-orm'
import { eachDay } from './amounts.ts'
import { agreedPayer, agreementReaches, anybodyPays, payerOn, payerThroughout } from './payer-sql.ts'
import { amount, bounds, daysBetween, prices, type RunStep } from './stretch-sql.ts'
import type { TargetNames } from './targets.ts'

/**
 * Cuts the days of what is left: into stretches at one price and area, each calculated and rounded once, and a stretch into
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
  return sql`(${bill}.fee_item = p.fee_item AND p.exclusive AND NOT p.surcharge AND ${bill}.tariff_id <> p.tariff_id
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
 * such a part are runs of days, each calculated by itself.
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
