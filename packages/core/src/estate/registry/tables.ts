import { erasedAfter, impersonal, sealedAfter } from '@heju/db'
import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { projects } from '../projects/index.ts'
import {
  genders,
  idKinds,
  occupancyRoles,
  parkingKinds,
  personKinds,
  roomStates,
  roomUses,
  tenures,
} from './rules.ts'

/** A building of a project. `key` is the bare identifier, equal for 3, 3栋 and 三号楼. */
export const buildings = sqliteTable(
  'buildings',
  {
    id: text().primaryKey(),
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id),
    key: impersonal(text()).notNull(),
    name: impersonal(text()).notNull(),
    sortKey: impersonal(text('sort_key')).notNull(),
    floors: integer(),
    /** How often what its form holds was changed: triggers count it. */
    revision: integer().notNull().default(0),
    createdAt: integer('created_at').notNull(),
    changedAt: integer('changed_at').notNull(),
  },
  (table) => [
    uniqueIndex('buildings_by_key').on(table.projectId, table.key),
    index('buildings_in_order').on(table.projectId, table.sortKey, table.id),
  ],
)

/** 建筑单元: an entrance of a building with its own stair and lift. */
export const units = sqliteTable(
  'units',
  {
    id: text().primaryKey(),
    buildingId: text('building_id')
      .notNull()
      .references(() => buildings.id),
    key: impersonal(text()).notNull(),
    name: impersonal(text()).notNull(),
    sortKey: impersonal(text('sort_key')).notNull(),
    floors: integer(),
    elevator: integer({ mode: 'boolean' }),
    createdAt: integer('created_at').notNull(),
    changedAt: integer('changed_at').notNull(),
  },
  (table) => [uniqueIndex('units_by_key').on(table.buildingId, table.key)],
)

/**
 * The number in a room's key: what stands after the second bar, by which somebody who calls from 1501 is found without
 * the building. The index `rooms_by_canonical_number` has it with the project; it
 * stands in the migration `canonical_rooms` only, because drizzle-kit tears expressions apart at their commas.
 */
export const numberOfRoom = sql.raw(
  `substr(key, instr(key, '|') + 1 + instr(substr(key, instr(key, '|') + 1), '|'))`,
)

/** A room: home, office, shop. What bills, complaints and surveys refer to. */
export const rooms = sqliteTable(
  'rooms',
  {
    id: text().primaryKey(),
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id),
    buildingId: text('building_id')
      .notNull()
      .references(() => buildings.id),
    /** Null in a building without units. */
    unitId: text('unit_id').references(() => units.id),
    /** building|unit|number in bare form: what a workbook is matched by. */
    key: impersonal(text()).notNull(),
    /** As on the door: 1501. */
    number: impersonal(text()).notNull(),
    /** As the trade writes it: 3栋-2单元-1501. */
    name: impersonal(text()).notNull(),
    /** Sorts rooms as people expect: 3栋-2单元-1501 before 10栋-1单元-101. */
    sortKey: impersonal(text('sort_key')).notNull(),
    floor: integer(),
    layout: impersonal(text()),
    /** What fees are calculated by, ㎡ × 10^2: 计费面积 where agreed, else the built area. */
    areaE2: integer('area_e2'),
    /** The first day of that area; null where it is not known to have been another. Earlier ones: `room_areas`. */
    areaFromOn: text('area_from_on'),
    builtAreaE2: integer('built_area_e2'),
    innerAreaE2: integer('inner_area_e2'),
    use: text({ enum: roomUses }),
    state: text({ enum: roomStates }),
    handedOverOn: text('handed_over_on'),
    remark: erasedAfter('relation', 'words', 'readers', text()).notNull().default(''),
    /** How often what its form holds was changed: triggers count it. */
    revision: integer().notNull().default(0),
    createdAt: integer('created_at').notNull(),
    changedAt: integer('changed_at').notNull(),
    /** Taken out of the registry; what was recorded about it stays. */
    archivedAt: integer('archived_at'),
  },
  (table) => [
    uniqueIndex('rooms_by_key').on(table.projectId, table.key),
    index('rooms_in_order').on(table.projectId, table.sortKey, table.id),
    index('rooms_by_building').on(table.buildingId, table.sortKey, table.id),
    index('rooms_by_name').on(table.projectId, table.name),
    check(
      'rooms_areas',
      sql`coalesce(area_e2, 0) >= 0 AND coalesce(built_area_e2, 0) >= 0 AND coalesce(inner_area_e2, 0) >= 0`,
    ),
  ],
)

/** Rooms that seem to be one and were looked at: they are two. The smaller id is the first. */
export const roomsApart = sqliteTable(
  'rooms_apart',
  {
    roomId: text('room_id')
      .notNull()
      .references(() => rooms.id),
    otherId: text('other_id')
      .notNull()
      .references(() => rooms.id),
    toldBy: text('told_by').notNull(),
    toldAt: integer('told_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.roomId, table.otherId] })],
)

/**
 * What a room was charged by before the area of now: bills of earlier days go by the area of their days. A trigger on
 * rooms writes it, so that nobody who changes an area can forget to.
 */
export const roomAreas = sqliteTable(
  'room_areas',
  {
    roomId: text('room_id')
      .notNull()
      .references(() => rooms.id),
    /** Null where it reaches back beyond what is known. */
    fromOn: text('from_on'),
    toOn: text('to_on').notNull(),
    /** ㎡ × 10^2; null where no area was known. */
    areaE2: integer('area_e2'),
  },
  (table) => [
    primaryKey({ columns: [table.roomId, table.toOn] }),
    check('room_areas_in_order', sql`from_on IS NULL OR to_on >= from_on`),
  ],
)

export const parkingSpaces = sqliteTable(
  'parking_spaces',
  {
    id: text().primaryKey(),
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id),
    /** Parking lot, garage or area; empty where a project has one. */
    lot: impersonal(text()).notNull().default(''),
    code: impersonal(text()).notNull(),
    /** lot|code in bare form: what a workbook is matched by. */
    key: impersonal(text()).notNull(),
    sortKey: impersonal(text('sort_key')).notNull(),
    kind: text({ enum: parkingKinds }),
    tenure: text({ enum: tenures }),
    areaE2: integer('area_e2'),
    /** How often what its form holds was changed: triggers count it. */
    revision: integer().notNull().default(0),
    createdAt: integer('created_at').notNull(),
    changedAt: integer('changed_at').notNull(),
    archivedAt: integer('archived_at'),
  },
  (table) => [
    uniqueIndex('parking_spaces_by_key').on(table.projectId, table.key),
    index('parking_spaces_in_order').on(table.projectId, table.sortKey, table.id),
  ],
)

/**
 * People and organisations of a project. Who has to do with two projects is listed in both: staff see the people of
 * their own projects only, and an owner's account finds all of them by phone.
 */
export const people = sqliteTable(
  'people',
  {
    id: text().primaryKey(),
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id),
    /** The company's own number for the customer (业主编号). */
    number: impersonal(text()),
    name: sealedAfter('relation', 'name', 'readers', text()).notNull(),
    kind: text({ enum: personKinds }).notNull(),
    gender: text({ enum: genders }),
    idKind: text('id_kind', { enum: idKinds }),
    /** Sealed as `people.id_number`. */
    idSealed: erasedAfter('relation', 'identity', 'unmaskers', text('id_sealed')),
    idIndex: erasedAfter('relation', 'identity', 'programs', text('id_index')),
    /** 1101**********0011 */
    idMasked: erasedAfter('relation', 'identity', 'readers', text('id_masked')),
    remark: erasedAfter('relation', 'words', 'readers', text()).notNull().default(''),
    /** How often what its form holds was changed: triggers count it. */
    revision: integer().notNull().default(0),
    createdAt: integer('created_at').notNull(),
    changedAt: integer('changed_at').notNull(),
  },
  (table) => [
    index('people_by_name').on(table.projectId, table.name, table.id),
    index('people_by_number').on(table.projectId, table.number),
    index('people_by_id').on(table.idIndex, table.projectId),
  ],
)

/** Phones of people; the one at position 0 is the main one, to which messages go. */
export const personPhones = sqliteTable(
  'person_phones',
  {
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    position: integer().notNull(),
    /** E.164, sealed as `people.phone`. */
    phoneSealed: erasedAfter('relation', 'phone', 'unmaskers', text('phone_sealed')).notNull(),
    phoneIndex: erasedAfter('relation', 'phone', 'programs', text('phone_index')).notNull(),
    phoneLast4: erasedAfter('relation', 'phone', 'readers', text('phone_last4')).notNull(),
    /** 138****1234 */
    phoneMasked: erasedAfter('relation', 'phone', 'readers', text('phone_masked')).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.phoneIndex] }),
    index('person_phones_by_phone').on(table.phoneIndex, table.personId),
    index('person_phones_by_last4').on(table.phoneLast4, table.personId),
  ],
)

/**
 * Who is what to which room or parking space, from when to when, both days included; without an end it goes on. What
 * has ended stays: debts are those of the owner of their time (民法典 945).
 */
export const occupancies = sqliteTable(
  'occupancies',
  {
    id: text().primaryKey(),
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    /** One of the two. */
    roomId: text('room_id').references(() => rooms.id),
    parkingSpaceId: text('parking_space_id').references(() => parkingSpaces.id),
    role: text({ enum: occupancyRoles }).notNull(),
    /** Share of the ownership in 1/10,000; null where it is not known or does not apply. */
    shareE4: integer('share_e4'),
    fromOn: text('from_on'),
    toOn: text('to_on'),
    /** Car plate, for parking spaces. */
    plate: erasedAfter('relation', 'plate', 'readers', text()),
    /** How often what its form holds was changed: triggers count it. */
    revision: integer().notNull().default(0),
    createdAt: integer('created_at').notNull(),
    changedAt: integer('changed_at').notNull(),
  },
  (table) => [
    // With the days, so that a bill run finds who owes a place without reading its row.
    index('occupancies_by_room').on(table.roomId, table.role, table.personId, table.fromOn, table.toOn),
    index('occupancies_by_space').on(
      table.parkingSpaceId,
      table.role,
      table.personId,
      table.fromOn,
      table.toOn,
    ),
    index('occupancies_by_person').on(table.personId, table.roomId),
    index('occupancies_by_project').on(table.projectId, table.id),
    // Nulls are distinct in a unique index, so each of the two holds for its own kind of place.
    uniqueIndex('occupancies_once_in_room')
      .on(table.roomId, table.personId, table.role)
      .where(sql`to_on IS NULL`),
    uniqueIndex('occupancies_once_in_space')
      .on(table.parkingSpaceId, table.personId, table.role)
      .where(sql`to_on IS NULL`),
    check('occupancies_of_one_place', sql`(room_id IS NULL) <> (parking_space_id IS NULL)`),
    check('occupancies_in_order', sql`from_on IS NULL OR to_on IS NULL OR to_on >= from_on`),
    check('occupancies_share', sql`share_e4 IS NULL OR share_e4 BETWEEN 1 AND 10000`),
  ],
)
