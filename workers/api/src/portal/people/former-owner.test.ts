import { complain, listCategories } from '@heju/core/desk/complaints'
import { recordPayment } from '@heju/core/fees/payments'
import { cash, noProvider } from '@heju/core/fees/payments/testing'
import { transferOwnership } from '@heju/core/estate/registry'
import { openNow, roundOf } from '@heju/core/insight/satisfaction/testing'
import { as, freshRequestId } from '@heju/core/testing'
import { civilDateOf, newId, parseCivilDate } from '@heju/kernel'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { WechatPaySimulator } from '../../../../../packages/local/src/wechat-pay-simulator/index.ts'
import { fieldsOf, portalScene, startProvider, type PortalScene } from '../testing.ts'

/** The rooms of the scene: the first was sold in November by its owner to the owner of the second. */
const [seller, buyer] = [0, 1]

let scene: PortalScene
/** Without a merchant there is nothing to choose bills for. */
let provider: WechatPaySimulator
/** Of the sold room: what the seller owes and has paid, what the buyer owes and has paid. */
let sellers: { open: string; paid: string; receipt: string }
let buyers: { open: string; paid: string; receipt: string }
let complaintId: string
let survey: string

async function billsOf(who: number, periods: readonly [string, string]) {
  const { place, ctx } = scene
  const payerPersonId = place.rooms[who]!.personId
  const [open, paid] = [
    await scene.bill(0, { period: periods[0], payerPersonId }),
    await scene.bill(0, { period: periods[1], payerPersonId }),
  ]
  const paidOn = civilDateOf(ctx.now)
  const { receiptId } = await recordPayment(place.cashier, cash([paid], { paidOn }), noProvider)
  return { open, paid, receipt: receiptId }
}

beforeAll(async () => {
  scene = await portalScene()
  provider = await startProvider(scene)
  const { place, ctx } = scene
  const { roomId } = place.rooms[0]!
  await transferOwnership(ctx, {
    requestId: freshRequestId(),
    place: { kind: 'room', id: roomId },
    fromOn: parseCivilDate('2025-11-01'),
    newOwners: [{ occupancyId: newId('occ', ctx.now), personId: place.rooms[buyer]!.personId }],
    householdLeaves: true,
  })
  sellers = await billsOf(seller, ['2025-09', '2025-10'])
  buyers = await billsOf(buyer, ['2025-11', '2025-12'])
  const owner = as(ctx, place.owners[buyer]!.actor)
  const [category] = await listCategories(owner)
  complaintId = newId('cmpl', ctx.now)
  await complain(owner, {
    requestId: freshRequestId(),
    complaintId,
    roomId,
    categoryId: category!.id,
    text: '楼道的灯坏了三天。',
  })
  const { period } = await openNow(ctx)
  survey = `/portal/survey/${await roundOf(ctx, place.projectId, period)}/${roomId}`
})

afterAll(() => provider.close())

const linksOf = async (path: string, who: number) =>
  [...(await scene.read(path, who)).matchAll(/\/portal\/(bills|receipts|complaints|survey)\/\w+_\w+/g)].map(
    ([link]) => link,
  )

describe('who has sold a room and owes for it', () => {
  test('sees exactly the bills and receipts that are theirs, and nothing of the room as it is today', async () => {
    const { open, paid, receipt } = sellers
    expect(fieldsOf(await scene.read('/portal/bills', seller), '/portal/payments').billId).toEqual([open])
    expect(await scene.read('/portal', seller)).toContain('¥100.00')
    for (const path of [`/portal/bills/${open}`, `/portal/bills/${paid}`, `/portal/receipts/${receipt}`])
      expect([path, (await scene.get(path, seller)).status]).toEqual([path, 200])
    expect(await linksOf('/portal/payments', seller)).toEqual([`/portal/receipts/${receipt}`])
    for (const path of ['/portal', '/portal/me', '/portal/complaints']) {
      const shown = (await linksOf(path, seller)).filter((link) => !link.endsWith(open))
      expect([path, shown]).toEqual([path, []])
    }
    expect(await scene.read('/portal', seller)).not.toContain('3栋-2单元-1501')
    const others = [`/portal/bills/${buyers.open}`, `/portal/bills/${buyers.paid}`, survey]
    for (const path of [...others, `/portal/receipts/${buyers.receipt}`, `/portal/complaints/${complaintId}`])
      expect([path, (await scene.get(path, seller)).status]).toEqual([path, 404])
  })

  test('has debts that the buyer neither sees nor is asked for', async () => {
    const listed = fieldsOf(await scene.read('/portal/bills', buyer), '/portal/payments').billId
    expect(listed).toEqual([buyers.open])
    const { open, paid, receipt } = sellers
    for (const path of [`/portal/bills/${open}`, `/portal/bills/${paid}`, `/portal/receipts/${receipt}`])
      expect([path, (await scene.get(path, buyer)).status]).toEqual([path, 404])
  })
})
