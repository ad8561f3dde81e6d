import { afterAll, beforeAll, expect, test } from 'vitest'
import type { WechatPaySimulator } from '../../../../../packages/local/src/wechat-pay-simulator/index.ts'
import { portalScene, startProvider, trips, type PortalScene } from '../testing.ts'

let scene: PortalScene
let billId: string
let provider: WechatPaySimulator | undefined

beforeAll(async () => {
  scene = await portalScene()
  billId = await scene.bill()
  await scene.ctx.db.client.execute("UPDATE projects SET phone = '021-66000000'")
})
afterAll(() => provider?.close())

const both = ['/portal/bills', () => `/portal/bills/${billId}`] as const
const addressOf = (page: (typeof both)[number]) => (typeof page === 'string' ? page : page())

test.each(both)(
  'without a merchant %s offers no payment but says where to pay, in one round trip',
  async (page) => {
    const answer = await scene.get(addressOf(page))
    expect(trips(answer)).toBe(1)
    const shown = await answer.text()
    expect(shown).toContain('本项目暂未开通网上缴费。请到物业服务中心')
    expect(shown).toContain('href="tel:+862166000000"')
    expect(shown).toContain('¥100.00')
    expect(shown).not.toMatch(/type="submit"|去缴费|微信|type="checkbox"|data-choose/)
  },
)

test('with one it is offered again, and the desk is one way of several', async () => {
  provider = await startProvider(scene)
  for (const page of both) {
    const answer = await scene.get(addressOf(page))
    expect(trips(answer)).toBe(1)
    expect(await answer.text()).not.toContain('暂未开通')
  }
  expect(await scene.read('/portal/bills')).toMatch(
    /name="billId"[\s\S]*type="submit" name="scene" value="h5"/,
  )
  expect(await scene.read(`/portal/bills/${billId}`)).toContain('去缴费')
})
