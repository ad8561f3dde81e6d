import type { CivilDate } from '@heju/kernel'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { auditList } from '../../platform/audit/index.ts'
import type { Ctx } from '../../context.ts'
import { as, beforeNextWrite, freshRequestId, staff, testCtx } from '../../testing.ts'
import { approveTariff, assignTariff, discardTariff, listTariffs, readTariff } from './index.ts'
import { largestPriceE4 } from './rules.ts'
import { Estate } from './testing.ts'

const approval = {
  approvalKind: 'contract' as const,
  approvalNo: 'HT-1',
  approvalOn: '2025-12-01' as CivilDate,
}
const discard = (ctx: Ctx, tariffId: string) =>
  discardTariff(ctx, { requestId: freshRequestId(), tariffId: tariffId as never })
const approve = (ctx: Ctx, tariffId: string, more: object = {}) =>
  approveTariff(ctx, { requestId: freshRequestId(), tariffId: tariffId as never, approval, ...more })

async function imported(regime: 'market' | 'guided' = 'market') {
  const ctx = await testCtx()
  const estate = await Estate.lay(ctx, regime)
  const rooms = await estate.rooms([{}, {}])
  const tariffId = await estate.tariff({ name: '物业费', state: 'draft', priceE4: 280_000 })
  await estate.assign(tariffId, rooms)
  return { ctx, estate, rooms, tariffId }
}

test('a draft is dropped with its price and its places, and its name is free again', async () => {
  const { ctx, estate, tariffId } = await imported()
  const scope = { kind: 'project' as const }
  const fromOn = '2027-01-01' as CivilDate
  await assignTariff(ctx, { requestId: freshRequestId(), tariffId: tariffId as never, scope, fromOn })
  expect(await estate.all(sql`SELECT 1 FROM tariff_scopes`)).toHaveLength(1)
  await discard(ctx, tariffId)
  expect(await listTariffs(ctx, {})).toEqual([])
  for (const table of ['tariff_prices', 'tariff_assignments', 'tariff_scopes'])
    expect(await estate.all(sql`SELECT 1 FROM ${sql.identifier(table)}`)).toEqual([])
  await estate.tariff({ name: '物业费', state: 'draft' })
  const [entry] = (await auditList.page(ctx, { limit: 1 })).items
  expect(entry).toMatchObject({ action: 'billing.tariff_discarded', subjectName: '物业费' })
})

test('what is approved is not dropped, also where that happens meanwhile', async () => {
  const { ctx, estate, tariffId } = await imported()
  beforeNextWrite(ctx, () => approve(ctx, tariffId))
  await expect(discard(ctx, tariffId)).rejects.toMatchObject({ code: 'billing.tariff_in_use' })
  await expect(discard(ctx, tariffId)).rejects.toMatchObject({ code: 'billing.tariff_in_use' })
  expect(await readTariff(ctx, tariffId)).toMatchObject({ state: 'active', places: 2 })
  await expect(estate.all(sql`DELETE FROM tariff_prices`)).rejects.toThrow()
})

test.each([
  ['dropped', discard],
  ['approved', approve],
])('a draft that others drop as it is %s is not there any more', async (_how, change) => {
  const { ctx, tariffId } = await imported()
  beforeNextWrite(ctx, () => discard(ctx, tariffId))
  await expect(change(ctx, tariffId)).rejects.toMatchObject({ code: 'billing.tariff_not_found' })
})

test('a draft of a project that is not theirs is not there for others', async () => {
  const { ctx, tariffId } = await imported()
  const other = await Estate.lay(ctx, 'market', '云栖里')
  const stranger = as(ctx, staff('project_manager', [other.projectId]))
  await expect(discard(stranger, tariffId)).rejects.toMatchObject({ code: 'billing.tariff_not_found' })
})

test('nothing is assigned to a draft that is dropped meanwhile', async () => {
  const { ctx, estate, rooms, tariffId } = await imported()
  beforeNextWrite(ctx, () => discard(ctx, tariffId))
  const more = { requestId: freshRequestId(), tariffId: tariffId as never, fromOn: '2027-01-01' as CivilDate }
  const scope = { kind: 'places' as const, ids: rooms as never }
  await expect(assignTariff(ctx, { ...more, scope })).rejects.toMatchObject({
    code: 'billing.tariff_not_found',
  })
  expect(await estate.all(sql`SELECT 1 FROM tariff_assignments`)).toEqual([])
})

test('a price that a workbook had wrong is put right as the draft is approved, and the log says both', async () => {
  const { ctx, tariffId } = await imported()
  await approve(ctx, tariffId, { priceE4: 28_000 })
  expect(await readTariff(ctx, tariffId)).toMatchObject({ state: 'active', priceE4: 28_000 })
  const [entry] = (await auditList.page(ctx, { limit: 1 })).items
  expect(entry?.detail).toMatchObject({ priceE4: [280_000, 28_000] })
})

test('a name is put right as the draft is approved, is held by one tariff alone, and the log says both', async () => {
  const { ctx, estate, tariffId } = await imported()
  await estate.tariff({ name: '电梯费', state: 'draft', priceE4: 280_000 })
  await expect(approve(ctx, tariffId, { name: '电梯费' })).rejects.toMatchObject({
    code: 'billing.tariff_name_taken',
    params: { name: '电梯费' },
  })
  expect(await readTariff(ctx, tariffId)).toMatchObject({ state: 'draft', name: '物业费' })
  await approve(ctx, tariffId, { name: '物业服务费' })
  expect(await readTariff(ctx, tariffId)).toMatchObject({ state: 'active', name: '物业服务费' })
  const [entry] = (await auditList.page(ctx, { limit: 1 })).items
  expect(entry?.detail).toMatchObject({ name: ['物业费', '物业服务费'] })
  await expect(approve(ctx, tariffId, { name: '物业费' })).rejects.toMatchObject({
    code: 'billing.tariff_not_draft',
  })
  expect(await readTariff(ctx, tariffId)).toMatchObject({ name: '物业服务费' })
})

test.each([
  ['物业费 2.50元/㎡·月', '物业费 2.80元/㎡·月'],
  ['物业费 2.55元/㎡·月', '物业费 2.55元/㎡·月'],
  ['物业费', '物业费'],
])(
  'a name that ends in its own price follows a price that is put right, and no other does: %s',
  async (name, expected) => {
    const { ctx, estate } = await imported()
    const tariffId = await estate.tariff({ name: `甲座${name}`, state: 'draft', priceE4: 25_000 })
    await approve(ctx, tariffId, { priceE4: 28_000 })
    expect(await readTariff(ctx, tariffId)).toMatchObject({ name: `甲座${expected}`, priceE4: 28_000 })
  },
)

test('a guided price is held to its range as it is put right', async () => {
  const { ctx, tariffId } = await imported('guided')
  const guidance = { grade: '二级', baseE4: 26_000, rangeE4: 1_500 }
  await expect(approve(ctx, tariffId, { guidance })).rejects.toMatchObject({
    code: 'billing.price_out_of_range',
  })
  await approve(ctx, tariffId, { guidance, priceE4: 28_000 })
  expect(await readTariff(ctx, tariffId)).toMatchObject({ priceE4: 28_000, grade: '二级' })
})

test('a price is held to its bounds as it is put right, whatever the workbook had', async () => {
  const { ctx, estate } = await imported()
  const tariffId = await estate.tariff({ state: 'draft', priceE4: largestPriceE4.area + 1 })
  await expect(approve(ctx, tariffId)).rejects.toMatchObject({
    code: 'request.invalid',
    fields: [{ path: 'priceE4', code: 'field.max_value' }],
  })
  await approve(ctx, tariffId, { priceE4: 28_000 })
  expect(await readTariff(ctx, tariffId)).toMatchObject({ state: 'active', priceE4: 28_000 })
})

test('an addition beyond all bounds, from an import of before they were kept to, is not approved', async () => {
  const { ctx, estate } = await imported()
  const tariffId = await estate.tariff({ state: 'draft', additionFen: 1_380_000_111_100 })
  await expect(approve(ctx, tariffId)).rejects.toMatchObject({
    code: 'request.invalid',
    fields: [{ path: 'additionFen', code: 'field.max_value' }],
  })
})

test('an addition is put right as the draft is approved, and the log says both', async () => {
  const { ctx, estate } = await imported()
  const tariffId = await estate.tariff({ state: 'draft', additionFen: 25_000 })
  await approve(ctx, tariffId, { additionFen: 250 })
  expect(await readTariff(ctx, tariffId)).toMatchObject({ state: 'active', additionFen: 250 })
  const [entry] = (await auditList.page(ctx, { limit: 1 })).items
  expect(entry?.detail).toMatchObject({ additionFen: [25_000, 250] })
  expect(entry?.detail).not.toHaveProperty('priceE4')
})

test('a guided fee with an addition comes into use once the addition is taken off', async () => {
  const { ctx, estate } = await imported('guided')
  const tariffId = await estate.tariff({ state: 'draft', priceE4: 28_000, additionFen: 250 })
  const guidance = { grade: '二级', baseE4: 26_000, rangeE4: 1_500 }
  await expect(approve(ctx, tariffId, { guidance })).rejects.toMatchObject({
    code: 'billing.addition_not_guided',
  })
  await approve(ctx, tariffId, { guidance, additionFen: 0 })
  expect(await readTariff(ctx, tariffId)).toMatchObject({ state: 'active', additionFen: 0 })
})
