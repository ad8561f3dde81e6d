import { newId } from '@heju/kernel'
import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { auditList } from '../../platform/audit/index.ts'
import { factsOf } from '../../platform/audit/fact-texts.ts'
import { as, beforeNextWrite, freshRequestId, staff, testCtx } from '../../testing.ts'
import { changeFeeItem } from '../billing/index.ts'
import { addFeeItem, feeItemList, retireFeeItem, type ChangeFeeItem } from './index.ts'
import { itemAsked } from './testing.ts'

async function seen(ctx: Ctx, state?: 'used' | 'retired') {
  const { items } = await feeItemList.page(ctx, state ? { state } : {})
  return items
}

/** A change of an item that says what it says already, and more. */
async function asIs(ctx: Ctx, feeItemId: string, more: Partial<ChangeFeeItem> = {}): Promise<ChangeFeeItem> {
  const item = (await seen(ctx)).find(({ id }) => id === feeItemId)
  const { id: _id, retiredAt: _retired, ...fields } = item!
  return { ...fields, feeItemId: feeItemId as never, requestId: freshRequestId(), ...more }
}

/** A tariff of an item, as far as items go. */
async function charge(ctx: Ctx, item: string, state = 'active'): Promise<void> {
  await ctx.db.orm
    .run(sql`INSERT INTO tariffs (id, project_id, name, fee_item, basis, state, created_at, changed_at)
    VALUES (${newId('tariff', ctx.now)}, 'proj_1', ${newId('tariff', ctx.now)}, ${item}, 'room', ${state}, 5, 5)`)
}

describe('fee items', () => {
  test('each company has the three of the product, as they were in code: what displaces what, and in which order', async () => {
    const ctx = await testCtx()
    expect(await seen(ctx)).toMatchObject([
      { id: 'property', name: '', exclusive: true, guided: true, whoseMoney: 'company', settleOrder: 10 },
      { id: 'parking', name: '', exclusive: true, guided: false, settleOrder: 20 },
      { id: 'other', name: '', exclusive: false, guided: false, settleOrder: 30 },
    ])
  })

  test('a company adds its own, with all that is said of it', async () => {
    const ctx = await testCtx()
    const feeItemId = newId('fitem', ctx.now)
    const said = {
      receiptName: '公共水费分摊',
      invoiceName: '水费',
      taxCode: '1100301010000000000',
      taxRateE4: 300,
      taxIncluded: false,
      account: '2241.03',
      settleOrder: 5,
      targetKinds: ['room' as const],
      chargedBy: 'head_office' as const,
    }
    await addFeeItem(ctx, itemAsked(feeItemId, said))
    const [first] = await seen(ctx)
    expect(first).toMatchObject({ id: feeItemId, name: '公摊水费', whoseMoney: 'passed_on', ...said })
  })

  test.each([
    ['taxCode', { taxCode: '123' }],
    ['taxRateE4', { taxRateE4: 10_001 }],
    ['account', { account: '应付账款' }],
    ['targetKinds', { targetKinds: [] }],
    ['name', { name: ' ' }],
  ] as const)('a wrong %s is refused beside its field', async (path, wrong) => {
    const ctx = await testCtx()
    const asked = itemAsked(newId('fitem', ctx.now), wrong as never)
    await expect(addFeeItem(ctx, asked)).rejects.toMatchObject({
      code: 'request.invalid',
      fields: [expect.objectContaining({ path })],
    })
  })

  test('no reader sees two in use under one name, in any language', async () => {
    const ctx = await testCtx()
    const taken = { code: 'fee_items.name_taken' }
    for (const name of ['物业服务费', '物業服務費', 'Parking'])
      await expect(addFeeItem(ctx, itemAsked(newId('fitem', ctx.now), { name }))).rejects.toMatchObject(taken)
    const own = newId('fitem', ctx.now)
    await addFeeItem(ctx, itemAsked(own))
    await expect(addFeeItem(ctx, itemAsked(newId('fitem', ctx.now)))).rejects.toMatchObject(taken)
    // Renamed, the product's gives its word free, and cannot go back to it once another has it.
    await changeFeeItem(ctx, await asIs(ctx, 'other', { name: '有偿服务费' }))
    await changeFeeItem(ctx, await asIs(ctx, own, { name: '其他服务收费' }))
    await expect(changeFeeItem(ctx, await asIs(ctx, 'other', { name: '' }))).rejects.toMatchObject(taken)
    // One out of use is in nobody's way, and comes back when no other has its name.
    await retireFeeItem(ctx, { requestId: freshRequestId(), feeItemId: own, retired: true })
    await changeFeeItem(ctx, await asIs(ctx, 'other', { name: '' }))
    await expect(
      retireFeeItem(ctx, { requestId: freshRequestId(), feeItemId: own, retired: false }),
    ).rejects.toMatchObject(taken)
  })

  test('one of the company’s own needs a name, and one that is not there is not changed', async () => {
    const ctx = await testCtx()
    const own = newId('fitem', ctx.now)
    const gone = { ...itemAsked(own), chargedBy: 'project' as const, revision: 0 }
    await expect(changeFeeItem(ctx, gone)).rejects.toMatchObject({ code: 'fee_items.not_found' })
    await addFeeItem(ctx, itemAsked(own))
    await expect(changeFeeItem(ctx, await asIs(ctx, own, { name: '' }))).rejects.toMatchObject({
      code: 'fee_items.unnamed',
    })
  })

  test('once a tariff charges it, whose money it is and what it displaces stay; all else may change', async () => {
    const ctx = await testCtx()
    const own = newId('fitem', ctx.now)
    await addFeeItem(ctx, itemAsked(own))
    await changeFeeItem(ctx, await asIs(ctx, own, { whoseMoney: 'owners', exclusive: true }))
    await charge(ctx, own, 'draft')
    const fixed = { code: 'fee_items.fixed' }
    await expect(changeFeeItem(ctx, await asIs(ctx, own, { whoseMoney: 'company' }))).rejects.toMatchObject(
      fixed,
    )
    await expect(changeFeeItem(ctx, await asIs(ctx, own, { exclusive: false }))).rejects.toMatchObject(fixed)
    await changeFeeItem(ctx, await asIs(ctx, own, { name: '公共部位水费', settleOrder: 1 }))
    expect((await seen(ctx))[0]).toMatchObject({
      name: '公共部位水费',
      whoseMoney: 'owners',
      exclusive: true,
    })
  })

  test('compare by their names as they are read: in whichever width, case, script or spacing', async () => {
    const ctx = await testCtx()
    await addFeeItem(ctx, itemAsked(newId('fitem', ctx.now), { name: 'WiFi 費' }))
    const own = newId('fitem', ctx.now)
    const taken = { code: 'fee_items.name_taken' }
    for (const name of ['ＷＩＦＩ费', 'wifi费', ' parking', '物业 服务费'])
      await expect(addFeeItem(ctx, itemAsked(own, { name })), name).rejects.toMatchObject(taken)
    await addFeeItem(ctx, itemAsked(own))
    await expect(changeFeeItem(ctx, await asIs(ctx, own, { name: 'wifi费' }))).rejects.toMatchObject(taken)
    // Of two at once under one name one is added.
    beforeNextWrite(ctx, () => addFeeItem(ctx, itemAsked(newId('fitem', ctx.now), { name: '公摊电费Ａ' })))
    const second = addFeeItem(ctx, itemAsked(newId('fitem', ctx.now), { name: '公摊电费a' }))
    await expect(second).rejects.toMatchObject({ code: 'database.conflict' })
  })

  test('of two forms that were open at once the second is refused; what was changed is in the log, as it was and as it is', async () => {
    const ctx = await testCtx()
    const [first, second] = [
      await asIs(ctx, 'other', { taxRateE4: 600, targetKinds: ['room'] }),
      await asIs(ctx, 'other', { account: '2241' }),
    ]
    await changeFeeItem(ctx, first)
    await expect(changeFeeItem(ctx, second)).rejects.toMatchObject({ code: 'request.changed_meanwhile' })
    const kept = (await seen(ctx)).at(-1)
    expect(kept).toMatchObject({ taxRateE4: 600, account: '' })
    // Whoever saves what is there takes nothing back from others.
    await changeFeeItem(ctx, await asIs(ctx, 'other'))
    expect((await seen(ctx)).at(-1)).toEqual(kept)
    const { items } = await auditList.page(ctx, {})
    const facts = items
      .filter(({ action }) => action === 'fee_items.changed')
      .map(({ detail }) =>
        factsOf(detail, 'zh-CN', { yuan: String, instant: String }).map(({ words }) => words),
      )
    expect(facts).toContainEqual(['其他服务收费', '无 → 6.00%', '房屋、车位 → 房屋'])
  })

  test('one that is renamed keeps what it was called, until when; one that keeps its name keeps nothing besides', async () => {
    const ctx = await testCtx()
    await changeFeeItem(ctx, await asIs(ctx, 'other', { taxRateE4: 600 }))
    const named = async () => (await ctx.db.client.execute('SELECT * FROM fee_item_names')).rows
    expect(await named()).toEqual([])
    const later = as(ctx, ctx.actor, ctx.now + 60_000)
    await changeFeeItem(later, await asIs(ctx, 'other', { name: '有偿服务费' }))
    await changeFeeItem(later, await asIs(ctx, 'other', { name: '特约服务费' }))
    expect(await named()).toEqual([{ item_id: 'other', until_at: later.now, name: '' }])
  })

  test('one that is taken out of use twice has been since the first time', async () => {
    const ctx = await testCtx()
    const retire = (by: Ctx, retired: boolean) =>
      retireFeeItem(by, { requestId: freshRequestId(), feeItemId: 'other', retired })
    const later = as(ctx, ctx.actor, ctx.now + 86_400_000)
    await retire(ctx, true)
    await retire(later, true)
    expect((await seen(ctx, 'retired')).map(({ retiredAt }) => retiredAt)).toEqual([ctx.now])
    await retire(later, false)
    await retire(later, false)
    expect(await seen(ctx, 'retired')).toEqual([])
    const { rows } = await ctx.db.client.execute('SELECT action FROM audit_log ORDER BY at')
    expect(rows.map(({ action }) => action)).toEqual(['fee_items.retired', 'fee_items.restored'])
  })

  test('one that a tariff in use charges is not taken out of use; one that none does is, and comes back', async () => {
    const ctx = await testCtx()
    const [own, other] = [newId('fitem', ctx.now), newId('fitem', ctx.now)]
    await addFeeItem(ctx, itemAsked(own))
    await addFeeItem(ctx, itemAsked(other, { name: '广告位使用费' }))
    await charge(ctx, own)
    await charge(ctx, other, 'disabled')
    const retire = (feeItemId: typeof own, retired: boolean) =>
      retireFeeItem(ctx, { requestId: freshRequestId(), feeItemId, retired })
    await expect(retire(own, true)).rejects.toMatchObject({ code: 'fee_items.charged' })
    await expect(retire(newId('fitem', ctx.now), true)).rejects.toMatchObject({ code: 'fee_items.not_found' })
    await retire(other, true)
    expect((await seen(ctx, 'retired')).map(({ id }) => id)).toEqual([other])
    expect((await seen(ctx, 'used')).map(({ id }) => id)).not.toContain(other)
    await retire(other, false)
    expect(await seen(ctx, 'retired')).toEqual([])
  })

  test('a tariff of no item is refused by the database, and none is deleted', async () => {
    const ctx = await testCtx()
    await expect(charge(ctx, 'heating')).rejects.toThrow()
    await expect(ctx.db.orm.run(sql`DELETE FROM fee_items`)).rejects.toThrow()
  })

  test('who sets tariffs reads them; only who keeps the company’s settings changes them', async () => {
    const ctx = await testCtx()
    const manager = as(ctx, staff('project_manager', ['proj_1']))
    expect(await seen(manager)).toHaveLength(3)
    const refused = { kind: 'forbidden' }
    await expect(addFeeItem(manager, itemAsked(newId('fitem', 1)))).rejects.toMatchObject(refused)
    await expect(changeFeeItem(manager, await asIs(ctx, 'other'))).rejects.toMatchObject(refused)
    const retired = { requestId: freshRequestId(), feeItemId: 'other' as const, retired: true }
    await expect(retireFeeItem(manager, retired)).rejects.toMatchObject(refused)
  })
})
