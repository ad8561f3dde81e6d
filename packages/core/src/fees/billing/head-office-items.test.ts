import { newId } from '@heju/kernel'
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { as, freshRequestId, staff, testCtx } from '../../testing.ts'
import type { Ctx } from '../../context.ts'
import { feeItemList } from '../items/index.ts'
import { addOwnItems, ownItems } from '../items/testing.ts'
import {
  changeFeeItem,
  addPrice,
  approveTariff,
  assignTariff,
  createTariff,
  endAssignment,
  switchTariff,
} from './index.ts'
import { Estate } from './testing.ts'

const [heating = ''] = Object.keys(ownItems)
const approval = { approvalKind: 'contract' as const, approvalNo: 'HT-2026-01', approvalOn: '2026-01-01' }

describe('an item that only head office may charge', () => {
  let ctx: Ctx
  let manager: Ctx
  let rooms: string[]
  let asked: { requestId: string; tariffId: never }
  beforeAll(async () => {
    ctx = await testCtx()
    await addOwnItems(ctx)
    const estate = await Estate.lay(ctx, 'market')
    rooms = await estate.rooms([{ areaE2: 10_000 }, { areaE2: 8_000 }])
    manager = as(ctx, staff('project_manager', [estate.projectId]))
    const { items } = await feeItemList.page(ctx, {})
    const { id, retiredAt: _, ...fields } = items.find((one) => one.id === heating)!
    const change = { ...fields, feeItemId: id as never, chargedBy: 'head_office' as const }
    await changeFeeItem(ctx, { ...change, requestId: freshRequestId() })
    const tariffId = newId('tariff', ctx.now) as never
    await createTariff(as(ctx, staff('accountant')), {
      requestId: freshRequestId(),
      tariffId,
      projectId: estate.projectId,
      name: '供暖费',
      feeItem: heating as never,
      basis: 'room',
      scope: { kind: 'places', ids: [rooms[0]!] },
      fromOn: '2026-01-01',
      priceE4: 200_000,
      approval,
    } as never)
    asked = { requestId: '', tariffId }
  })

  const scope = () => ({ kind: 'places', ids: [rooms[1]!] })
  test.each<[string, (by: Ctx) => Promise<unknown>]>([
    [
      'priced anew',
      (by) => addPrice(by, { ...of(), fromOn: '2026-12-01', priceE4: 990_000, approval } as never),
    ],
    ['switched', (by) => switchTariff(by, { ...of(), state: 'disabled' } as never)],
    ['assigned', (by) => assignTariff(by, { ...of(), scope: scope(), fromOn: '2026-12-01' } as never)],
    ['ended', (by) => endAssignment(by, { ...of(), scope: scope(), toOn: '2026-12-31' } as never)],
  ])('is not %s by a project manager, and is by head office', async (_, verb) => {
    await expect(verb(manager)).rejects.toMatchObject({ code: 'fee_items.of_head_office' })
    await verb(as(ctx, staff('accountant')))
  })

  test('is not brought into use by a project manager from the draft of a workbook', async () => {
    await ctx.db.orm.run(sql`UPDATE tariffs SET state = 'draft' WHERE id = ${asked.tariffId}`)
    await ctx.db.orm
      .run(sql`UPDATE tariff_prices SET approval_kind = NULL, approval_no = NULL, approval_on = NULL
      WHERE tariff_id = ${asked.tariffId}`)
    const draft = () => ({ ...of(), approval }) as never
    await expect(approveTariff(manager, draft())).rejects.toMatchObject({ code: 'fee_items.of_head_office' })
    await approveTariff(as(ctx, staff('accountant')), draft())
  })
  const of = () => ({ ...asked, requestId: freshRequestId() })
})
