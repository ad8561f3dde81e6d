import { civilDateOf, type CivilDate } from '@heju/kernel'
import type { Ctx } from './context.ts'

/** The company's civil day. */
export function todayOf(ctx: Ctx): CivilDate {
  return civilDateOf(ctx.now, ctx.company.zone)
}
