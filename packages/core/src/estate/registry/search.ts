import { parsePhone } from '@heju/kernel'
import { sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { indexPhone } from './personal-data.ts'
import { personName } from './person-name.ts'
import { placeKey, readRoomName, roomKey } from './room-name.ts'
import { numberOfRoom } from './tables.ts'

/** Above every character that a name may begin with. */
const afterAll = '\u{10ffff}'

/**
 * The people of a project whom a search means, as a subquery of ids: by phone in full, by the last four digits of one,
 * by the beginning of the name, or by the company's own number. Every branch is served by an index.
 */
export async function peopleMeant(ctx: Ctx, projectId: string, search: string): Promise<SQL> {
  const phone = parsePhone(search)
  if (phone) {
    const index = await indexPhone(ctx.vault, phone.number)
    return sql`SELECT p.id FROM person_phones ph JOIN people p ON p.id = ph.person_id
      WHERE ph.phone_index = ${index} AND p.project_id = ${projectId}`
  }
  const name = personName(search)
  const byName = sql`SELECT id FROM people WHERE project_id = ${projectId} AND name >= ${name} AND name < ${name + afterAll}`
  const byNumber = sql`SELECT id FROM people WHERE project_id = ${projectId} AND number = ${search}`
  if (!/^\d{4}$/.test(search)) return sql`${byName} UNION ${byNumber}`
  return sql`${byNumber} UNION SELECT p.id FROM person_phones ph JOIN people p ON p.id = ph.person_id
    WHERE ph.phone_last4 = ${search} AND p.project_id = ${projectId}`
}

/** The rooms of a project whom a search means by their name: 3-2-1501, 3栋1501, 1501, or a part of the name. */
export function roomsNamed(projectId: string, search: string): SQL {
  const name = readRoomName(search)
  const part = sql`SELECT id FROM rooms WHERE project_id = ${projectId} AND instr(name, ${search}) > 0`
  if (name === null) return part
  const number = sql`${numberOfRoom} = ${roomKey(name.number)}`
  if (name.building === null)
    return sql`${part} UNION SELECT id FROM rooms WHERE project_id = ${projectId} AND ${number}`
  const building = placeKey(name.building)
  if (name.unit !== null) {
    const key = `${building}|${placeKey(name.unit)}|${roomKey(name.number)}`
    return sql`${part} UNION SELECT id FROM rooms WHERE project_id = ${projectId} AND key = ${key}`
  }
  // 3-1501 names the building and leaves the unit out; B1-3 is a number as well.
  return sql`${part} UNION SELECT id FROM rooms WHERE project_id = ${projectId} AND ${numberOfRoom} = ${roomKey(search)}
    UNION SELECT id FROM rooms WHERE project_id = ${projectId} AND ${number}
    AND key > ${`${building}|`} AND key < ${`${building}}`}`
}
