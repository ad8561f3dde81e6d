import { eventHandlers } from '../../platform/jobs/index.ts'
import { newId } from '@heju/kernel'
import { expect, test } from 'vitest'
import {
  changeBuilding,
  giveOccupancy,
  listBuildings,
  parkingSpaceList,
  roomList,
} from '../registry/index.ts'
import { drainOutbox, type Ports } from '../../platform/outbox/index.ts'
import { smallProject } from '../registry/testing.ts'
import { as, freshRequestId, testCtx } from '../../testing.ts'
import {
  applyImport,
  discardImport,
  getImport,
  listImportProblems,
  listImports,
  retryImport,
} from './index.ts'
import { confirmAsItIs, previewFoundRight } from './testing.ts'

const job = { kind: 'job', id: 'outbox' } as const
const csv = (...rows: (string | number)[][]) =>
  new TextEncoder().encode(rows.map((row) => row.join()).join('\n'))

async function start() {
  const ctx = await testCtx()
  const { projectId, person, give } = await smallProject(ctx)
  const preview = (file: Uint8Array) =>
    previewFoundRight(
      ctx,
      { requestId: freshRequestId(), importId: newId('imp', ctx.now), projectId, fileName: '登记.csv' },
      file,
    )
  const confirm = (importId: string) =>
    confirmAsItIs(ctx, { requestId: freshRequestId(), importId: importId as never, leaveBadRows: true })
  /** Carries out what waits, as the queue does. */
  const work = () => drainOutbox(as(ctx, job), eventHandlers, {} as Ports)
  const take = async (file: Uint8Array) => {
    const { id } = await preview(file)
    await confirm(id)
    await work()
    return getImport(ctx, id)
  }
  const named = (importId: string) => ({ requestId: freshRequestId(), importId: importId as never })
  const rename = async (from: string, name: string) => {
    const building = (await listBuildings(ctx, projectId)).find((one) => one.name === from)!
    await changeBuilding(ctx, {
      requestId: freshRequestId(),
      buildingId: building.id as never,
      name,
      floors: null,
    })
  }
  return { ctx, projectId, person, give, preview, confirm, work, take, named, rename }
}

/** An import of a tenant at a room whose building was given another name after the preview: the room is not found. */
async function stopped() {
  const all = await start()
  await all.take(csv(['房号', '业主'], ['3-101', '张三']))
  const { id } = await all.preview(csv(['房号', '业主', '租户'], ['3-101', '张三', '钱七']))
  await all.confirm(id)
  await all.rename('3栋', '7栋')
  await all.work()
  return { ...all, id }
}

test('an import that cannot go on ends as failed, with its reason and what it was writing', async () => {
  const { ctx, id } = await stopped()
  expect(await getImport(ctx, id)).toMatchObject({
    state: 'failed',
    failure: 'registry_import.owned_meanwhile',
    failedStage: 'occupancies',
  })
})

test('it is tried again from where it stopped, once what stopped it is gone', async () => {
  const { ctx, id, rename, work, named } = await stopped()
  await rename('7栋', '3栋')
  await retryImport(ctx, named(id))
  await work()
  expect(await getImport(ctx, id)).toMatchObject({ state: 'applied', failure: null, progress: 1 })
  const { rows } = await ctx.db.client.execute('SELECT role FROM occupancies ORDER BY role')
  expect(rows.map((row) => row['role'])).toEqual(['owner', 'tenant'])
})

test('it holds up no later import, and is itself outdated by one', async () => {
  const { ctx, id, take, named, projectId } = await stopped()
  expect(await take(csv(['房号', '业主'], ['5-101', '李四']))).toMatchObject({ state: 'applied' })
  expect((await roomList.page(ctx, { projectId })).items.map(({ name }) => name)).toContain('5栋-101')
  await expect(retryImport(ctx, named(id))).rejects.toMatchObject({ code: 'registry_import.outdated' })
})

test('it is dropped with what it still had to bring, and what it wrote stays', async () => {
  const { ctx, id, named } = await stopped()
  await discardImport(ctx, named(id))
  expect(await getImport(ctx, id)).toMatchObject({ state: 'discarded' })
  const { rows } = await ctx.db.client.execute({
    sql: 'SELECT (SELECT count(*) FROM import_parts WHERE import_id = ?) AS parts, (SELECT count(*) FROM people) AS people',
    args: [id],
  })
  expect(rows[0]).toMatchObject({ parts: 0, people: 2 })
  await expect(retryImport(ctx, named(id))).rejects.toMatchObject({ code: 'registry_import.not_failed' })
})

test('a preview from before a retry is outdated', async () => {
  const { ctx, id, preview, confirm, rename, work, named } = await stopped()
  const early = await preview(csv(['房号'], ['9-101']))
  await rename('7栋', '3栋')
  await retryImport(ctx, named(id))
  await work()
  await expect(confirm(early.id)).rejects.toMatchObject({ code: 'registry_import.outdated' })
})

test('one whose message was given up without a word can be dropped', async () => {
  const { ctx, preview, confirm, named } = await start()
  const { id } = await preview(csv(['房号'], ['9-101']))
  await confirm(id)
  await expect(discardImport(ctx, named(id))).rejects.toMatchObject({ code: 'registry_import.not_previewed' })
  await ctx.db.client.execute("UPDATE outbox SET done_at = 1, failure = 'database.unavailable'")
  await discardImport(ctx, named(id))
  expect(await getImport(ctx, id)).toMatchObject({ state: 'discarded' })
})

test('stretches of a returning owner are applied, and the same file again changes nothing', async () => {
  const { ctx, take, preview } = await start()
  const file = csv(
    ['楼栋', '单元', '房号', '建筑面积', '业主姓名', '业主电话', '入住日期', '迁出日期'],
    ['1栋', '1单元', 101, 90, '张三', 13711110001, '', '2025-10-09'],
    ['1栋', '1单元', 101, '', '张三', 13711110001, '2026-10-20', ''],
    ['1栋', '1单元', 102, 80, '王五', 13711110003, '', ''],
  )
  expect(await take(file)).toMatchObject({ state: 'applied', errors: 0, warnings: 0 })
  const { rows } = await ctx.db.client.execute(
    'SELECT p.name, o.role, o.from_on, o.to_on FROM occupancies o JOIN people p ON p.id = o.person_id ORDER BY p.name, o.to_on DESC',
  )
  expect(rows.map((row) => Object.values(row))).toEqual([
    ['张三', 'owner', null, '2025-10-09'],
    ['张三', 'owner', '2026-10-20', null],
    ['王五', 'owner', null, null],
  ])
  const again = await preview(file)
  expect(again.counts.occupancies).toEqual({ created: 0, changed: 0, unchanged: 3 })
})

test('other days for somebody whom the registry has there are reported and change nothing', async () => {
  const { ctx, take, preview } = await start()
  const rows = (to: string) => csv(['房号', '租户', '租期起', '租期止'], ['3-101', '钱七', '2026-01-01', to])
  await take(rows('2026-12-31'))
  const { id, counts } = await preview(rows('2027-06-30'))
  expect(counts.occupancies).toEqual({ created: 0, changed: 0, unchanged: 0 })
  const { items } = await listImportProblems(ctx, { importId: id as never })
  expect(items.map(({ code }) => code)).toEqual(['registry_import.occupancy_differs'])
})

test('an import of many parts is applied by several queue messages, each of which hands on to the next', async () => {
  const { ctx, preview, confirm, work } = await start()
  const { id } = await preview(
    csv(
      ['楼栋', '单元', '房号', '业主', '车位'],
      ['1', '1', '101', '张三', 'C1'],
      ['1', '2', '101', '李四', 'C2'],
    ),
  )
  await confirm(id)
  await ctx.db.client.execute("UPDATE outbox SET done_at = 1 WHERE type = 'registry_import.confirmed'")
  await applyImport(as(ctx, job), { importId: id }, undefined, 4)
  expect(await getImport(ctx, id)).toMatchObject({ state: 'applying', progress: 4 / 6 })
  const waiting = async () =>
    (
      await ctx.db.client.execute(
        "SELECT payload_json FROM outbox WHERE type = 'registry_import.confirmed' AND done_at IS NULL",
      )
    ).rows
  expect(await waiting()).toEqual([{ payload_json: JSON.stringify({ importId: id }) }])
  await work()
  expect(await getImport(ctx, id)).toMatchObject({ state: 'applying', progress: 4 / 6 })
  await drainOutbox(as(ctx, job, ctx.now + 1), eventHandlers, {} as Ports)
  expect(await getImport(ctx, id)).toMatchObject({ state: 'applied' })
  expect(await waiting()).toEqual([])
})

test('a new room of a building that was renamed since is not the fault of the workbook', async () => {
  const { ctx, take, preview, confirm, work, rename, named } = await start()
  await take(csv(['楼栋', '单元', '房号'], ['3', '1', '101']))
  const { id } = await preview(csv(['楼栋', '单元', '房号'], ['3', '2', '201']))
  const { id: besides } = await preview(csv(['楼栋', '单元', '房号'], ['3', '1', '301']))
  await rename('3栋', '7栋')
  await confirm(id)
  await work()
  const failure = 'registry_import.buildings_meanwhile'
  expect(await getImport(ctx, id)).toMatchObject({ state: 'failed', failure, failedStage: 'units' })
  await discardImport(ctx, named(id))
  await discardImport(ctx, named(besides))
  const { id: third } = await preview(csv(['楼栋', '单元', '房号'], ['7', '1', '301']))
  await rename('7栋', '9栋')
  await confirm(third)
  await work()
  expect(await getImport(ctx, third)).toMatchObject({ state: 'failed', failure, failedStage: 'rooms' })
})

test('a preview that another import made untrue says so, in the list as well', async () => {
  const { ctx, projectId, take, preview } = await start()
  const { id } = await preview(csv(['房号'], ['3-101']))
  const outdated = async () => [
    (await getImport(ctx, id)).outdated,
    (await listImports(ctx, projectId)).find((one) => one.id === id)?.outdated,
  ]
  expect(await outdated()).toEqual([false, false])
  const applied = await take(csv(['房号'], ['3-102']))
  expect(applied).toMatchObject({ state: 'applied', outdated: false })
  expect(await outdated()).toEqual([true, true])
})

test('an owner given at the desk between preview and applying is not joined by the one of the workbook', async () => {
  const { ctx, projectId, person, give, take, preview, confirm, work, named } = await start()
  const file = csv(['房号', '业主'], ['3-101', '张三'])
  await take(csv(['房号'], ['3-101']))
  const { id } = await preview(file)
  await confirm(id)
  const [room] = (await roomList.page(ctx, { projectId })).items
  await give(await person('李四'), room!.id)
  await work()

  expect(await getImport(ctx, id)).toMatchObject({
    state: 'failed',
    failure: 'registry_import.owned_meanwhile',
    failedStage: 'occupancies',
  })
  const { rows } = await ctx.db.client.execute(
    'SELECT p.name, o.role FROM occupancies o JOIN people p ON p.id = o.person_id',
  )
  expect(rows).toEqual([{ name: '李四', role: 'owner' }])

  await discardImport(ctx, named(id))
  const again = await preview(file)
  const { items } = await listImportProblems(ctx, { importId: again.id as never })
  expect(items.map(({ code }) => code)).toEqual(['registry_import.owner_differs'])
})

test('nor is one given at a parking space joined by the one of the workbook', async () => {
  const { ctx, projectId, person, take, preview, confirm, work } = await start()
  await take(csv(['停车场', '车位号'], ['地库', 'A-001']))
  const { id } = await preview(csv(['停车场', '车位号', '业主'], ['地库', 'A-001', '张三']))
  await confirm(id)
  const [space] = (await parkingSpaceList.page(ctx, { projectId })).items
  await giveOccupancy(ctx, {
    requestId: freshRequestId(),
    occupancyId: newId('occ', ctx.now),
    personId: (await person('李四')) as never,
    place: { kind: 'parking', id: space!.id as never },
    role: 'owner',
    fromOn: null,
  })
  await work()
  expect(await getImport(ctx, id)).toMatchObject({
    state: 'failed',
    failure: 'registry_import.owned_meanwhile',
  })
  const { rows } = await ctx.db.client.execute(
    'SELECT p.name FROM occupancies o JOIN people p ON p.id = o.person_id',
  )
  expect(rows).toEqual([{ name: '李四' }])
})

test.each([null, '2025-01-01', '2024-12-31'])(
  'an owner of before is not taken where another was given meanwhile from %s: who pays is not what was looked at',
  async (fromOn) => {
    const { ctx, projectId, person, give, take, preview, confirm, work } = await start()
    await take(csv(['房号'], ['3-101']))
    const { id } = await preview(csv(['房号', '业主', '迁出日期'], ['3-101', '张三', '2024-12-31']))
    await confirm(id)
    const [room] = (await roomList.page(ctx, { projectId })).items
    await give(await person('李四'), room!.id, 'owner', fromOn)
    await work()
    expect(await getImport(ctx, id)).toMatchObject({
      state: 'failed',
      failure: 'registry_import.owned_meanwhile',
    })
    const { rows } = await ctx.db.client.execute(
      'SELECT p.name, o.to_on FROM occupancies o JOIN people p ON p.id = o.person_id ORDER BY o.to_on DESC',
    )
    expect(rows).toEqual([{ name: '李四', to_on: null }])
  },
)

test('what a workbook adds to an owner on record is taken, though a developer holds the title beside him', async () => {
  const { ctx, take } = await start()
  const owners = [
    ['3-101', '张三', '业主'],
    ['3-101', '绿城开发有限公司', '开发商'],
  ]
  await take(csv(['房号', '姓名', '身份'], ...owners))
  const more = await take(
    csv(
      ['房号', '姓名', '身份', '产权份额'],
      ['3-101', '张三', '业主', '50%'],
      ['3-102', '李四', '业主', ''],
    ),
  )
  expect(more).toMatchObject({ state: 'applied', failure: null })
  const { rows } = await ctx.db.client.execute('SELECT count(*) AS n FROM occupancies WHERE share_e4 = 5000')
  expect(rows).toEqual([{ n: 1 }])
})
