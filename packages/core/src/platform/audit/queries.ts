import { auditLog } from '@heju/db'
import type { CivilDate } from '@heju/kernel'
import { sql, type SQL } from 'drizzle-orm'
import type { AuditEntryRow } from './schemas.ts'

/** The room or parking space of a row that has both columns, `x` being the row. */
const placeOf = (x: string) =>
  sql`coalesce((SELECT name FROM rooms WHERE id = ${sql.raw(x)}.room_id), (SELECT code FROM parking_spaces WHERE id = ${sql.raw(x)}.parking_space_id))`

/** The places of some rows, each once and by name. @param from the rows, `x`, from FROM on */
const placesOf = (from: SQL) =>
  sql`(SELECT group_concat(place, '、') FROM (SELECT DISTINCT ${placeOf('x')} AS place ${from} LIMIT ${mostPlaces}) WHERE place IS NOT NULL)`

/** More than somebody has in one company, but for a developer. */
const mostPlaces = 10

/**
 * What an owner is called who is known by the account of a phone: by the end of its number, which is certain of the time of
 * an entry, and after it whoever has that phone in the registry now, who may be another.
 */
const ownerName = (
  id: SQL,
) => sql`(SELECT '****' || w.phone_last4 || coalesce(' ' || (SELECT group_concat(name, '、') FROM (SELECT DISTINCT p.name FROM person_phones ph JOIN people p ON p.id = ph.person_id
    WHERE ph.phone_index = w.phone_index LIMIT ${mostPlaces})), '') FROM owners w WHERE w.id = ${id})`

/** Where they live or what they own, their last day there included, without what is over; null where nothing is on record. */
const ownerPlaces = (id: SQL, today: CivilDate) =>
  sql`(SELECT ${placesOf(sql`FROM person_phones ph JOIN occupancies x ON x.person_id = ph.person_id
    WHERE ph.phone_index = w.phone_index AND (x.to_on IS NULL OR x.to_on >= ${today})`)} FROM owners w WHERE w.id = ${id})`

/**
 * What people call a thing, looked up by its key in the table that its id's prefix names. Only the one that fits is
 * looked up.
 */
const nameOf = (id: SQL, today: CivilDate) => sql<string | null>`CASE substr(${id}, 1, instr(${id}, '_') - 1)
  WHEN 'stf' THEN (SELECT name FROM staff WHERE id = ${id})
  WHEN 'proj' THEN (SELECT name FROM projects WHERE id = ${id})
  WHEN 'bldg' THEN (SELECT name FROM buildings WHERE id = ${id})
  WHEN 'room' THEN (SELECT name FROM rooms WHERE id = ${id})
  WHEN 'park' THEN (SELECT code FROM parking_spaces WHERE id = ${id})
  WHEN 'pers' THEN (SELECT name FROM people WHERE id = ${id})
  WHEN 'ownr' THEN ${ownerName(id)} || coalesce(' ' || ${ownerPlaces(id, today)}, '')
  WHEN 'cmpl' THEN (SELECT number FROM complaints WHERE id = ${id})
  WHEN 'tariff' THEN coalesce((SELECT name FROM tariffs WHERE id = ${id}), (SELECT w.detail_json ->> 'name' FROM audit_log w
    WHERE w.subject_id = ${id} AND w.action = 'billing.tariff_discarded'))
  WHEN 'imp' THEN (SELECT file_name FROM import_jobs WHERE id = ${id})
  WHEN 'rcp' THEN (SELECT number FROM receipts WHERE id = ${id})
  WHEN 'pay' THEN (SELECT number FROM receipts WHERE payment_id = ${id})
  WHEN 'brun' THEN (SELECT period FROM bill_runs WHERE id = ${id})
  WHEN 'bill' THEN (SELECT ${placeOf('b')} || ' ' || b.period FROM bills b WHERE b.id = ${id})
  WHEN 'rem' THEN (SELECT p.name || coalesce(' ' || ${placesOf(sql`FROM reminder_bills rb JOIN bills x ON x.id = rb.bill_id
    WHERE rb.reminder_id = m.id`)}, '') FROM reminders m JOIN people p ON p.id = m.person_id WHERE m.id = ${id})
  WHEN 'mch' THEN (SELECT merchant_id FROM merchants WHERE id = ${id})
  WHEN 'seal' THEN '#' || substr(${id}, 6)
  WHEN 'ccat' THEN (SELECT name FROM complaint_categories WHERE id = ${id})
  WHEN 'agr' THEN (SELECT coalesce((SELECT name FROM rooms WHERE id = g.target_id), (SELECT code FROM parking_spaces WHERE id = g.target_id))
    FROM payer_agreements g WHERE g.id = ${id})
  WHEN 'ord' THEN (SELECT coalesce(${placesOf(sql`FROM payment_order_lines l JOIN bills x ON x.id = l.bill_id WHERE l.order_id = o.id`)} || ' ', '')
    || coalesce((SELECT r.number FROM payments p JOIN receipts r ON r.payment_id = p.id WHERE p.order_id = o.id), o.out_trade_no)
    FROM payment_orders o WHERE o.id = ${id})
  WHEN 'srnd' THEN (SELECT period FROM survey_rounds WHERE id = ${id}) END`

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
      ELSE (SELECT name FROM staff WHERE id = audit_log.actor_id) END`,
    action: auditLog.action,
    subjectId: auditLog.subjectId,
    subjectName: nameOf(sql`audit_log.subject_id`, today),
    projectId: auditLog.projectId,
    projectName: sql<string | null>`(SELECT name FROM projects WHERE id = audit_log.project_id)`,
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
