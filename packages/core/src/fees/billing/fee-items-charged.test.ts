import { newId } from '@heju/kernel'
import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { as, beforeNextWrite, freshRequestId, staff, testCtx } from '../../testing.ts'
import { feeItemList, retireFeeItem } from '../items/index.ts'
import { addOwnItems, ownItems } from '../items/testing.ts'
import { recordPayment } from '../payments/index.ts'
import { cash, noProvider } from '../payments/testing.ts'
import {
  changeFeeItem,
  approveTariff,
  computeRun,
  billList,
  chargesOfPlace,
  createTariff,
  draftBillRun,
  owedOfRoom,
  publishBillRun,
  switchTariff,
  type CreateTariff,
} from './index.ts'
import { Estate } from './testing.ts'

const [heating = '', waste = ''] = Object.keys(ownItems)
const approval = { approvalKind: 'contract' as const, approvalNo: 'HT-2026-01', approvalOn: '2026-01-01' }

async function estateOf(regime: 'market' | 'guided' = 'market') {
  const ctx = await testCtx()
  await addOwnItems(ctx)
  const estate = await Estate.lay(ctx, regime)
  const [room = ''] = await estate.rooms([{ areaE2: 10_000 }])
  const [person = ''] = await estate.people(1)
  await estate.occupy([{ place: room, person }])
  const tariffOf = (feeItem: string, more: Partial<CreateTariff> = {}): CreateTariff => ({
    requestId: freshRequestId(),
    tariffId: newId('tariff', ctx.now),
    projectId: estate.projectId,
    name: `标准 ${newId('tariff', ctx.now).slice(-4)}`,
    feeItem,
    basis: 'room',
    scope: { kind: 'project' },
    fromOn: '2026-01-01',
    priceE4: 200_000,
    approval,
    ...more,
  })
  const say = async (feeItemId: string, more: object, by = ctx) => {
    const { items } = await feeItemList.page(ctx, {})
    const { id: _id, retiredAt: _retired, ...fields } = items.find(({ id }) => id === feeItemId)!
    await changeFeeItem(by, { ...fields, feeItemId, requestId: freshRequestId(), ...more })
  }
  const run = async () => {
    const runId = newId('brun', ctx.now)
    const { projectId } = estate
    await draftBillRun(ctx, { requestId: freshRequestId(), runId, projectId, period: '2026-11' })
    const event = { id: 'e', type: '', payload: { runId }, at: 0, attempt: 1 }
    await computeRun(as(ctx, { kind: 'job', id: 'billing' }), event, {} as never)
    return runId
  }
  const publish = (runId: `brun_${string}`) => publishBillRun(ctx, { requestId: freshRequestId(), runId })
  const billsOf = async (more = {}) => (await billList.page(ctx, more)).items
  return { ctx, estate, room, tariffOf, say, run, publish, billsOf }
}

describe('a fee item of the company’s own', () => {
  test('displaces what is charged of it where a place has one charge of it, and stands beside it where not', async () => {
    const { ctx, tariffOf } = await estateOf()
    await createTariff(ctx, tariffOf(waste))
    await createTariff(ctx, tariffOf(waste))
    const first = tariffOf(heating)
    await createTariff(ctx, first)
    const second = tariffOf(heating)
    const twice = { code: 'billing.charged_twice' }
    await expect(createTariff(ctx, second)).rejects.toMatchObject(twice)
    await createTariff(ctx, { ...second, requestId: freshRequestId(), others: 'replace' })
    // Beside all, whatever the item: a surcharge. Of what stands beside others anyway, that says nothing.
    await createTariff(ctx, tariffOf(heating, { others: 'surcharge' }))
    const last = tariffOf(waste, { others: 'surcharge' })
    await createTariff(ctx, last)
    const { rows } = await ctx.db.client.execute('SELECT id FROM tariffs WHERE surcharge')
    expect(rows.map(({ id }) => id)).not.toContain(last.tariffId)
    expect(rows).toHaveLength(1)
  })

  test('is billed by a run and in the same way alone, each day once where a place has one charge of it', async () => {
    const { ctx, room, tariffOf, run, publish, billsOf } = await estateOf()
    const [first, second] = [
      tariffOf(heating),
      tariffOf(heating, { fromOn: '2026-11-16', others: 'replace' }),
    ]
    for (const tariff of [first, second, tariffOf(waste), tariffOf(waste)]) await createTariff(ctx, tariff)
    await publish(await run())
    const bills = await billsOf()
    const ofHeating = bills.filter(({ feeItem }) => feeItem === heating)
    expect(ofHeating.map(({ fromOn, toOn }) => [fromOn, toOn]).toSorted()).toEqual([
      ['2026-11-01', '2026-11-15'],
      ['2026-11-16', '2026-11-30'],
    ])
    expect(bills.filter(({ feeItem }) => feeItem === waste)).toHaveLength(2)
    const { tariffs } = await chargesOfPlace(ctx, { kind: 'room', id: room as never })
    expect(new Set(tariffs.map(({ feeItem, exclusive }) => `${feeItem} ${exclusive}`))).toEqual(
      new Set([`${heating} true`, `${waste} false`]),
    )
  })

  test('is charged to what it is for, by who may, and while it is in use', async () => {
    const { ctx, estate, tariffOf, say } = await estateOf()
    await say(heating, { targetKinds: ['room'], chargedBy: 'head_office' })
    const spaces = tariffOf(heating, { basis: 'parking_space' })
    await expect(createTariff(ctx, spaces)).rejects.toMatchObject({ code: 'fee_items.not_for_target' })
    const manager = as(ctx, staff('project_manager', [estate.projectId]))
    const rooms = tariffOf(heating)
    await expect(createTariff(manager, rooms)).rejects.toMatchObject({ code: 'fee_items.of_head_office' })
    await createTariff(as(ctx, staff('accountant')), rooms)
    await createTariff(manager, tariffOf(waste))
    const gone = tariffOf(newId('fitem', ctx.now))
    await expect(createTariff(ctx, gone)).rejects.toMatchObject({ code: 'fee_items.not_in_use' })
  })

  test('stays for what a tariff in use charges by it, which is named, and for that alone', async () => {
    const { ctx, tariffOf, say } = await estateOf()
    const [rooms, spaces] = [
      tariffOf(waste, { name: '垃圾清运（房屋）' }),
      tariffOf(waste, { name: '垃圾清运（车位）', basis: 'parking_space' }),
    ]
    for (const tariff of [rooms, spaces]) await createTariff(ctx, tariff)
    await expect(say(waste, { targetKinds: ['room'] })).rejects.toMatchObject({
      code: 'fee_items.kind_charged',
      params: { names: '垃圾清运（车位）' },
    })
    await expect(say(waste, { targetKinds: ['parking'] })).rejects.toMatchObject({
      params: { names: '垃圾清运（房屋）' },
    })
    const { tariffId } = spaces
    await switchTariff(ctx, { requestId: freshRequestId(), tariffId, state: 'disabled' })
    await say(waste, { targetKinds: ['room'] })
    const back = switchTariff(ctx, { requestId: freshRequestId(), tariffId, state: 'active' })
    await expect(back).rejects.toMatchObject({ code: 'fee_items.not_for_target' })
  })

  test('is in use, and for what it is charged to, also at the moment at which a tariff of it is made', async () => {
    const { ctx, tariffOf, say } = await estateOf()
    beforeNextWrite(ctx, () => say(waste, { targetKinds: ['parking'] }))
    await expect(createTariff(ctx, tariffOf(waste))).rejects.toMatchObject({
      code: 'fee_items.not_for_target',
    })
    beforeNextWrite(ctx, () =>
      retireFeeItem(ctx, { requestId: freshRequestId(), feeItemId: heating, retired: true }),
    )
    await expect(createTariff(ctx, tariffOf(heating))).rejects.toMatchObject({
      code: 'fee_items.not_in_use',
    })
    // And the other way round: a tariff that comes into use just now is charged.
    beforeNextWrite(ctx, () => createTariff(ctx, tariffOf('other')))
    await expect(say('other', { targetKinds: ['parking'] })).rejects.toMatchObject({
      code: 'database.conflict',
    })
  })

  test('that is out of use brings no tariff into use: neither a new one nor a draft, nor one that was switched off', async () => {
    const { ctx, estate, tariffOf } = await estateOf()
    const off = tariffOf(waste)
    await createTariff(ctx, off)
    const switched = { tariffId: off.tariffId, requestId: freshRequestId() }
    await switchTariff(ctx, { ...switched, state: 'disabled' })
    const draft = (await estate.tariff({ feeItem: waste, state: 'draft' })) as CreateTariff['tariffId']
    await retireFeeItem(ctx, { requestId: freshRequestId(), feeItemId: waste, retired: true })
    const refused = { code: 'fee_items.not_in_use' }
    await expect(createTariff(ctx, tariffOf(waste))).rejects.toMatchObject(refused)
    const back = switchTariff(ctx, { ...switched, requestId: freshRequestId(), state: 'active' })
    await expect(back).rejects.toMatchObject(refused)
    const approved = approveTariff(ctx, { requestId: freshRequestId(), tariffId: draft, approval })
    await expect(approved).rejects.toMatchObject(refused)
  })

  test('names its grade under guided prices if it is said to be guided, as the property fee does', async () => {
    const { ctx, tariffOf, say } = await estateOf('guided')
    const missing = { code: 'billing.guidance_missing' }
    await expect(createTariff(ctx, tariffOf('property'))).rejects.toMatchObject(missing)
    await createTariff(ctx, tariffOf(waste))
    await say(waste, { guided: true })
    await expect(createTariff(ctx, tariffOf(waste))).rejects.toMatchObject(missing)
  })
})

describe('what is given out', () => {
  test('keeps the name that its item had then: a bill from its publishing on, a draft until it is published', async () => {
    const { ctx, tariffOf, say, run, publish, billsOf } = await estateOf()
    await createTariff(ctx, tariffOf(waste))
    const runId = await run()
    await say(waste, { name: '生活垃圾处理费' })
    const named = async (more = {}) => (await billsOf(more)).map(({ itemName }) => itemName)
    expect(await named({ state: 'draft' })).toEqual(['生活垃圾处理费'])
    await publish(runId)
    const later = as(ctx, ctx.actor, ctx.now + 60_000)
    await say(waste, { name: '环卫费' }, later)
    await say(waste, { name: '卫生费' }, as(ctx, ctx.actor, ctx.now + 120_000))
    expect(await named()).toEqual(['生活垃圾处理费'])
    const file = await billList.file(later, { format: 'csv' }, 'zh-CN')
    expect(new TextDecoder().decode(file.bytes)).toContain('生活垃圾处理费')
  })

  test('bears the receipt’s name of its item, and keeps it whatever the item is called later', async () => {
    const { ctx, room, tariffOf, say, run, publish } = await estateOf()
    await createTariff(ctx, tariffOf(waste, { name: '垃圾费' }))
    await say(waste, { receiptName: '垃圾清运' })
    await publish(await run())
    const [bill] = await owedOfRoom(ctx, room)
    await recordPayment(
      ctx,
      cash([bill!.id], { lines: [{ billId: bill!.id, amountFen: bill!.amountFen }] }),
      noProvider,
    )
    await say(waste, { receiptName: '' })
    const [{ fee } = { fee: '' }] = await ctx.db.orm.all<{ fee: string }>(
      sql`SELECT snapshot_json ->> '$.items[0].fee' AS fee FROM receipts`,
    )
    expect(fee).toBe('垃圾清运')
  })

  test('of what is owed for one month is settled in the order of the items', async () => {
    const { ctx, room, tariffOf, say, run, publish } = await estateOf()
    for (const item of [waste, heating, 'property']) await createTariff(ctx, tariffOf(item))
    await say(waste, { settleOrder: 5 })
    await publish(await run())
    const order = async () => (await owedOfRoom(ctx, room)).map(({ feeItem }) => feeItem)
    expect(await order()).toEqual([waste, 'property', heating])
    await say(waste, { settleOrder: 90 })
    expect(await order()).toEqual(['property', heating, waste])
  })
})
