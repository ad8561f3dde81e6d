import { newId } from '@heju/kernel'
import type { Visitor } from '../visitor/index.ts'

/** Two fee items of the company's own: what is passed on to the waste carrier, and what belongs to the owners. */
export async function addFeeItems(
  origin: string,
  administrator: Visitor,
  present: number,
): Promise<{ waste: string }> {
  const add = async (item: object) => {
    const feeItemId = newId('fitem', present)
    await administrator.json('POST', `${origin}/api/v1/fee-items`, { feeItemId, ...item })
    return feeItemId
  }
  const waste = await add({
    name: '垃圾清运费',
    whoseMoney: 'passed_on',
    taxRateE4: 600,
    account: '2241.05',
    settleOrder: 40,
    targetKinds: ['room'],
    exclusive: false,
  })
  await add({
    name: '广告位使用费',
    whoseMoney: 'owners',
    taxRateE4: 900,
    account: '2241.08',
    settleOrder: 50,
    targetKinds: ['room', 'parking'],
    exclusive: false,
    chargedBy: 'head_office',
  })
  return { waste }
}
