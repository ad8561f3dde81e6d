import { parsePhone } from '@heju/kernel'
import { sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { indexPhone } from './personal-data.ts'
import { personName } from './person-name.ts'
import { placeKey, readRoomName, roomKey } from './room-name.ts'
import { untitled } from './salutation.ts'
import { numberOfRoom } from './tables.ts'

/*
 * Whom and what somebody at the desk means who types while the phone rings. Both are parts of a query that has the
 * projects of the actor as `scope`, and are served by indexes alone.
 */

/** Above every character that a name may begin with. */
const afterAll = '\u{10ffff}'
/** Of a common surname there are hundreds: as many of them as help. */
const mostOfName = 50

/** People by phone (`rank` 0) or by the beginning of the name (2): `id`, `rank`. */
export async function callersMeant(ctx: Ctx, search: string): Promise<SQL> {
  const phone = parsePhone(search)
  if (phone !== null)
    return sql`SELECT person_id AS id, 0 AS rank FROM person_phones WHERE phone_index = ${await indexPhone(ctx.vault, phone.number)}`
  const digits = search.replaceAll(/[\s-]/g, '')
  // Of a number that was not understood whole, and of one read out from behind, the last four are kept to be found by.
  const byDigits = /^\d{4,}$/.test(digits)
    ? sql`SELECT person_id AS id, 0 AS rank FROM person_phones WHERE phone_last4 = ${digits.slice(-4)}`
    : sql`SELECT NULL AS id, 0 AS rank WHERE FALSE`
  const name = untitled(personName(search))
  return sql`${byDigits} UNION ALL SELECT id, 2 AS rank FROM (SELECT id FROM people
    WHERE project_id IN (SELECT id FROM scope) AND name >= ${name} AND name < ${name + afterAll} LIMIT ${mostOfName})`
}

/** Rooms by their name: 3-2-1501, 3栋1501, or the number on the door alone: `id`. */
export function roomsMeant(search: string): SQL {
  const name = readRoomName(search)
  if (name === null) return sql`SELECT NULL AS id WHERE FALSE`
  const ofScope = sql`project_id IN (SELECT id FROM scope)`
  const number = roomKey(name.number)
  const building = name.building === null ? '' : placeKey(name.building)
  if (building === '') return sql`SELECT id FROM rooms WHERE ${ofScope} AND ${numberOfRoom} = ${number}`
  if (name.unit !== null)
    return sql`SELECT id FROM rooms WHERE ${ofScope} AND key = ${`${building}|${placeKey(name.unit)}|${number}`}`
  // 3-1501 names the building and leaves the unit out; B1-3 is a number as well.
  return sql`SELECT id FROM rooms WHERE ${ofScope} AND key > ${`${building}|`} AND key < ${`${building}}`}
    AND key LIKE ${`%|${number}`}
    UNION SELECT id FROM rooms WHERE ${ofScope} AND ${numberOfRoom} = ${roomKey(search)}`
}
