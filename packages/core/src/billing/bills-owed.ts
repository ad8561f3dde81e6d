import { sql } from 'drizzle-orm'
import { bills } from './tables.ts'

/**
 * Published and not paid in full. Written out, because SQLite takes the index `bills_owed` only for a condition that
 * names the state as the index does, never for one that is bound.
 */
export const billsOwed = sql`${bills.state} = 'published' AND ${bills.paidFen} < ${bills.amountFen}`
