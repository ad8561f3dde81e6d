import { newId, type Id } from '@heju/kernel'
import type { Locale } from '@heju/i18n'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { createProject } from '../projects/index.ts'
import {
  createBuilding,
  createParkingSpace,
  createPerson,
  createRoom,
  parkingSpaceList,
  roomList,
  giveOccupancy,
  occupancyRoles,
  parkingKinds,
  roomKey,
  roomStates,
  roomUses,
  tenures,
  type OccupancyRole,
  type Place,
} from '../registry/index.ts'
import { readTables } from '../../platform/spreadsheets/index.ts'
import { as, freshRequestId, testCtx } from '../../testing.ts'
import { applyImport, listImportProblems, previewImport } from './index.ts'
import { confirmAsItIs, previewFoundRight } from './testing.ts'

/*
 * What we write ourselves we read again: random registries, with all that makes such lists hard to read, are saved as
 * files and imported, into the project that they came from and into an empty one.
 */

const buildings = ['3', 'A座', '5号楼', '一期1栋', '二期1栋', '12B', '88弄3号', '東海樓', '北区10'] as const
const units = [null, '1', '二单元', 'B'] as const
const numbers = [
  '0802',
  '802A',
  '1501',
  '9-1',
  '12-05',
  'B1-3',
  '1F-101',
  '12A',
  '101室',
  '7',
  'S-3',
  '9-101',
]
const names = [
  '张三',
  '李四',
  '欧阳娜娜',
  '张和平',
  '和珅',
  '張國榮',
  '阿不都·热合曼',
  '𠮷田',
  '王 芳',
  "O'Neil, John",
  'O’Brien',
  'Smith, Mary',
  'John Smith',
  'R&F',
  'ABC Trading Co., Ltd.',
  'Procter & Gamble Co.',

  '好家和美物业管理有限公司',
  '中国银行(深圳)支行',
  '=张',
  '=1+1',
  '+John',
  '-Kim',
  '@home',
  '"Q" Li',
  'Li "Q"',
]
const phones = [
  '13912345678',
  '021-62345678',
  '400-820-8820',
  '+1 212 555 0100',
  '+852 9123 4567',
  '0755-26001234',
]
const days = [null, '2019-02-28', '2024-02-29', '2026-11-22', '2027-12-31'] as const

const person = fc.record({
  name: fc.constantFrom(...names),
  phones: fc.uniqueArray(fc.constantFrom(...phones), { maxLength: 2 }),
})
const days2 = fc.record({ fromOn: fc.constantFrom(...days), toOn: fc.constantFrom(...days) })
const stay = fc.record({
  role: fc.constantFrom<OccupancyRole>(...occupancyRoles),
  shareE4: fc.option(fc.integer({ min: 1, max: 5000 })),
  days: days2,
  plate: fc.constantFrom(null, '粤B12345', '粤b·12345、粤BD12345', '沪A 88888'),
  person,
})
const place = <T>(what: fc.Arbitrary<T>) =>
  fc.record({
    what,
    stays: fc.uniqueArray(stay, { maxLength: 4, selector: ({ person: { name } }) => roomKey(name) }),
  })
const room = fc.record({
  building: fc.constantFrom(...buildings),
  unit: fc.constantFrom(...units),
  number: fc.constantFrom(...numbers),
  floor: fc.constantFrom(null, -1, 0, 3, 12),
  builtAreaE2: fc.option(fc.integer({ min: 1, max: 3_000_000 })),
  chargeAreaE2: fc.option(fc.integer({ min: 1, max: 3_000_000 })),
  use: fc.option(fc.constantFrom(...roomUses)),
  state: fc.option(fc.constantFrom(...roomStates)),
})
const space = fc.record({
  lot: fc.constantFrom('', 'B1', '地下车库', '東區'),
  code: fc.constantFrom('001', 'A-12', 'B/7', '12', '人防3'),
  kind: fc.option(fc.constantFrom(...parkingKinds)),
  tenure: fc.option(fc.constantFrom(...tenures)),
})
const registry = fc.record({
  rooms: fc.uniqueArray(place(room), {
    maxLength: 6,
    selector: ({ what }) => `${what.building}|${what.unit}|${roomKey(what.number)}`,
  }),
  spaces: fc.uniqueArray(place(space), { maxLength: 4, selector: ({ what }) => `${what.lot}|${what.code}` }),
  locale: fc.constantFrom<Locale>('zh-CN', 'zh-Hant', 'en'),
  format: fc.constantFrom('csv' as const, 'xlsx' as const),
})
type Registry = typeof registry extends fc.Arbitrary<infer T> ? T : never

let ctx: Ctx
beforeAll(async () => {
  ctx = await testCtx()
})
const asked = () => ({ requestId: freshRequestId() })

async function project(): Promise<Id<'proj'>> {
  const projectId = newId('proj', ctx.now)
  await createProject(ctx, { ...asked(), projectId, name: `和居${projectId}`, type: 'residential' })
  return projectId
}

/** Enters a registry through the forms, as people do. */
async function enter(all: Registry): Promise<Id<'proj'>> {
  const projectId = await project()
  const made = new Map<string, Id<'bldg'>>()
  for (const { what, stays } of all.rooms) {
    const { building, ...fields } = what
    const buildingId = made.get(building) ?? newId('bldg', ctx.now)
    if (!made.has(building)) await createBuilding(ctx, { ...asked(), projectId, buildingId, name: building })
    made.set(building, buildingId)
    const roomId = newId('room', ctx.now)
    await createRoom(ctx, { ...asked(), roomId, buildingId, ...fields })
    await settle(projectId, { kind: 'room', id: roomId }, stays)
  }
  for (const { what, stays } of all.spaces) {
    const parkingSpaceId = newId('park', ctx.now)
    await createParkingSpace(ctx, { ...asked(), projectId, parkingSpaceId, ...what })
    await settle(projectId, { kind: 'parking', id: parkingSpaceId }, stays)
  }
  return projectId
}

async function settle(projectId: Id<'proj'>, at: Place, stays: Registry['rooms'][number]['stays']) {
  for (const { person: who, role, shareE4, days: drawn, plate } of stays) {
    const personId = newId('pers', ctx.now)
    await createPerson(ctx, { ...asked(), projectId, personId, ...who })
    const [first, last] = [drawn.fromOn, drawn.toOn].toSorted() as [string | null, string | null]
    const [fromOn, toOn] =
      drawn.fromOn === null || drawn.toOn === null ? [drawn.fromOn, drawn.toOn] : [first, last]
    const occupancy = { personId, place: at, shareE4, fromOn, toOn, plate: at.kind === 'room' ? null : plate }
    const give = (part: OccupancyRole) =>
      giveOccupancy(ctx, { ...asked(), occupancyId: newId('occ', ctx.now), ...occupancy, role: part })
    // A place has one owner at a time; whoever else was drawn as one is a co-owner.
    await give(role).catch(() => give('co_owner'))
  }
}

async function saved(projectId: Id<'proj'>, { locale, format }: Pick<Registry, 'locale' | 'format'>) {
  const of = { projectId, format }
  const files = [
    [`rooms.${format}`, (await roomList.file(ctx, of, locale)).bytes],
    [`spaces.${format}`, (await parkingSpaceList.file(ctx, of, locale)).bytes],
  ] as const
  return files
}

const preview = (projectId: Id<'proj'>, fileName: string, file: Uint8Array) =>
  previewImport(ctx, { ...asked(), importId: newId('imp', ctx.now), projectId, fileName }, file)

/** What a file says, phones aside: they are written masked. Who of several comes first is not told either. */
async function told(fileName: string, file: Uint8Array) {
  const [sheet] = await readTables(file, fileName)
  const phonesColumn = sheet!.rows[0]!.findIndex((cell) => /电话|電話|Phones/.test(String(cell)))
  return sheet!.rows.map((row) =>
    sheet!.rows[0]!.map((_, at) => {
      const cell = at === phonesColumn ? null : (row[at] ?? null)
      return typeof cell === 'string' && cell.includes('、')
        ? cell.replace(/^'/, '').split('、').toSorted()
        : cell
    }),
  )
}

async function changesNothing(projectId: Id<'proj'>, fileName: string, file: Uint8Array) {
  const { id, counts, openQuestions } = await preview(projectId, fileName, file)
  const { items } = await listImportProblems(ctx, { importId: id as never })
  expect([items, openQuestions]).toEqual([[], 0])
  for (const { created, changed } of Object.values(counts)) expect([created, changed]).toEqual([0, 0])
}

async function isApplied(projectId: Id<'proj'>, fileName: string, file: Uint8Array) {
  const asks = { ...asked(), importId: newId('imp', ctx.now), projectId, fileName }
  const { id, errors, warnings, questions } = await previewFoundRight(ctx, asks, file)
  expect([errors, warnings, questions.filter(({ about }) => about !== 'payers')]).toEqual([0, 0, []])
  await confirmAsItIs(ctx, { ...asked(), importId: id as never })
  await applyImport(as(ctx, { kind: 'job', id: 'outbox' }), { importId: id })
}

test('our own lists come back into their project without a word and change nothing, and make the same in an empty one', async () => {
  await fc.assert(
    fc.asyncProperty(registry, async (all) => {
      const [from, to] = [await enter(all), await project()]
      const files = await saved(from, all)
      // A list of nothing says nothing, and is refused as that.
      const full = [all.rooms.length > 0, all.spaces.length > 0]
      for (const [at, [fileName, file]] of files.entries()) {
        if (!full[at]) continue
        await changesNothing(from, fileName, file)
        await isApplied(to, fileName, file)
      }
      const again = await saved(to, all)
      for (const [at, [fileName, file]] of files.entries())
        expect(await told(fileName, again[at]![1])).toEqual(await told(fileName, file))
    }),
    { numRuns: 15 },
  )
}, 120_000)
