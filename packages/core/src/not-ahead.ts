import { invalidInput, type CivilDate } from '@heju/kernel'
import { todayOf } from './today.ts'
import type { Ctx } from './context.ts'

/**
 * A day that tells what happened is not ahead of today, as people at the company's place have it.
 * @param days by the paths of the fields they stand in; what was left out is not asked
 * @throws `request.invalid` that names each field
 */
export function requireNotAhead(
  ctx: Ctx,
  days: Readonly<Record<string, CivilDate | null | undefined>>,
): void {
  const today = todayOf(ctx)
  const fields = Object.entries(days)
    .filter(([, day]) => day !== null && day !== undefined && day > today)
    .map(([path]) => ({ path, code: 'field.day_ahead' }))
  if (fields.length > 0) throw invalidInput({}, { fields })
}
