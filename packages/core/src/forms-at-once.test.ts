import { newId } from '@heju/kernel'
import { sql } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { expect, test } from 'vitest'
import type { Ctx } from './context.ts'
import { listCategories, saveCategory } from './desk/complaints/index.ts'
import { complaintCategories } from './desk/complaints/tables.ts'
import {
  changeEntity,
  changeUnit,
  firstUnitId,
  legalEntities,
  organisationUnits,
  readOrganisation,
} from './estate/organisation/index.ts'
import { anotherEntity } from './estate/organisation/testing.ts'
import { changeProject, listProjects, projects } from './estate/projects/index.ts'
import {
  buildings,
  changeBuilding,
  changeOccupancy,
  changeParkingSpace,
  changePerson,
  changeRoom,
  createParkingSpace,
  getParkingSpace,
  getPerson,
  getRoom,
  listBuildings,
  occupancies,
  parkingSpaces,
  people,
  rooms,
} from './estate/registry/index.ts'
import { smallProject } from './estate/registry/testing.ts'
import { changePolicy, readPolicy, usualPolicy } from './fees/reminders/index.ts'
import { reminderPolicies } from './fees/reminders/tables.ts'
import { readSurveySettings, saveSurveySettings } from './insight/satisfaction/index.ts'
import { usualSettings } from './insight/satisfaction/rules.ts'
import { surveySettings } from './insight/satisfaction/tables.ts'
import { changeAssignments } from './people/handing-over/index.ts'
import { staff, staffList } from './people/identity/index.ts'
import { addStaff } from './people/identity/testing.ts'
import { freshRequestId, revisionOf, testCtx } from './testing.ts'

/** What a form changes, and of it one fact that is a number: the others are sent as they are. */
interface Thing {
  table: SQLiteTable & { id: SQLiteColumn; revision: SQLiteColumn }
  id: string | number
  change: (fact: number, revision?: number) => Promise<unknown>
  read: () => Promise<unknown>
  /** What the form holds, as something else. */
  held: Record<string, string | number>
}

const by = () => ({ requestId: freshRequestId() })
const day = (fact: number) => `2026-01-0${fact}`

async function registryThings(ctx: Ctx) {
  const { projectId, buildingId, room, person, give } = await smallProject(ctx)
  const [roomId, personId, parkingSpaceId] = [await room('101'), await person('张三'), newId('park', ctx.now)]
  const occupancyId = await give(personId, roomId)
  await createParkingSpace(ctx, { ...by(), parkingSpaceId, projectId, code: 'A-1' })
  const about = { type: 'residential', serviceMode: 'custom', priceRegime: 'guided' } as const
  return {
    project: {
      table: projects,
      id: projectId,
      change: (fact, revision) =>
        changeProject(ctx, {
          ...by(),
          ...about,
          projectId,
          name: '翠湖花园',
          address: `${fact}号`,
          revision,
        }),
      read: async () => parseInt((await listProjects(ctx))[0]!.address),
      held: {
        name: '甲',
        type: 'office',
        service_mode: 'butler',
        price_regime: 'market',
        address: '乙',
        phone: '1',
      },
    },
    building: {
      table: buildings,
      id: buildingId,
      change: (floors, revision) => changeBuilding(ctx, { ...by(), buildingId, name: '3', floors, revision }),
      read: async () => (await listBuildings(ctx, projectId))[0]!.floors,
      held: { name: '9栋', floors: 33 },
    },
    room: {
      table: rooms,
      id: roomId,
      change: (fact, revision) => changeRoom(ctx, { ...by(), roomId, remark: `${fact}`, revision }),
      read: async () => Number((await getRoom(ctx, roomId)).remark),
      held: {
        floor: 9,
        layout: '两室',
        built_area_e2: 1,
        inner_area_e2: 1,
        area_e2: 1,
        use: 'shop',
        state: 'vacant',
        handed_over_on: day(1),
        remark: '字',
      },
    },
    'parking space': {
      table: parkingSpaces,
      id: parkingSpaceId,
      change: (areaE2, revision) =>
        changeParkingSpace(ctx, { ...by(), parkingSpaceId, code: 'A-1', areaE2, revision }),
      read: async () => (await getParkingSpace(ctx, parkingSpaceId)).areaE2,
      held: { lot: '地库', code: 'A-2', kind: 'surface', tenure: 'leased', area_e2: 9 },
    },
    person: {
      table: people,
      id: personId,
      change: (fact, revision) =>
        changePerson(ctx, { ...by(), personId, name: '张三', remark: `${fact}`, revision }),
      read: async () => Number((await getPerson(ctx, personId)).remark),
      held: {
        name: '李四',
        kind: 'organisation',
        gender: 'male',
        number: '1',
        remark: '字',
        id_kind: 'other',
        id_index: 'x',
      },
    },
    'phones of a person': {
      table: people,
      id: personId,
      change: (fact, revision) =>
        changePerson(ctx, {
          ...by(),
          personId,
          name: '张三',
          // The one that is there already stays; another order is another main one.
          phones: ['13800000001', '13800000002'].slice(0, fact).toReversed(),
          idDocument: { kind: 'other', number: 'E12345678' },
          revision,
        }),
      read: async () => (await getPerson(ctx, personId)).phones.length,
      held: {},
    },
    occupancy: {
      table: occupancies,
      id: occupancyId,
      change: (shareE4, revision) =>
        changeOccupancy(ctx, { ...by(), occupancyId, role: 'owner', shareE4, revision }),
      read: async () => (await getPerson(ctx, personId)).places[0]!.shareE4,
      held: { role: 'co_owner', share_e4: 9, from_on: day(1), to_on: day(2), plate: '粤A12345' },
    },
  } satisfies Record<string, Thing>
}

async function companyThings(ctx: Ctx) {
  const entityId = await anotherEntity(ctx)
  await addStaff(ctx)
  const { id: staffId } = await addStaff(ctx, { assignments: [{ role: 'worker', projects: 'all' }] })
  const roles = ['front_desk', 'housekeeper'] as const
  const categoryId = newId('ccat', ctx.now)
  const category = { categoryId, name: '宠物', parentId: null, serviceLine: 'security' } as const
  await saveCategory(ctx, { ...by(), ...category })
  const entity = { entityId, name: '和润湖北', seriesCode: 'HB' }
  return {
    'unit of the organisation': {
      table: organisationUnits,
      id: firstUnitId,
      change: (fact, revision) =>
        changeUnit(ctx, {
          ...by(),
          unitId: firstUnitId,
          kind: 'company',
          name: '总部',
          openedOn: day(fact),
          revision,
        }),
      read: async () => Number((await readOrganisation(ctx)).units[0]!.openedOn?.slice(-1)),
      held: { kind: 'group', name: '集团', opened_on: day(9) },
    },
    'legal entity': {
      table: legalEntities,
      id: entityId,
      change: (fact, revision) => changeEntity(ctx, { ...by(), ...entity, phone: `${fact}`, revision }),
      read: async () =>
        Number((await readOrganisation(ctx)).entities.find(({ id }) => id === entityId)!.phone),
      held: {
        name: '甲',
        credit_code: '乙',
        address: '丙',
        phone: '丁',
        series_code: 'JIA',
        opened_on: day(1),
      },
    },
    'who holds which roles': {
      table: staff,
      id: staffId,
      change: (fact, revision) =>
        changeAssignments(ctx, {
          ...by(),
          staffId,
          assignments: roles.slice(0, fact).map((role) => ({ role, projects: 'all' as const })),
          revision,
        }),
      read: async () =>
        (await staffList.page(ctx, {})).items.find(({ id }) => id === staffId)!.assignments.length,
      held: {},
    },
    'category of complaints': {
      table: complaintCategories,
      id: categoryId,
      change: (position, revision) => saveCategory(ctx, { ...by(), ...category, position, revision }),
      read: async () => (await listCategories(ctx)).find(({ id }) => id === categoryId)!.position,
      held: { name: '花木', parent_id: 'x', service_line: 'cleaning', about_fees: 1, position: 9 },
    },
    'survey settings': {
      table: surveySettings,
      id: 1,
      change: (openDay, revision) =>
        saveSurveySettings(ctx, { ...by(), ...usualSettings, openDay, revision }),
      read: async () => (await readSurveySettings(ctx)).openDay,
      held: {
        enabled: 0,
        open_day: 7,
        close_day: 28,
        remind_after_days: 14,
        send_messages: 0,
        least_answers: 99,
        least_rate_e4: 9,
        show_market: 1,
      },
    },
    'policy of reminders': {
      table: reminderPolicies,
      id: 1,
      change: (fact, revision) =>
        changePolicy(ctx, { ...by(), ...usualPolicy, days: { first: fact }, revision }),
      read: async () => (await readPolicy(ctx)).days.first,
      held: { policy_json: '{}' },
    },
  } satisfies Record<string, Thing>
}

const kinds = [
  'project',
  'building',
  'room',
  'parking space',
  'person',
  'phones of a person',
  'occupancy',
  'unit of the organisation',
  'legal entity',
  'who holds which roles',
  'category of complaints',
  'survey settings',
  'policy of reminders',
] as const

async function open(kind: (typeof kinds)[number]) {
  const ctx = await testCtx()
  const thing: Thing = { ...(await registryThings(ctx)), ...(await companyThings(ctx)) }[kind]
  return { ctx, ...thing, revision: () => revisionOf(ctx, thing.table, thing.id) }
}

test.each(kinds)('of two forms of one %s that were open at once the second is refused', async (kind) => {
  const { change, read, revision } = await open(kind)
  const shown = await revision()
  await change(1, shown)
  await expect(change(2, shown)).rejects.toMatchObject({ code: 'request.changed_meanwhile' })
  expect(await read()).toBe(1)
  // What is saved as it is counts nothing, and who sends no revision means whatever is there.
  const now = await revision()
  await change(1, now)
  await change(2, now)
  const then = await revision()
  await change(1)
  expect(await read()).toBe(1)
  expect(await revision()).toBeGreaterThan(then)
})

test.each(kinds)('each fact that a form of one %s holds counts, whatever changes it', async (kind) => {
  const { ctx, table, id, held, change, revision } = await open(kind)
  await change(1)
  for (const [column, value] of Object.entries(held)) {
    const before = await revision()
    const write = sql`UPDATE ${table} SET ${sql.identifier(column)} = ${value} WHERE id = ${id}`
    await ctx.db.orm.run(write)
    const counted = await revision()
    expect(counted, column).toBeGreaterThan(before)
    await ctx.db.orm.run(write)
    expect(await revision(), `${column} as it is`).toBe(counted)
  }
})
