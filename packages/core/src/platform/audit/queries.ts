import { auditLog } from '@heju/db'
import type { CivilDate } from '@heju/kernel'
import { sql, type SQL } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { complaintCategories, complaints } from '../../desk/complaints/index.ts'
import { feeItems } from '../../fees/items/index.ts'
import { legalEntities, organisationUnits } from '../../estate/organisation/index.ts'
import { areas } from '../../estate/areas/index.ts'
import { nameOfPlaceRef } from '../../estate/places/index.ts'
import { projects } from '../../estate/projects/index.ts'
import { importJobs } from '../../estate/registry-import/index.ts'
import {
  buildings,
  nameOfPlace,
  occupancies,
  people,
  personPhones,
  rooms,
} from '../../estate/registry/index.ts'
import { billRuns, bills, payerAgreements, tariffs } from '../../fees/billing/index.ts'
import { merchants, paymentOrderLines, paymentOrders, payments, receipts } from '../../fees/payments/index.ts'
import { reminderBills, reminders } from '../../fees/reminders/index.ts'
import { surveyRounds } from '../../insight/satisfaction/index.ts'
import { owners, staff } from '../../people/identity/index.ts'
import type { AuditEntryRow } from './schemas.ts'

/** More than somebody has in one company, but for a developer. */
const mostPlaces = 10

/** What people call a thing, by its id. */
type Naming = (id: SQL) => SQL

/** What stands in `name` of the row whose `key` it is. */
const by =
  (key: SQLiteColumn, name: SQLiteColumn): Naming =>
  (id) =>
    sql`(SELECT ${name} FROM ${key.table} WHERE ${key} = ${id})`

/** The place of the row `x`. */
const placeOfRow = () => nameOfPlace(sql`x.room_id`, sql`x.parking_space_id`)

/** The places of some rows, each once and by name. @param from the rows, `x`, from FROM on */
const placesOf = (from: SQL) =>
  sql`(SELECT group_concat(place, '、') FROM (SELECT DISTINCT ${placeOfRow()} AS place ${from} LIMIT ${mostPlaces}) WHERE place IS NOT NULL)`

/**
 * What an owner is called who is known by the account of a phone: by the end of its number, which is certain of the time of
 * an entry, and after it whoever has that phone in the registry now, who may be another.
 */
const ownerName: Naming = (id) =>
  sql`(SELECT '****' || w.phone_last4 || coalesce(' ' || (SELECT group_concat(name, '、') FROM (SELECT DISTINCT p.name
    FROM ${personPhones} ph JOIN ${people} p ON p.id = ph.person_id WHERE ph.phone_index = w.phone_index LIMIT ${mostPlaces})), '')
    FROM ${owners} w WHERE w.id = ${id})`

/** Where they live or what they own, their last day there included, without what is over; null where nothing is on record. */
const ownerPlaces = (id: SQL, today: CivilDate) =>
  sql`(SELECT ${placesOf(sql`FROM ${personPhones} ph JOIN ${occupancies} x ON x.person_id = ph.person_id
    WHERE ph.phone_index = w.phone_index AND (x.to_on IS NULL OR x.to_on >= ${today})`)} FROM ${owners} w WHERE w.id = ${id})`

/** The name that a tariff has, or had when its draft was dropped. */
const tariffName: Naming = (id) =>
  sql`coalesce(${by(tariffs.id, tariffs.name)(id)}, (SELECT w.detail_json ->> 'name' FROM ${auditLog} w
    WHERE w.subject_id = ${id} AND w.action = 'billing.tariff_discarded'))`

const reminderName: Naming = (id) =>
  sql`(SELECT p.name || coalesce(' ' || ${placesOf(sql`FROM ${reminderBills} rb JOIN ${bills} x ON x.id = rb.bill_id
    WHERE rb.reminder_id = m.id`)}, '') FROM ${reminders} m JOIN ${people} p ON p.id = m.person_id WHERE m.id = ${id})`

/** The places that it was for, and the receipt's number or, until there is one, its own. */
const orderName: Naming = (id) =>
  sql`(SELECT coalesce(${placesOf(sql`FROM ${paymentOrderLines} l JOIN ${bills} x ON x.id = l.bill_id WHERE l.order_id = o.id`)} || ' ', '')
    || coalesce((SELECT r.number FROM ${payments} p JOIN ${receipts} r ON r.payment_id = p.id WHERE p.order_id = o.id), o.out_trade_no)
    FROM ${paymentOrders} o WHERE o.id = ${id})`

/** By the prefix of an id. */
const namings = (today: CivilDate): Record<string, Naming> => ({
  stf: by(staff.id, staff.name),
  proj: by(projects.id, projects.name),
  // Of the organisation, or of a building.
  unit: (id) =>
    sql`coalesce(nullif(${by(organisationUnits.id, organisationUnits.name)(id)}, ''), ${nameOfPlaceRef(id)})`,
  entity: (id) => sql`nullif(${by(legalEntities.id, legalEntities.name)(id)}, '')`,
  area: by(areas.id, areas.name),
  bldg: by(buildings.id, buildings.name),
  room: by(rooms.id, rooms.name),
  park: (id) => nameOfPlace(sql`NULL`, id),
  place: nameOfPlaceRef,
  pers: by(people.id, people.name),
  ownr: (id) => sql`${ownerName(id)} || coalesce(' ' || ${ownerPlaces(id, today)}, '')`,
  cmpl: by(complaints.id, complaints.number),
  fitem: by(feeItems.id, feeItems.name),
  tariff: tariffName,
  imp: by(importJobs.id, importJobs.fileName),
  rcp: by(receipts.id, receipts.number),
  pay: by(receipts.paymentId, receipts.number),
  brun: by(billRuns.id, billRuns.period),
  bill: (id) => sql`(SELECT ${placeOfRow()} || ' ' || x.period FROM ${bills} x WHERE x.id = ${id})`,
  rem: reminderName,
  mch: by(merchants.id, merchants.merchantId),
  seal: (id) => sql`'#' || substr(${id}, 6)`,
  ccat: by(complaintCategories.id, complaintCategories.name),
  agr: (id) =>
    sql`(SELECT ${nameOfPlace(sql`g.target_id`, sql`g.target_id`)} FROM ${payerAgreements} g WHERE g.id = ${id})`,
  ord: orderName,
  srnd: by(surveyRounds.id, surveyRounds.period),
})

/** What people call a thing. Only the table that its id's prefix names is looked up. */
function nameOf(id: SQL, today: CivilDate): SQL<string | null> {
  const cases = Object.entries(namings(today)).map(([prefix, name]) => sql`WHEN ${prefix} THEN ${name(id)}`)
  return sql<string | null>`CASE substr(${id}, 1, instr(${id}, '_') - 1) ${sql.join(cases, sql` `)} END`
}

/**
 * What people call the things that an entry names by their ids, as they are called now: the first `mostNamed` of them, as
 * a JSON object.
 */
const namesOf = (detail: SQL, today: CivilDate) => sql<string>`(SELECT json_group_object(id, name) FROM (
  SELECT j.atom AS id, ${nameOf(sql`j.atom`, today)} AS name FROM json_tree(${detail}) AS j
    WHERE j.type = 'text' AND j.atom GLOB '[a-z]*_*' LIMIT ${mostNamed}) WHERE name IS NOT NULL)`

/** As many things as an entry spells out; how many there are in all is a fact of its own. */
const mostNamed = 50

/** What of an entry is read, with names as things are called today. */
export function entryColumns(today: CivilDate) {
  return {
    seq: auditLog.seq,
    at: auditLog.at,
    actorKind: auditLog.actorKind,
    actorId: auditLog.actorId,
    actorName: sql<
      string | null
    >`CASE audit_log.actor_kind WHEN 'owner' THEN ${ownerName(sql`audit_log.actor_id`)}
      ELSE ${by(staff.id, staff.name)(sql`audit_log.actor_id`)} END`,
    action: auditLog.action,
    subjectId: auditLog.subjectId,
    subjectName: nameOf(sql`audit_log.subject_id`, today),
    projectId: auditLog.projectId,
    projectName: sql<string | null>`${by(projects.id, projects.name)(sql`audit_log.project_id`)}`,
    detailJson: auditLog.detailJson,
    namesJson: namesOf(sql`audit_log.detail_json`, today),
  }
}

interface EntryRead extends Omit<AuditEntryRow, 'id' | 'detail'> {
  seq: number
  detailJson: string
  namesJson: string
}

/** An entry as it is answered. */
export function entryOf({ seq, detailJson, namesJson, ...row }: EntryRead): AuditEntryRow {
  return { id: String(seq), ...row, detail: namedFactsOf({ detailJson, namesJson }) }
}

/** The facts of an entry, with things called by their names. */
export function namedFactsOf({
  detailJson,
  namesJson,
}: Pick<EntryRead, 'detailJson' | 'namesJson'>): AuditEntryRow['detail'] {
  const names = JSON.parse(namesJson) as Record<string, string>
  const detail = Object.entries(JSON.parse(detailJson) as Record<string, unknown>)
  return Object.fromEntries(detail.map(([k, v]) => [k, named(v, names)]))
}

/** A fact with things called by their names, however deep; of a long list those that have one. */
function named(fact: unknown, names: Readonly<Record<string, string>>): unknown {
  if (typeof fact === 'string') return Object.hasOwn(names, fact) ? names[fact] : fact
  if (Array.isArray(fact)) {
    const known = fact.filter((each) => typeof each === 'string' && Object.hasOwn(names, each))
    if (known.length === 0 || known.length === fact.length) return fact.map((each) => named(each, names))
    return [...known.map((each) => named(each, names)), '…']
  }
  if (typeof fact !== 'object' || fact === null) return fact
  return Object.fromEntries(Object.entries(fact).map(([key, part]) => [key, named(part, names)]))
}
