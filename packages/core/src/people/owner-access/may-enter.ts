import { sql, type SQL } from 'drizzle-orm'
import { anyOwedBy } from '../../fees/billing/index.ts'
import type { Ctx } from '../../context.ts'
import { isPhoneOfToday, peopleWithPhone } from '../../estate/registry/index.ts'

/**
 * Whether a phone opens the portal: that of somebody who is anything to a place today, or who owes a bill or stands
 * behind one. A debt stays with the owner of its time (民法典 945), so who has moved out and owes can see and pay what
 * is theirs until it is settled; the pages show them nothing else of the place.
 */
export function mayEnter(ctx: Ctx, phoneIndex: string): SQL {
  return sql`(${isPhoneOfToday(ctx, phoneIndex)} OR ${anyOwedBy(peopleWithPhone(phoneIndex))})`
}
