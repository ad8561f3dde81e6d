import type { Write } from '@heju/db'
import { firstDay, newId, periodOf, type CivilDate, type ErrorDefinition } from '@heju/kernel'
import { and, eq, inArray, sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { rooms, buildings } from '../../estate/registry/index.ts'
import { todayOf } from '../../today.ts'
import { followers, followingFrom, scopesOver } from './expand-scopes.ts'
import { isExclusive, itemInUse, itemsInUse, productItems, type ProductItem } from '../items/index.ts'
import type { OthersDecision } from './rules.ts'
import { each } from './scope-places.ts'
import type {
  ImportedTariff,
  TariffTerms,
  TariffOnRecord,
  ImportedAssignment,
  AssignedRoom,
  ImportedRoom,
  SecondCharge,
} from './imported-tariffs.ts'
import { tariffAssignments, tariffs } from './tables.ts'

/** All tariffs of a project, as a workbook is compared with them, and the fee items in use. One round trip. */
export async function tariffsOnRecord(ctx: Ctx, projectId: string) {
  const [onRecord, items] = await ctx.db.orm.batch([
    ctx.db.orm.all<TariffOnRecord>(
      sql`SELECT f.name, f.state, f.basis, f.fee_item AS feeItem, ${isExclusive(sql`f.fee_item`)} AS exclusive, p.price_e4 AS priceE4, p.addition_fen AS additionFen,
        ${endOf} AS endsOn, (SELECT min(from_on) FROM tariff_prices o WHERE o.tariff_id = f.id) AS beginsOn
      FROM tariffs f JOIN tariff_prices p ON p.id = ${priceOfNow(todayOf(ctx))}
      WHERE f.project_id = ${projectId} ORDER BY f.name`,
    ),
    itemsInUse(ctx),
  ])
  return { onRecord, items }
}

/** The price of tariff `f` that holds today, else the next to come, else the last there was. */
function priceOfNow(today: string): SQL {
  return sql`(SELECT o.id FROM tariff_prices o WHERE o.tariff_id = f.id
    ORDER BY o.from_on <= ${today} AND coalesce(o.to_on, ${today}) >= ${today} DESC,
      o.from_on > ${today} DESC, iif(o.from_on > ${today}, o.from_on, NULL), o.from_on DESC LIMIT 1)`
}

const endOf = sql`(SELECT iif(count(*) = count(o.to_on), max(o.to_on), NULL) FROM tariff_prices o WHERE o.tariff_id = f.id)`

/**
 * Which rooms of a project some of its tariffs, by name, are assigned to and on which days; and which rooms of a workbook the next
 * bills will bring under them, as the scopes stand: those that came since the last bills, and those that come with the workbook.
 * One round trip.
 */
export async function assignedByName(
  ctx: Ctx,
  projectId: string,
  names: readonly string[],
  imported: readonly ImportedRoom[],
): Promise<{ assigned: AssignedRoom[]; coming: AssignedRoom[] }> {
  const wanted = and(eq(tariffs.projectId, projectId), inArray(tariffs.name, [...names]))
  const { fromOn, toOn } = tariffAssignments
  const [assigned, coming] = await ctx.db.orm.batch([
    ctx.db.orm
      .select({ roomKey: rooms.key, tariffName: tariffs.name, fromOn: sql<CivilDate>`${fromOn}`, toOn })
      .from(tariffs)
      .innerJoin(tariffAssignments, eq(tariffAssignments.tariffId, tariffs.id))
      .innerJoin(rooms, eq(rooms.id, tariffAssignments.targetId))
      .where(wanted),
    ctx.db.orm.all<AssignedRoom>(comingByName(ctx, projectId, names, imported)),
  ])
  return { assigned, coming }
}

/**
 * Which rooms of a workbook are under others for the same on days of an assignment, and which assignments the scopes bring on
 * the same days. One round trip.
 */
export async function chargedBeside(
  ctx: Ctx,
  projectId: string,
  assignments: readonly ImportedAssignment[],
): Promise<{ charges: SecondCharge[]; covered: AssignedRoom[] }> {
  const [charges, covered] = await ctx.db.orm.batch([
    ctx.db.orm.all<SecondCharge>(secondCharges(projectId, assignments, todayOf(ctx))),
    ctx.db.orm.all<AssignedRoom>(coveredByScopes(projectId, assignments, todayOf(ctx))),
  ])
  return { charges, covered }
}

function comingByName(
  ctx: Ctx,
  projectId: string,
  names: readonly string[],
  imported: readonly ImportedRoom[],
): SQL {
  const listedRooms = JSON.stringify(
    imported.map(({ roomKey, buildingKey, use }) => [roomKey, buildingKey, use]),
  )
  // A room that is new has no id yet, and its key in the place of it.
  const places = sql`SELECT coalesce(r.id, j.value ->> 0) AS id, ${projectId} AS project_id, coalesce(r.building_id, b.id) AS building_id,
      coalesce(j.value ->> 2, r.use) AS use, coalesce(r.created_at, ${ctx.now}) AS created_at
    FROM json_each(${listedRooms}) AS j LEFT JOIN ${rooms} r ON r.project_id = ${projectId} AND r.key = j.value ->> 0
    LEFT JOIN ${buildings} b ON b.project_id = ${projectId} AND b.key = j.value ->> 1
    WHERE iif(r.id IS NULL, j.value ->> 1 IS NOT NULL, r.id IN (SELECT id FROM (${followers('room', projectId)})))`
  return sql`SELECT coalesce(r.key, c.id) AS roomKey, f.name AS tariffName, c.from_on AS fromOn, c.to_on AS toOn
    FROM (${scopesOver('room', projectId, todayOf(ctx), places)}) AS c JOIN tariffs f ON f.id = c.tariff_id
    LEFT JOIN ${rooms} r ON r.id = c.id
    WHERE f.name IN (SELECT value FROM json_each(${JSON.stringify(names)})) ORDER BY c.from_on`
}

function listed(assignments: readonly ImportedAssignment[]): string {
  return JSON.stringify(assignments.map(({ roomKey, tariffName, fromOn }) => [roomKey, tariffName, fromOn]))
}

/**
 * The assignments of a workbook that are not there yet: a query of rooms and tariffs with the first day of each. CROSS JOIN
 * keeps SQLite to beginning with the list: of its own it went through all of it for each room of the project.
 */
function meant(projectId: string, assignments: readonly ImportedAssignment[]): SQL {
  return sql`SELECT r.id AS target_id, r.key AS room_key, f.id AS tariff_id, f.name, f.state, f.surcharge, f.fee_item,
      coalesce(j.value ->> 2, (SELECT min(from_on) FROM tariff_prices WHERE tariff_id = f.id)) AS from_on
    FROM json_each(${listed(assignments)}) AS j
    CROSS JOIN tariffs f ON f.project_id = ${projectId} AND f.name = j.value ->> 1
    JOIN ${rooms} r ON r.project_id = ${projectId} AND r.key = j.value ->> 0
    WHERE NOT EXISTS (SELECT 1 FROM tariff_assignments a WHERE a.target_id = r.id AND a.tariff_id = f.id)`
}

/** Also of rooms that came since the last bills, as they will be charged; of what is not in use, all that `endOthers` ends. */
function secondCharges(projectId: string, assignments: readonly ImportedAssignment[], today: string): SQL {
  const found = sql`SELECT m.room_key AS roomKey, m.name AS tariffName, m.from_on AS fromOn, g.name AS other, g.state AS otherState FROM m`
  const following = sql`(SELECT id AS target_id, tariff_id, from_on, to_on FROM (${followingFrom('room', projectId, today)}))`
  return sql`WITH m AS MATERIALIZED (${meant(projectId, assignments)})
    ${found} ${secondTo(sql`tariff_assignments`)} UNION ${found} ${secondTo(following)} AND ${charging}`
}

/**
 * The assignments to tariffs in use that the next bills will bring under the scopes anyway, as the rooms are on record: from the
 * very day, with no end and on no other days.
 */
function coveredByScopes(projectId: string, assignments: readonly ImportedAssignment[], today: string): SQL {
  return sql`WITH m AS MATERIALIZED (${meant(projectId, assignments)})
    SELECT m.room_key AS roomKey, m.name AS tariffName, c.from_on AS fromOn, c.to_on AS toOn
    FROM (${followingFrom('room', projectId, today)}) AS c JOIN m ON m.target_id = c.id AND m.tariff_id = c.tariff_id
    WHERE m.state = 'active' GROUP BY m.target_id, m.tariff_id
    HAVING count(*) = 1 AND c.from_on = m.from_on AND c.to_on IS NULL`
}

/** Whether `g` of `secondTo` is in use: a draft is asked about when it comes into use. */
const charging = sql`g.state = 'active'`

/**
 * What else room and tariff `m`, which is in use, is under for the same: other tariffs `g`. A surcharge stands beside all.
 */
function secondTo(assigned: SQL): SQL {
  return sql`JOIN ${assigned} AS a ON a.target_id = m.target_id AND a.tariff_id <> m.tariff_id
      AND (a.to_on IS NULL OR a.to_on >= m.from_on)
    JOIN tariffs g ON g.id = a.tariff_id AND g.fee_item = m.fee_item AND NOT g.surcharge
    WHERE m.state = 'active' AND ${isExclusive(sql`m.fee_item`)} AND NOT m.surcharge`
}

/**
 * Adds the fee items of a workbook as tariffs, as part of a write, and assigns them to rooms. They are drafts: a
 * workbook does not say what a price stands on (D133), and nothing is billed by it until somebody has. A tariff of the
 * same name stays as it is, and is what the workbook says, or nothing is written: whoever looked at the preview saw another
 * price. Whatever the number of rooms, a few statements.
 *
 * A room is charged for the same by a second tariff in use only where somebody has said so: `others`, by the tariff's name.
 * @param refused what is thrown where there is one of which nobody has said what becomes of it (`charged`), and where a
 *   tariff of the project is not what the workbook says (`differs`), or a room is not there under its key (`gone`)
 */
export function addImportedTariffs(
  ctx: Ctx,
  write: Write,
  projectId: string,
  imported: {
    tariffs: readonly ImportedTariff[]
    assignments: readonly ImportedAssignment[]
    others: Readonly<Record<string, OthersDecision>>
    /** Of all tariffs of the workbook, by their names. */
    terms: Readonly<Record<string, TariffTerms>>
  },
  refused: { charged: ErrorDefinition; differs: ErrorDefinition; gone: ErrorDefinition },
): void {
  const { now } = ctx
  write.require(sql`NOT EXISTS (${saysOtherwise(projectId, imported.terms, todayOf(ctx))})`, refused.differs)
  const rows = imported.tariffs.map((tariff) => {
    const fromOn = tariff.fromOn ?? beginning(ctx, tariff.name, imported.assignments)
    const { name, item, basis, priceE4, additionFen, toOn } = tariff
    return [newId('tariff', now), name, item, basis, newId('price', now), fromOn, toOn, priceE4, additionFen]
  })
  if (rows.length > 0) {
    const json = JSON.stringify(rows)
    for (const item of new Set(imported.tariffs.map((one) => one.item)))
      write.require(itemInUse(sql`${item}`), refused.differs)
    write.change(sql`INSERT INTO tariffs (id, project_id, name, fee_item, basis, state, created_at, changed_at)
      SELECT value ->> 0, ${projectId}, value ->> 1, value ->> 2, value ->> 3, 'draft', ${now}, ${now} FROM json_each(${json}) WHERE true
      ON CONFLICT (project_id, name) DO NOTHING`)
    // Only those that were new carry the id given here.
    write.change(sql`INSERT INTO tariff_prices (id, tariff_id, from_on, to_on, price_e4, addition_fen, rounding, rounding_unit_fen, created_at)
      SELECT j.value ->> 4, f.id, j.value ->> 5, j.value ->> 6, j.value ->> 7, j.value ->> 8, 'half_up', 1, ${now}
      FROM json_each(${json}) AS j JOIN tariffs f ON f.id = j.value ->> 0`)
  }
  // One that was on record as a draft may have been dropped since: its rooms would be charged nothing, without a word.
  const assigned = imported.assignments.map(({ tariffName }) => tariffName)
  const names = JSON.stringify([...new Set([...Object.keys(imported.terms), ...assigned])])
  write.require(
    sql`NOT EXISTS (SELECT 1 FROM json_each(${names}) AS j
      WHERE NOT EXISTS (SELECT 1 FROM tariffs f WHERE f.project_id = ${projectId} AND f.name = j.value))`,
    refused.differs,
  )
  if (imported.assignments.length === 0) return
  // It came in before, or was there: under another name it would be charged nothing, without a word.
  const keys = JSON.stringify([...new Set(imported.assignments.map(({ roomKey }) => roomKey))])
  write.require(
    sql`NOT EXISTS (SELECT 1 FROM json_each(${keys}) AS j
      WHERE NOT EXISTS (SELECT 1 FROM ${rooms} r WHERE r.project_id = ${projectId} AND r.key = j.value))`,
    refused.gone,
  )
  const isReplacing = ({ tariffName }: ImportedAssignment) => imported.others[tariffName] === 'replace'
  const { replacing = [], open = [] } = Object.groupBy(imported.assignments, (one) =>
    isReplacing(one) ? 'replacing' : 'open',
  )
  if (replacing.length > 0) for (const statement of endOthers(projectId, replacing)) write.change(statement)
  write.require(
    sql`NOT EXISTS (SELECT 1 FROM (${meant(projectId, open)}) AS m ${secondTo(sql`tariff_assignments`)} AND ${charging})`,
    refused.charged,
  )
  write.change(sql`INSERT INTO tariff_assignments (target_id, tariff_id, from_on, to_on)
    SELECT target_id, tariff_id, from_on, NULL FROM (${meant(projectId, imported.assignments)}) WHERE true ON CONFLICT DO NOTHING`)
}

/**
 * Whether assignments of a workbook would bring rooms that are there under tariffs in use: a condition.
 * @param but ids of rooms that do not count
 */
export function bringsUnderInUse(
  projectId: string,
  assignments: readonly ImportedAssignment[],
  but: readonly string[],
): SQL {
  return sql`EXISTS (SELECT 1 FROM (${meant(projectId, assignments)}) AS m
    WHERE m.state = 'active' AND m.target_id NOT IN (${each(but)}))`
}

/** Whether a project has a tariff of a name that is in use: what comes under it is charged. */
export function isTariffInUse(projectId: SQL, name: SQL): SQL {
  return sql`EXISTS (SELECT 1 FROM ${tariffs} f WHERE f.project_id = ${projectId} AND f.name = ${name} AND f.state = 'active')`
}

/** Tariffs of the project that are not what a workbook says under their names. */
function saysOtherwise(projectId: string, terms: Readonly<Record<string, TariffTerms>>, today: string): SQL {
  const rows = Object.entries(terms).map(([name, { basis, priceE4, additionFen, feeItem, endsOn }]) => [
    name,
    basis,
    priceE4,
    additionFen,
    feeItem,
    endsOn,
  ])
  return sql`SELECT 1 FROM json_each(${JSON.stringify(rows)}) AS j
    CROSS JOIN tariffs f ON f.project_id = ${projectId} AND f.name = j.value ->> 0
    CROSS JOIN tariff_prices p ON p.id = ${priceOfNow(today)}
    WHERE f.basis <> j.value ->> 1 OR p.price_e4 <> j.value ->> 2 OR p.addition_fen <> j.value ->> 3
      OR (f.fee_item <> j.value ->> 4 AND f.fee_item IN (${each(productItems)})) OR (j.value ->> 5 IS NOT NULL AND ${endOf} IS NOT j.value ->> 5)`
}

/**
 * Ends what else rooms are charged for the same, the day before the tariff of the workbook takes its place. One that has gone
 * out of use since it was asked about takes none, like everywhere: whoever brings it back is asked.
 */
function endOthers(projectId: string, assignments: readonly ImportedAssignment[]): SQL[] {
  const others = sql`SELECT a.rowid AS id, min(m.from_on) AS day FROM (${meant(projectId, assignments)}) AS m
    JOIN tariff_assignments a ON a.target_id = m.target_id AND a.tariff_id <> m.tariff_id
    JOIN tariffs g ON g.id = a.tariff_id AND g.fee_item = m.fee_item AND g.basis <> 'parking_space' AND NOT g.surcharge
    WHERE ${isExclusive(sql`m.fee_item`)} AND m.state = 'active' AND NOT m.surcharge GROUP BY a.rowid`
  return [
    sql`DELETE FROM tariff_assignments WHERE rowid IN (SELECT id FROM (${others}) AS o JOIN tariff_assignments b ON b.rowid = o.id
      WHERE b.from_on >= o.day)`,
    sql`UPDATE tariff_assignments SET to_on = date(o.day, '-1 day') FROM (${others}) AS o
      WHERE tariff_assignments.rowid = o.id AND (to_on IS NULL OR to_on >= o.day)`,
  ]
}

/**
 * When a new tariff begins of which neither the workbook says nor its preview did, as before that was kept with it: when the
 * first room is charged, else this month.
 */
function beginning(ctx: Ctx, name: string, assignments: readonly ImportedAssignment[]): CivilDate {
  const days = assignments.flatMap(({ tariffName, fromOn }) =>
    tariffName === name && fromOn !== null ? [fromOn] : [],
  )
  const [first] = days.toSorted()
  return first ?? firstDay(periodOf(todayOf(ctx)))
}

/** Under which of the three heads of D123 a kind of fee falls, by its words. */
export function feeItemOf(kind: string): ProductItem {
  if (/停车|车位|泊位/.test(kind)) return 'parking'
  return /物业|管理费|服务费/.test(kind) ? 'property' : 'other'
}
