import { newId } from '@heju/kernel'
import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { as, beforeNextWrite, freshRequestId, staff, testCtx } from '../../testing.ts'
import { changeParkingSpace, createParkingSpace, getParkingSpace, parkingSpaceList } from './index.ts'
import { smallProject } from './testing.ts'

let ctx: Ctx
let projectId: `proj_${string}`
beforeEach(async () => {
  ctx = await testCtx()
  ;({ projectId } = await smallProject(ctx))
})

async function make(lot: string, code: string, of = projectId) {
  const parkingSpaceId = newId('park', ctx.now)
  const space = { projectId: of, parkingSpaceId, lot, code, kind: 'underground' } as const
  await createParkingSpace(ctx, { requestId: freshRequestId(), ...space })
  return parkingSpaceId
}

type Change = Omit<Parameters<typeof changeParkingSpace>[1], 'requestId' | 'parkingSpaceId'>
const change = (parkingSpaceId: `park_${string}`, to: Change, by = ctx) =>
  changeParkingSpace(by, { requestId: freshRequestId(), parkingSpaceId, kind: 'underground', ...to })

async function found(search = ''): Promise<string[]> {
  const { items } = await parkingSpaceList.page(ctx, { projectId, search })
  return items.map(({ lot, code }) => `${lot}|${code}`)
}

test('a space gets another lot and code: list, search and log follow, in one read and one write', async () => {
  const id = await make('地面', 'A-2')
  await make('地面', 'A-10')
  const trips = ctx.db.trips.count
  await change(id, { lot: '地库', code: 'Ｂ012', tenure: 'owned' })
  expect(ctx.db.trips.count - trips).toBe(2)
  await make('地库', 'B2')
  expect(await found()).toEqual(['地库|B2', '地库|B012', '地面|A-10'])
  expect(await found('地库-b12')).toEqual(['地库|B012'])
  expect(await found('A-2')).toEqual([])
  expect(await getParkingSpace(ctx, id)).toMatchObject({ kind: 'underground', tenure: 'owned', revision: 1 })
  const [entry] = await ctx.db.orm.all<{ action: string; detail: string }>(
    sql`SELECT action, detail_json AS detail FROM audit_log WHERE subject_id = ${id} ORDER BY seq DESC`,
  )
  expect(entry!.action).toBe('registry.parking_space_changed')
  expect(JSON.parse(entry!.detail)).toEqual({
    lot: { from: '地面', to: '地库' },
    spaceCode: { from: 'A-2', to: 'B012' },
    tenure: { from: null, to: 'owned' },
  })
})

describe('one lot has a code once', () => {
  test.each([
    ['as it is written', '地库', 'C001'],
    ['in another form', ' 地库 ', 'c1'],
  ])('%s: it is refused, with the name of the space that has it', async (_, lot, code) => {
    await make('地库', 'C001')
    const id = await make('', 'C001')
    await expect(change(id, { lot, code })).rejects.toMatchObject({
      code: 'registry.space_taken',
      params: { space: '地库-C001' },
    })
    expect(await found()).toEqual(['|C001', '地库|C001'])
  })

  test('so a lot is left out where no other space without one has the code', async () => {
    const [id, other] = [await make('地库', '001'), await make('地面', '002')]
    await make('', '2')
    await change(id, { code: '001' })
    await expect(change(other, { lot: '', code: '002' })).rejects.toMatchObject({ params: { space: '2' } })
    expect(await found()).toEqual(['|001', '|2', '地面|002'])
  })

  test('a space may be written otherwise, and another project may have the same', async () => {
    const elsewhere = await smallProject(ctx, '另一个项目')
    await make('地库', '001', elsewhere.projectId)
    const id = await make('地库', 'C1')
    await change(id, { lot: '地库', code: 'C001' })
    await change(id, { lot: '地库', code: '001' })
    expect(await found()).toEqual(['地库|001'])
  })

  test('of two that get it at the same moment the second is refused', async () => {
    const [first, second] = [await make('', '001'), await make('', '002')]
    beforeNextWrite(ctx, () => change(first, { lot: '地库', code: '009' }))
    await expect(change(second, { lot: '地库', code: '9' })).rejects.toMatchObject({
      code: 'registry.space_taken',
      params: { space: '地库-9' },
    })
    expect(await found()).toEqual(['|002', '地库|009'])
  })

  test('a key of before, that another space has come to, stays as long as the space is called so', async () => {
    const [old] = [await make('', '0802'), await make('', '903')]
    // As the migrations left one whose key of today is that of another space.
    await ctx.db.orm.run(sql`UPDATE parking_spaces SET key = '|0802' WHERE id = ${old}`)
    await make('', '802')
    await change(old, { code: '0802', kind: 'ground' })
    expect(await getParkingSpace(ctx, old)).toMatchObject({ code: '0802', kind: 'ground' })
    await expect(change(old, { code: '00802' })).rejects.toMatchObject({ params: { space: '802' } })
  })
})

test('a name that somebody else gives it meanwhile is not put back', async () => {
  const id = await make('', '001')
  beforeNextWrite(ctx, () => change(id, { lot: '地库', code: '001' }))
  await expect(change(id, { code: '001', kind: 'ground' })).rejects.toMatchObject({
    code: 'database.conflict',
  })
  beforeNextWrite(ctx, () => change(id, { lot: '地面', code: '001' }))
  await expect(change(id, { lot: '地库', code: '001', revision: 1 })).rejects.toMatchObject({
    code: 'request.changed_meanwhile',
  })
  expect(await found()).toEqual(['地面|001'])
})

test('who may only read, or is of another project, changes none; and none that is not there is changed', async () => {
  const id = await make('', '001')
  for (const by of [as(ctx, staff('auditor')), as(ctx, staff('front_desk', ['proj_other']))])
    await expect(change(id, { code: '002' }, by)).rejects.toMatchObject({ kind: 'forbidden' })
  await change(id, { code: '003' }, as(ctx, staff('front_desk', [projectId])))
  await expect(change(newId('park', ctx.now), { code: '1' })).rejects.toMatchObject({ kind: 'not_found' })
  expect(await found()).toEqual(['|003'])
})
