import { daysInPeriod, firstDay, lastDay, parsePeriod, type CivilDate } from '@heju/kernel'
import { sql, type SQL } from 'drizzle-orm'
import { exclusiveOf } from '../items/index.ts'

/** One step of a run: the rooms and spaces with ids after `after`, up to `upTo`. */
export interface RunStep {
  run: { id: string; projectId: string; period: string; dueOn: string }
  after: string
  upTo: string
  /** Ten characters of time and five of chance, which begin the ids of its bills. */
  idPrefix: string
  /** Epoch milliseconds. */
  now: number
  /** Whether bills of the month exist that this run did not make. */
  othersBilled: boolean
  /** Whether users pay by agreement anywhere in the project. */
  agreements: boolean
}

/** The first and last day of the step's month. */
export function bounds(step: RunStep): [CivilDate, CivilDate] {
  const period = parsePeriod(step.run.period)
  return [firstDay(period), lastDay(period)]
}

/**
 * The prices of the project that hold on some day of the month, with all that is the same for their places.
 *
 * A rounding rule becomes a bias that is added before dividing: an exact amount of n/d is settled as
 * (2n + bias) / 2d in whole numbers, with a bias of d for `half_up`, 2d − 2 for `up` and 0 for `down`; `half_even`
 * takes one back at a tie that `half_up` raised to an odd number.
 */
export function prices(step: RunStep): SQL {
  const [first, last] = bounds(step)
  const monthDays = daysInPeriod(parsePeriod(step.run.period))
  return sql`price AS MATERIALIZED (SELECT *, ${daysBetween(sql`from_on`, sql`to_on`)} AS days, substr(from_on, 9) AS first_day,
      CASE rounding WHEN 'up' THEN 2 * denominator - 2 WHEN 'down' THEN 0 ELSE denominator END AS bias
    FROM (SELECT f.id AS tariff_id, f.fee_item, ${exclusiveOf(sql`f.fee_item`)} AS exclusive, f.surcharge, f.basis = 'area' AS by_area, p.id AS price_id, p.price_e4,
        p.addition_fen * 10000 AS addition_e4, p.rounding, p.rounding_unit_fen AS unit,
        10000 * ${monthDays} * p.rounding_unit_fen AS denominator,
        max(p.from_on, ${first}) AS from_on, min(coalesce(p.to_on, ${last}), ${last}) AS to_on
      FROM tariffs f JOIN tariff_prices p ON p.tariff_id = f.id
      WHERE f.project_id = ${step.run.projectId} AND f.state = 'active'
        AND p.from_on <= ${last} AND (p.to_on IS NULL OR p.to_on >= ${first})))`
}

/** How much of it is charged: m² × 10^2, or one room or space. */
export const quantity = sql`CASE WHEN p.by_area THEN t.area_e2 ELSE 100 END`

/** The amount of `days` at price `p`, rounded once; `largestPriceE4` and its like keep it within 64 bits. */
export function amount(of: SQL, days: SQL): SQL {
  const twice = sql`2 * (p.price_e4 * ${of} + p.addition_e4) * ${days}`
  const rounded = sql`(${twice} + p.bias) / (2 * p.denominator)`
  const tie = sql`p.rounding = 'half_even' AND ${twice} % (2 * p.denominator) = p.denominator AND ${rounded} % 2 = 1`
  return sql`(${rounded} - (${tie})) * p.unit`
}

/** From day to day of one month, both included. */
export function daysBetween(from: SQL, to: SQL): SQL {
  return sql`(CAST(substr(${to}, 9) AS INTEGER) - CAST(substr(${from}, 9) AS INTEGER) + 1)`
}

/** Whether assignment `a` is of a place of a step. */
export function inStep(step: RunStep): SQL {
  return sql`a.target_id > ${step.after} AND a.target_id <= ${step.upTo}`
}
