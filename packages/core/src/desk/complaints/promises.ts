import { invalidInput } from '@heju/kernel'
import type { Ctx } from '../../context.ts'
import { timeIsPast } from './errors.ts'
import { policy } from './rules.ts'

/**
 * Times that an owner is promised, by the fields they stand in: each lies ahead, and no further than somebody means it. A year
 * mistyped would keep the matter from every list of what is due.
 * @throws `complaints.time_is_past`, `request.invalid` that names the field of one too far ahead
 */
export function requireAhead(ctx: Ctx, times: Readonly<Record<string, number | null | undefined>>): void {
  const given = Object.entries(times).filter(
    (field): field is [string, number] => typeof field[1] === 'number',
  )
  if (given.some(([, at]) => at <= ctx.now)) throw timeIsPast()
  const fields = given
    .filter(([, at]) => at > ctx.now + policy.furthestPromiseMs)
    .map(([path]) => ({ path, code: 'complaints.field.too_far' }))
  if (fields.length > 0) throw invalidInput({}, { fields })
}
