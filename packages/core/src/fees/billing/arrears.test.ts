import { newId, type CivilDate, type Period } from '@heju/kernel'
import { readXlsx } from 'hucre/xlsx'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { as, freshRequestId, staff, testCtx } from '../../testing.ts'
import {
  arrearsList,
  billList,
  billOne,
  type BillOne,
  compareRun,
  draftBillRun,
  owedOfRoom,
  owedOfSpace,
  settleBillLine,
  skipList,
} from './index.ts'
import { countWork } from '../../people/today/index.ts'
import { getPerson } from '../../estate/registry/index.ts'
import { Estate } from './testing.ts'

let ctx: Ctx
let estate: Estate
beforeEach(async () => {
  ctx = await testCtx()
  estate = await Estate.lay(ctx)
})

/** A room of 100 ㎡ and a space of one owner, both billed for November. */
async function household(): Promise<{ room: string; space: string; owner: string }> {
  const [[room], [space], [owner]] = [
    await estate.rooms([{}]),
    await estate.spaces(1),
    await estate.people(1),
  ] as [[string], [string], [string]]
  await estate.occupy([
    { place: room, person: owner },
    { place: space, person: owner },
  ])
  await estate.assign(await estate.tariff(), [room])
  const parking = { name: '停车费', basis: 'parking_space', feeItem: 'parking', priceE4: 1_500_000 } as const
  await estate.assign(await estate.tariff(parking), [space])
  return { room, space, owner }
}

async function bill(place: string, period: string, dueOn: string): Promise<string> {
  const kind = place.startsWith('room_') ? 'room' : 'parking'
  const { billIds } = await billOne(ctx, {
    requestId: freshRequestId(),
    place: { kind, id: place } as BillOne['place'],
    period: period as Period,
    dueOn: dueOn as CivilDate,
  })
  return billIds[0] ?? ''
}

describe('what is owed at the desk', () => {
  test('a household’s parking comes with its room, the oldest first, and by itself', async () => {
    const { room, space } = await household()
    const ofSpace = await bill(space, '2026-10', '2026-11-25')
    const ofRoom = await bill(room, '2026-11', '2026-11-30')
    expect((await owedOfRoom(ctx, room)).map(({ id }) => id)).toEqual([ofSpace, ofRoom])
    expect((await owedOfSpace(ctx, space)).map(({ id }) => id)).toEqual([ofSpace])
    await ctx.db.orm.run(settleBillLine(ctx, { billId: ofSpace, amountFen: 15_000 }))
    expect((await owedOfRoom(ctx, room)).map(({ id }) => id)).toEqual([ofRoom])
  })

  test('who has moved out takes their parking along', async () => {
    const { room, space, owner } = await household()
    await bill(space, '2026-11', '2026-11-30')
    const [next] = (await estate.rooms([{}])) as [string]
    await estate.occupy([{ place: next, person: owner, toOn: '2026-11-01' }])
    expect(await owedOfRoom(ctx, next)).toEqual([])
    expect(await owedOfRoom(ctx, room)).toHaveLength(1)
  })

  test('a developer’s spaces do not stand at each unsold room', async () => {
    const { space, owner } = await household()
    await bill(space, '2026-11', '2026-11-30')
    const [unsold] = (await estate.rooms([{ state: 'unsold' }])) as [string]
    await estate.occupy([{ place: unsold, person: owner, role: 'developer' }])
    expect(await owedOfRoom(ctx, unsold)).toEqual([])
  })

  test('who works elsewhere sees nothing of it', async () => {
    const { room } = await household()
    await bill(room, '2026-11', '2026-11-30')
    expect(await owedOfRoom(as(ctx, staff('cashier', [newId('proj', 7)])), room)).toEqual([])
  })
})

describe('arrears', () => {
  test('are told apart by age, and the ages add up to all', async () => {
    const { room, space } = await household()
    await bill(room, '2026-10', '2026-11-22')
    await bill(room, '2026-11', '2026-11-30')
    await bill(space, '2026-11', '2026-12-20')
    const at = (month: number, day: number) => as(ctx, staff('cashier'), Date.UTC(2026, month - 1, day, 2))
    // 28 February is 98 days after 22 November, 90 after 30 November and 70 after 20 December.
    const { total } = await arrearsList.page(at(14, 28), {})
    expect(total).toMatchObject({ owedFen: 71_000, upTo30Fen: 0, upTo90Fen: 43_000, olderFen: 28_000 })
    const early = await arrearsList.page(at(12, 1), {})
    expect(early.total).toMatchObject({ owedFen: 56_000, upTo30Fen: 56_000, upTo90Fen: 0, olderFen: 0 })
  })

  test('are counted by household, on today’s page as above the list, and a payment for one of two places leaves the household', async () => {
    const { room, space } = await household()
    const ofRoom = await bill(room, '2026-11', '2026-11-30')
    await bill(space, '2026-11', '2026-11-30')
    const cashier = as(ctx, staff('cashier'), Date.UTC(2026, 11, 31, 2))
    const counted = async () => {
      const { items, total } = await arrearsList.page(cashier, {})
      const ofToday = (await countWork(cashier)).find(({ kind }) => kind === 'bills_overdue')
      return { places: items.length, above: total.payers, ofToday: ofToday?.count }
    }
    expect(await counted()).toEqual({ places: 2, above: 1, ofToday: 1 })
    await ctx.db.orm.run(settleBillLine(ctx, { billId: ofRoom, amountFen: 28_000 }))
    expect(await counted()).toEqual({ places: 1, above: 1, ofToday: 1 })
  })

  test('come as a file with everything that the filter finds, and that it was made is on record', async () => {
    const { room, space } = await household()
    await bill(room, '2026-11', '2026-11-30')
    await bill(space, '2026-11', '2026-12-20')
    const cashier = as(ctx, staff('cashier'), Date.UTC(2026, 11, 31, 2))
    const request = { projectId: estate.projectId as `proj_${string}` }
    const file = await arrearsList.file(cashier, request, 'zh-CN')
    expect(file.fileName).toBe('欠费-翠湖花园-2026-12-31.xlsx')
    const rows = (await readXlsx(file.bytes)).sheets[0]?.rows ?? []
    expect(rows[0]).toEqual(['项目', '房号/车位', '缴费人', '笔数', '未缴（元）', '最早到期日', '逾期天数'])
    expect(rows.slice(1).map((row) => [row[1], row[4], row[6]])).toEqual([
      ['1栋-1', 280, 31],
      ['C2', 150, 11],
      [null, 430, null],
    ])
    const audited = await ctx.db.orm.all<{ n: number }>(
      `SELECT count(*) AS n FROM audit_log WHERE action = 'billing.arrears_exported'`,
    )
    expect(audited).toEqual([{ n: 1 }])
  })

  test('are not exported without the permission, nor from another project', async () => {
    const request = { projectId: estate.projectId as `proj_${string}` }
    for (const actor of [staff('department_lead'), staff('cashier', [newId('proj', 7)])])
      await expect(arrearsList.file(as(ctx, actor), request, 'zh-CN')).rejects.toMatchObject({
        kind: 'forbidden',
      })
  })
})

test('a parking space has one name wherever its bills are shown: its lot and number, without a word of any language', async () => {
  const { room, space, owner } = await household()
  await ctx.db.client.execute({
    sql: `UPDATE parking_spaces SET lot = 'B1', code = '008' WHERE id = ?`,
    args: [space],
  })
  await bill(space, '2026-10', '2026-11-22')
  const late = as(ctx, staff('cashier'), Date.UTC(2026, 10, 25, 2))
  const runId = newId('brun', ctx.now)
  await draftBillRun(ctx, {
    requestId: freshRequestId(),
    runId,
    projectId: estate.projectId as `proj_${string}`,
    period: '2026-10' as Period,
  })
  const person = await getPerson(ctx, owner)
  const names = [
    ...(await billList.page(ctx, { parkingSpaceId: space as `park_${string}` })).items.map(
      ({ place }) => place,
    ),
    ...(await owedOfRoom(ctx, room)).map(({ place }) => place),
    ...(await arrearsList.page(late, {})).items.map(({ place }) => place.name),
    ...(await skipList.page(ctx, { runId, reason: 'already_billed' })).items.map(({ place }) => place.name),
    ...(await compareRun(ctx, runId)).added.map(({ place }) => place.name).filter((name) => name !== '1栋-1'),
    ...person.places.filter(({ kind }) => kind === 'parking').map(({ name }) => name),
  ]
  expect(names).toEqual(['B1-008', 'B1-008', 'B1-008', 'B1-008', 'B1-008', 'B1-008'])
})
