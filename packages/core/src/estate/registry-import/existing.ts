import { and, asc, desc, eq, gt, isNull, isNotNull, ne, sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { payerAgreements } from '../../fees/billing/index.ts'
import { projects } from '../projects/index.ts'
import {
  buildings,
  occupancies,
  parkingSpaces,
  people,
  personPhones,
  rooms,
  spaceKey,
  units,
} from '../registry/index.ts'
import type { SpaceName } from './codes-alike.ts'
import type { SaidBefore } from './remembered.ts'
import { importJobs } from './tables.ts'

/** Rows of one read. Seven tables are read at once, and an answer holds at most 10 MB. */
const rowsOfRead = 5000

/** What a project's registry holds, as far as an import compares with it. */
export type Existing = Awaited<ReturnType<typeof readExisting>>
export type ExistingRoom = Existing['rooms'][number]
export type ExistingPerson = Existing['people'][number]
export type ExistingOccupancy = Existing['occupancies'][number]

/**
 * Reads the registry of a project, all tables at once and page by page: the round trips are those of the longest table
 * by thousands, none by the row.
 */
export async function readExisting(ctx: Ctx, projectId: string) {
  const pages = {
    buildings: new Pages<Awaited<ReturnType<typeof buildingRows>>[number]>(({ key }) => key),
    units: new Pages<Awaited<ReturnType<typeof unitRows>>[number]>(({ id }) => id),
    rooms: new Pages<Awaited<ReturnType<typeof roomRows>>[number]>(({ key }) => key),
    spaces: new Pages<Awaited<ReturnType<typeof spaceRows>>[number]>(({ key }) => key),
    people: new Pages<Awaited<ReturnType<typeof personRows>>[number]>(({ id }) => id),
    occupancies: new Pages<Awaited<ReturnType<typeof occupancyRows>>[number]>(({ id }) => id),
    agreements: new Pages<Awaited<ReturnType<typeof agreementRows>>[number]>(({ id }) => id),
  }
  const unfinished = () => Object.values(pages).some(({ done }) => !done)
  let first: { appliedImports: number; project: string; estates: EstateRow[]; said: SaidBefore[] } | undefined
  while (unfinished()) {
    const read = await ctx.db.orm.batch([
      buildingRows(ctx, projectId, pages.buildings.after),
      unitRows(ctx, projectId, pages.units.after),
      roomRows(ctx, projectId, pages.rooms.after),
      spaceRows(ctx, projectId, pages.spaces.after),
      personRows(ctx, projectId, pages.people.after),
      occupancyRows(ctx, projectId, pages.occupancies.after),
      appliedRows(ctx, projectId),
      ctx.db.orm.select({ name: projects.name }).from(projects).where(eq(projects.id, projectId)),
      estateRows(ctx, projectId),
      saidRows(ctx, projectId),
      agreementRows(ctx, projectId, pages.agreements.after),
    ])
    pages.buildings.add(read[0])
    pages.units.add(read[1])
    pages.rooms.add(read[2])
    pages.spaces.add(read[3])
    pages.people.add(read[4])
    pages.occupancies.add(read[5])
    pages.agreements.add(read[10])
    // Of the first read: what is applied later was not seen.
    first ??= {
      appliedImports: read[6][0]?.n ?? 0,
      project: read[7][0]?.name ?? '',
      estates: read[8],
      said: read[9],
    }
  }
  return {
    buildings: pages.buildings.rows,
    units: pages.units.rows,
    rooms: pages.rooms.rows,
    spaces: pages.spaces.rows.map((space) => ({ ...space, onRecord: space })),
    people: pages.people.rows.map((person) => ({ ...person, phones: JSON.parse(person.phones) as string[] })),
    occupancies: pages.occupancies.rows,
    agreements: pages.agreements.rows,
    ...(first ?? { appliedImports: 0, project: '', estates: [], said: [] }),
  }
}

/**
 * The registry as it will be once spaces have lots that they have not on record, where they stay as `onRecord` until then.
 * @param lots by the keys of these spaces
 */
export function withLots(existing: Existing, lots: ReadonlyMap<string, SpaceName>): Existing {
  const spaces = existing.spaces.map((space) => {
    const name = lots.get(space.key)
    return name === undefined ? space : { ...space, ...name, key: spaceKey(name.lot, name.code) }
  })
  return { ...existing, spaces }
}

/** Rows that come page by page; once a page was not full, the next reads ask for what lies behind the last row. */
class Pages<T> {
  readonly rows: T[] = []
  done = false
  readonly #keyOf: (row: T) => string

  constructor(keyOf: (row: T) => string) {
    this.#keyOf = keyOf
  }

  get after(): string {
    const last = this.rows.at(-1)
    return last === undefined ? '' : this.#keyOf(last)
  }

  add(page: readonly T[]): void {
    this.rows.push(...page)
    this.done = page.length < rowsOfRead
  }
}

function buildingRows(ctx: Ctx, projectId: string, after: string) {
  const { id, key, name, floors } = buildings
  return ctx.db.orm
    .select({ id, key, name, floors })
    .from(buildings)
    .where(and(eq(buildings.projectId, projectId), gt(key, after)))
    .orderBy(asc(key))
    .limit(rowsOfRead)
}

function unitRows(ctx: Ctx, projectId: string, after: string) {
  const { id, key, name, floors, elevator } = units
  return ctx.db.orm
    .select({ id, key, name, floors, elevator, buildingKey: buildings.key })
    .from(units)
    .innerJoin(buildings, eq(buildings.id, units.buildingId))
    .where(and(eq(buildings.projectId, projectId), gt(id, after)))
    .orderBy(asc(id))
    .limit(rowsOfRead)
}

function roomRows(ctx: Ctx, projectId: string, after: string) {
  const {
    id,
    key,
    name,
    number,
    floor,
    layout,
    areaE2,
    builtAreaE2,
    innerAreaE2,
    use,
    state,
    handedOverOn,
    remark,
  } = rooms
  return ctx.db.orm
    .select({
      id,
      key,
      name,
      number,
      floor,
      layout,
      areaE2,
      builtAreaE2,
      innerAreaE2,
      use,
      state,
      handedOverOn,
      remark,
    })
    .from(rooms)
    .where(and(eq(rooms.projectId, projectId), gt(key, after), isNull(rooms.archivedAt)))
    .orderBy(asc(key))
    .limit(rowsOfRead)
}

function spaceRows(ctx: Ctx, projectId: string, after: string) {
  const { id, key, lot, code, kind, tenure, areaE2 } = parkingSpaces
  return ctx.db.orm
    .select({ id, key, lot, code, kind, tenure, areaE2 })
    .from(parkingSpaces)
    .where(and(eq(parkingSpaces.projectId, projectId), gt(key, after)))
    .orderBy(asc(key))
    .limit(rowsOfRead)
}

function personRows(ctx: Ctx, projectId: string, after: string) {
  const { id, number, name, gender, idIndex } = people
  const phones = sql<string>`(SELECT json_group_array(phone_index) FROM ${personPhones} WHERE person_id = people.id)`
  return ctx.db.orm
    .select({ id, number, name, gender, idIndex, phones })
    .from(people)
    .where(and(eq(people.projectId, projectId), gt(id, after)))
    .orderBy(asc(id))
    .limit(rowsOfRead)
}

function occupancyRows(ctx: Ctx, projectId: string, after: string) {
  const { id, personId, roomId, parkingSpaceId, role, shareE4, fromOn, toOn, plate } = occupancies
  return ctx.db.orm
    .select({ id, personId, roomId, parkingSpaceId, role, shareE4, fromOn, toOn, plate })
    .from(occupancies)
    .where(and(eq(occupancies.projectId, projectId), gt(id, after)))
    .orderBy(asc(id))
    .limit(rowsOfRead)
}

/** By which users pay in place of owners, on the days on which they are there. */
function agreementRows(ctx: Ctx, projectId: string, after: string) {
  const { id, targetId, personId, fromOn, toOn } = payerAgreements
  return ctx.db.orm
    .select({ id, targetId, personId, fromOn, toOn })
    .from(payerAgreements)
    .where(and(eq(payerAgreements.projectId, projectId), gt(id, after)))
    .orderBy(asc(id))
    .limit(rowsOfRead)
}

function appliedRows(ctx: Ctx, projectId: string) {
  return ctx.db.orm
    .select({ n: sql<number>`coalesce(sum(${importJobs.runs}), 0)` })
    .from(importJobs)
    .where(and(eq(importJobs.projectId, projectId), ne(importJobs.state, 'applying')))
}

interface EstateRow {
  question: string
  value: string
}

/** Which estates the project's rooms came from under the bare names of their buildings. What stopped half-way counts. */
function estateRows(ctx: Ctx, projectId: string) {
  return ctx.db.orm.all<EstateRow>(sql`SELECT DISTINCT e.value ->> 'id' AS question, v.value AS value
    FROM import_jobs j, json_each(j.tables_json) AS t, json_each(t.value, '$.estates') AS e, json_each(e.value, '$.values') AS v
    WHERE j.project_id = ${projectId} AND j.confirmed_at IS NOT NULL`)
}

/** So many imports with questions are looked back on. */
const importsLookedAt = 50

function saidRows(ctx: Ctx, projectId: string) {
  const { questionsJson, layout } = importJobs
  return ctx.db.orm
    .select({ questionsJson, layout })
    .from(importJobs)
    .where(
      and(eq(importJobs.projectId, projectId), isNotNull(importJobs.confirmedAt), ne(questionsJson, '[]')),
    )
    .orderBy(desc(importJobs.createdAt), desc(importJobs.id))
    .limit(importsLookedAt)
}
