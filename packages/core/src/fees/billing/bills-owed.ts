import { sql, type SQL } from 'drizzle-orm'
import { occupancies } from '../../estate/registry/index.ts'
import { bills, payerAgreements } from './tables.ts'

/**
 * Published and not paid in full. Written out, because SQLite takes the index `bills_owed` only for a condition that
 * names the state as the index does, never for one that is bound.
 */
export const billsOwed = sql`${bills.state} = 'published' AND ${bills.paidFen} < ${bills.amountFen}`

/** Whether a bill is made out to one of some people, or one of them stands behind it. @param people a query of their ids */
export function madeOutTo(people: SQL): SQL {
  return sql`(${bills.payerPersonId} IN (${people}) OR ${bills.liablePersonId} IN (${people}))`
}

/**
 * Whether a bill is of a place that some people have or had to do with: what indexes serve, before another condition says
 * which of them are theirs. Whom a bill is made out to had a place or an agreement there, and these records stay.
 * @param people a query of their ids
 */
export function atPlacesOf(people: SQL): SQL {
  const placesOf = (
    column: SQL,
  ) => sql`SELECT ${column} FROM ${occupancies} WHERE ${occupancies.personId} IN (${people})
    UNION SELECT ${payerAgreements.targetId} FROM ${payerAgreements} WHERE ${payerAgreements.personId} IN (${people})`
  return sql`(${bills.roomId} IN (${placesOf(sql`${occupancies.roomId}`)})
    OR ${bills.parkingSpaceId} IN (${placesOf(sql`${occupancies.parkingSpaceId}`)}))`
}

/**
 * Whether some people owe a published bill or stand behind one, whatever they are to its place today.
 * @param people a query of their ids
 */
export function anyOwedBy(people: SQL): SQL {
  return sql`EXISTS (SELECT 1 FROM ${bills} WHERE ${atPlacesOf(people)} AND ${billsOwed} AND ${madeOutTo(people)})`
}
