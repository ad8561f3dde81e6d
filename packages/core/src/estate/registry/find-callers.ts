import { compile } from '@heju/db'
import { sql, type SQL } from 'drizzle-orm'
import { projects as projectTable } from '../projects/index.ts'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { callersMeant, roomsMeant } from './callers-meant.ts'
import { findCallersSchema, type CallerFound, type Callers, type FindCallers } from './caller-schemas.ts'
import { runsToday } from './queries.ts'
import type { Gender, PersonKind } from './rules.ts'
import { salutationOf } from './salutation.ts'

/** As many as one looks over while somebody waits on the phone. */
const most = 20

interface CallerRow {
  id: string
  name: string
  kind: PersonKind
  gender: Gender | null
  phone_masked: string | null
  project_id: string
  project_name: string
  rooms: string
}
interface RoomRow {
  id: string
  name: string
  project_id: string
  project_name: string
}

/**
 * Finds who may be calling, in all projects that the actor works in: by the number in full or its last four digits, the
 * beginning of the name, or the room. Who has that phone comes first, then who has to do with that room. One round trip.
 */
export async function findCallers(ctx: Ctx, raw: FindCallers): Promise<Callers> {
  const { search } = parse(findCallersSchema, raw)
  const scope = scopeOf(ctx.projectsWhere('registry.read'))
  const queries = [await callersQuery(ctx, scope, search), emptyRoomsQuery(ctx, scope, search)]
  const [people, rooms] = await ctx.db.client.batch(queries.map(compile), 'read')
  return {
    callers: (people?.rows ?? []).map((row) => callerOf(row as unknown as CallerRow)),
    emptyRooms: (rooms?.rows ?? []).map((row) => {
      const { id, name, project_id: projectId, project_name: projectName } = row as unknown as RoomRow
      return { id, name, projectId, projectName }
    }),
  }
}

/** `scope`: the projects of an actor, with their names. */
function scopeOf(projects: 'all' | readonly string[]): SQL {
  const theirs =
    projects === 'all' ? sql`` : sql` AND id IN (SELECT value FROM json_each(${JSON.stringify(projects)}))`
  return sql`scope AS (SELECT id, name FROM ${projectTable} WHERE archived_at IS NULL${theirs})`
}

async function callersQuery(ctx: Ctx, scope: SQL, search: string): Promise<SQL> {
  const runs = runsToday(ctx, 'o')
  return sql`WITH ${scope}, room_meant AS (${roomsMeant(search)}),
    meant AS (SELECT id, min(rank) AS rank FROM (${await callersMeant(ctx, search)}
      UNION ALL SELECT o.person_id AS id, 1 AS rank FROM room_meant m JOIN occupancies o ON o.room_id = m.id AND ${runs}) GROUP BY id)
    SELECT p.id, p.name, p.kind, p.gender, p.project_id, s.name AS project_name,
      (SELECT phone_masked FROM person_phones WHERE person_id = p.id AND position = 0) AS phone_masked,
      (SELECT json_group_array(json_object('id', id, 'name', name, 'role', role)) FROM (
        SELECT r.id, r.name, o.role FROM occupancies o JOIN rooms r ON r.id = o.room_id AND r.archived_at IS NULL
        WHERE o.person_id = p.id AND ${runs}
        ORDER BY r.id IN (SELECT id FROM room_meant) DESC,
          CASE o.role WHEN 'owner' THEN 0 WHEN 'co_owner' THEN 0 WHEN 'developer' THEN 2 ELSE 1 END, r.sort_key)) AS rooms
    FROM meant m JOIN people p ON p.id = m.id JOIN scope s ON s.id = p.project_id
    ORDER BY m.rank, p.name, p.id LIMIT ${most}`
}

function emptyRoomsQuery(ctx: Ctx, scope: SQL, search: string): SQL {
  return sql`WITH ${scope}, room_meant AS (${roomsMeant(search)})
    SELECT r.id, r.name, r.project_id, s.name AS project_name
    FROM room_meant m JOIN rooms r ON r.id = m.id JOIN scope s ON s.id = r.project_id
    WHERE r.archived_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM occupancies o WHERE o.room_id = r.id AND ${runsToday(ctx, 'o')})
    ORDER BY r.sort_key, r.id LIMIT ${most}`
}

function callerOf(row: CallerRow): CallerFound {
  const { id, name, kind, gender } = row
  return {
    personId: id,
    name,
    salutation: salutationOf({ name, kind, gender }),
    phoneMasked: row.phone_masked,
    projectId: row.project_id,
    projectName: row.project_name,
    rooms: JSON.parse(row.rooms) as CallerFound['rooms'],
  }
}
