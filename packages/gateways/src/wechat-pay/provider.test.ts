import { createPublicKey, createVerify } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  orderInvalid,
  orderOver,
  orderPaid,
  payerBusy,
  providerRefused,
  providerUnreachable,
  providerUntrusted,
  settingsUnusable,
} from '@heju/core/fees/payments/provider'
import type { WechatMerchantSettings } from '@heju/core/fees/payments/provider'
import { freshOrder, NOW, startMerchants } from '../testing/merchant.ts'

let world: Awaited<ReturnType<typeof startMerchants>>
beforeAll(async () => {
  world = await startMerchants()
})
afterAll(() => world.close())

const spoil = (outTradeNo: string, behaviour: object) =>
  world.simulator.control('behaviour', { outTradeNo, ...behaviour })
const pay = (outTradeNo: string) => world.simulator.control('pay', { outTradeNo, waitMs: 2000 })

describe('opening an order', () => {
  it('sends a phone browser to the pay page and names the way back', async () => {
    const opened = await world
      .provider()
      .open(freshOrder({ returnUrl: 'https://acme.example/portal/bills?month=2026-11&x=物业' }))
    if (opened.kind !== 'redirect') throw new Error(opened.kind)
    const url = new URL(opened.url)
    expect(url.searchParams.get('prepay_id')).toMatch(/^wx/)
    expect(url.searchParams.get('redirect_url')).toBe(
      'https://acme.example/portal/bills?month=2026-11&x=物业',
    )
    const page = await fetch(opened.url)
    expect(await page.text()).toContain('¥1,234.50')
  })

  it('gives a code for a screen', async () => {
    const opened = await world.provider().open(freshOrder({ scene: 'native' }))
    expect(opened.kind).toBe('code')
  })

  it('signs what a page inside WeChat needs with the merchant’s own key', async () => {
    const opened = await world
      .provider()
      .open(freshOrder({ scene: 'jsapi', openId: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o' }))
    if (opened.kind !== 'jsapi') throw new Error(opened.kind)
    const { params } = opened
    const message = `${params.appId}\n${params.timeStamp}\n${params.nonceStr}\n${params.package}\n`
    expect(
      createVerify('RSA-SHA256').update(message).verify(merchantPublicKey(), params.paySign, 'base64'),
    ).toBe(true)
    expect(params).toMatchObject({ appId: world.mine.appId, signType: 'RSA', timeStamp: String(NOW / 1000) })
    expect(params.package).toMatch(/^prepay_id=wx/)
  })

  it('asks for the same order twice without harm', async () => {
    const order = freshOrder({ scene: 'native' })
    const first = await world.provider().open(order)
    expect(await world.provider().open(order)).toEqual(first)
  })

  it('is refused for a number that was used for another amount', async () => {
    const order = freshOrder()
    await world.provider().open(order)
    const again = world.provider().open({ ...order, totalFen: 1 })
    await expect(again).rejects.toMatchObject({
      code: providerRefused.code,
      params: { reason: 'INVALID_REQUEST' },
    })
  })

  it('says so when the order is closed already', async () => {
    const order = freshOrder()
    await world.provider().open(order)
    await world.provider().close(order.outTradeNo)
    await expect(world.provider().open(order)).rejects.toSatisfy(orderOver.is)
  })

  it('says so when the order is paid already', async () => {
    const order = freshOrder()
    await world.provider().open(order)
    await pay(order.outTradeNo)
    await expect(world.provider().open(order)).rejects.toSatisfy(orderPaid.is)
  })

  it.each([
    ['outTradeNo', { outTradeNo: 'short' }],
    ['outTradeNo', { outTradeNo: 'x'.repeat(33) }],
    ['outTradeNo', { outTradeNo: '账单20261122' }],
    ['totalFen', { totalFen: 0 }],
    ['totalFen', { totalFen: 12.5 }],
    ['totalFen', { totalFen: Number.MAX_SAFE_INTEGER + 1 }],
    ['description', { description: ' ' }],
    ['expiresAt', { expiresAt: NOW }],
    ['openId', { scene: 'jsapi' as const }],
  ])('does not ask the provider for an order whose %s is wrong', async (field, change) => {
    await expect(world.provider().open(freshOrder(change))).rejects.toMatchObject({
      code: orderInvalid.code,
      params: { field },
    })
  })
})

describe('closing an order that the provider never heard of', () => {
  it.each(['ORDER_NOT_EXIST', 'ORDERNOTEXIST'])(
    'is done when it answers %s: nobody can pay it',
    async (code) => {
      const unknown: typeof fetch = async () =>
        Response.json({ code, message: '订单不存在' }, { status: 404 })
      await expect(
        world.provider(world.mine, { fetch: unknown }).close('pay_never_opened'),
      ).resolves.toBeUndefined()
    },
  )
})

describe('querying an order', () => {
  it('tells a paid order with its long number, its amounts and its time', async () => {
    const order = freshOrder()
    await world.provider().open(order)
    await pay(order.outTradeNo)
    const trade = await world.provider().query(order.outTradeNo)
    expect(trade).toMatchObject({
      outTradeNo: order.outTradeNo,
      transactionId: expect.stringMatching(/^\d{28}$/),
      state: 'success',
      totalFen: 123_450,
      payerTotalFen: 123_450,
      paidAt: NOW,
      currency: 'CNY',
      merchantId: world.mine.merchantId,
      appId: world.mine.appId,
    })
  })

  it('keeps amounts exact up to the largest that a bill can have', async () => {
    const order = freshOrder({ totalFen: 9_007_199_254_740_991 })
    await world.provider().open(order)
    await pay(order.outTradeNo)
    expect((await world.provider().query(order.outTradeNo))?.totalFen).toBe(9_007_199_254_740_991)
  })

  it('tells an unpaid order without number or time', async () => {
    const order = freshOrder()
    await world.provider().open(order)
    expect(await world.provider().query(order.outTradeNo)).toMatchObject({
      state: 'notpay',
      transactionId: null,
      paidAt: null,
      payerTotalFen: null,
      totalFen: 123_450,
    })
  })

  it.each(['USERPAYING', 'PAYERROR', 'REVOKED', 'CLOSED'])('tells the state %s', async (state) => {
    const order = freshOrder()
    await world.provider().open(order)
    await world.simulator.control('state', { outTradeNo: order.outTradeNo, state })
    expect((await world.provider().query(order.outTradeNo))?.state).toBe(state.toLowerCase())
  })

  it('knows nothing of an order that never reached the provider', async () => {
    expect(await world.provider().query('pay_never_opened')).toBeNull()
  })

  it('never sees an order of another merchant', async () => {
    const order = freshOrder()
    await world.provider().open(order)
    expect(await world.provider(world.other).query(order.outTradeNo)).toBeNull()
  })

  it('passes on another amount when the provider signs it: comparing is the caller’s', async () => {
    const order = freshOrder()
    await world.provider().open(order)
    await pay(order.outTradeNo)
    await spoil(order.outTradeNo, { query: 'wrong_amount', amountFen: 1 })
    expect((await world.provider().query(order.outTradeNo))?.totalFen).toBe(1)
  })

  it.each([
    ['unsigned', 'header'],
    ['forged', 'signature'],
    ['stale', 'stale'],
    ['probe', 'probe'],
  ])('believes no answer that is %s', async (kind, reason) => {
    const order = freshOrder()
    await world.provider().open(order)
    await spoil(order.outTradeNo, { query: kind })
    await expect(world.provider().query(order.outTradeNo)).rejects.toMatchObject({
      code: providerUntrusted.code,
      params: { reason },
    })
  })

  it('believes no answer signed with a key that is not in the settings', async () => {
    const order = freshOrder()
    await world.provider().open(order)
    const platformKeys = world.mine.platformKeys.map((key) => ({ ...key, serial: `${key.serial}0` }))
    await expect(
      world.provider({ ...world.mine, platformKeys }).query(order.outTradeNo),
    ).rejects.toMatchObject({
      params: { reason: 'serial' },
    })
  })

  it('understands answers signed with the certificate’s key while the merchant has not switched', async () => {
    const order = freshOrder()
    await world.provider().open(order)
    const [publicKeyMode, certificateMode] = world.mine.platformKeys
    if (!publicKeyMode || !certificateMode) throw new Error('both keys were expected')
    const settings = {
      ...world.mine,
      platformKeys: [{ ...certificateMode, serial: certificateMode.serial.toLowerCase() }],
    }
    expect((await world.provider(settings).query(order.outTradeNo))?.state).toBe('notpay')
  })

  it('does not take the rightly signed answer about another order for the answer about this one', async () => {
    const [one, two] = [freshOrder(), freshOrder()]
    await world.provider().open(one)
    await world.provider().open(two)
    // A signed answer is replayed within its five minutes by somebody between us and the provider.
    let recorded: Response | undefined
    const recording: typeof fetch = async (input, init) => {
      const response = await fetch(input, init)
      recorded = response.clone()
      return response
    }
    await world.provider(world.mine, { fetch: recording }).query(one.outTradeNo)
    const replaying: typeof fetch = async () => recorded?.clone() ?? Response.error()
    await expect(
      world.provider(world.mine, { fetch: replaying }).query(two.outTradeNo),
    ).rejects.toMatchObject({ code: providerUntrusted.code, params: { reason: 'body' } })
  })
})

describe('closing an order', () => {
  it('makes it unpayable, and closing again is harmless', async () => {
    const order = freshOrder()
    await world.provider().open(order)
    await world.provider().close(order.outTradeNo)
    await world.provider().close(order.outTradeNo)
    expect((await world.provider().query(order.outTradeNo))?.state).toBe('closed')
    await expect(pay(order.outTradeNo)).rejects.toThrow('订单已关闭')
  })

  it('says so when the payer was quicker', async () => {
    const order = freshOrder()
    await world.provider().open(order)
    await pay(order.outTradeNo)
    await expect(world.provider().close(order.outTradeNo)).rejects.toSatisfy(orderPaid.is)
  })

  it('says so while the payer enters the password', async () => {
    const order = freshOrder()
    await world.provider().open(order)
    await world.simulator.control('state', { outTradeNo: order.outTradeNo, state: 'USERPAYING' })
    await expect(world.provider().close(order.outTradeNo)).rejects.toSatisfy(payerBusy.is)
  })

  it('spoils a number that was never opened, as at the provider: it cannot be opened any more', async () => {
    const order = freshOrder()
    await world.provider().close(order.outTradeNo)
    await expect(world.provider().open(order)).rejects.toSatisfy(providerRefused.is)
  })
})

describe('a line that fails', () => {
  it.each(['silent', 'trouble', 'probe'])('asks again after an answer that is %s', async (kind) => {
    const order = freshOrder({ scene: 'native' })
    await spoil(order.outTradeNo, { open: kind, times: 1 })
    expect((await world.provider().open(order)).kind).toBe('code')
    await spoil(order.outTradeNo, { query: kind, times: 2 })
    expect((await world.provider().query(order.outTradeNo))?.state).toBe('notpay')
  })

  it('gives up after three times, and says that another try may help', async () => {
    const order = freshOrder()
    await world.provider().open(order)
    await spoil(order.outTradeNo, { query: 'trouble', times: 3 })
    await expect(world.provider().query(order.outTradeNo)).rejects.toMatchObject({
      code: providerUnreachable.code,
      kind: 'unavailable',
      params: { reason: 'SYSTEM_ERROR' },
    })
    expect((await world.provider().query(order.outTradeNo))?.state).toBe('notpay')
  })

  it('does not press a provider that says that it is asked too often', async () => {
    const order = freshOrder()
    await world.provider().open(order)
    let asked = 0
    const counting: typeof fetch = (input, init) => {
      asked += 1
      return fetch(input, init)
    }
    await spoil(order.outTradeNo, { query: 'busy' })
    const query = world.provider(world.mine, { fetch: counting }).query(order.outTradeNo)
    await expect(query).rejects.toMatchObject({ params: { reason: 'FREQUENCY_LIMITED' } })
    expect(asked).toBe(1)
  })

  it('waits no longer than it was told', async () => {
    const order = freshOrder()
    await world.provider().open(order)
    await spoil(order.outTradeNo, { query: 'slow', delayMs: 5000 })
    const hurried = world.provider(world.mine, { timeoutMs: 50, pausesMs: [] })
    await expect(hurried.query(order.outTradeNo)).rejects.toSatisfy(providerUnreachable.is)
  })

  it('passes on why the provider refuses, and nothing else of what it says', async () => {
    const order = freshOrder()
    await spoil(order.outTradeNo, { open: 'refused' })
    await expect(world.provider().open(order)).rejects.toMatchObject({
      code: providerRefused.code,
      params: { reason: 'RULE_LIMIT', requestId: expect.stringMatching(/^[0-9A-F]{32}$/) },
    })
  })
})

describe('proving settings', () => {
  it('accepts the settings of a merchant', async () => {
    await expect(world.provider().prove()).resolves.toBeUndefined()
  })

  it('finds the key of another merchant', async () => {
    const settings = { ...world.mine, merchantPrivateKey: world.other.merchantPrivateKey }
    await expect(world.provider(settings).prove()).rejects.toMatchObject({
      code: providerRefused.code,
      params: { reason: 'SIGN_ERROR' },
    })
  })

  it('finds a certificate serial that does not belong to the key', async () => {
    const settings = { ...world.mine, merchantSerial: world.other.merchantSerial }
    await expect(world.provider(settings).prove()).rejects.toMatchObject({ params: { reason: 'SIGN_ERROR' } })
  })

  it('finds the public key of somebody else under the provider’s serial', async () => {
    const [key] = world.mine.platformKeys
    const settings = {
      ...world.mine,
      platformKeys: [{ serial: key?.serial ?? '', pem: merchantPublicKey() }],
    }
    await expect(world.provider(settings).prove()).rejects.toMatchObject({
      code: providerUntrusted.code,
      params: { reason: 'signature' },
    })
  })

  it.each<[string, Partial<WechatMerchantSettings>]>([
    ['merchantPrivateKey', { merchantPrivateKey: '-----BEGIN PRIVATE KEY-----\nnonsense' }],
    ['apiV3Key', { apiV3Key: '只有三十二个字节才行' }],
    ['platformKeys', { platformKeys: [] }],
    ['platformKeys', { platformKeys: [{ serial: 'PUB_KEY_ID_1', pem: 'nonsense' }] }],
  ])('names the setting %s when it cannot be read', async (field, change) => {
    const proof = world.provider({ ...world.mine, ...change }).prove()
    await expect(proof).rejects.toMatchObject({ code: settingsUnusable.code, params: { field } })
  })
})

/** The public half of the merchant's key, which the provider knows from its certificate. */
function merchantPublicKey(): string {
  return createPublicKey(world.mine.merchantPrivateKey).export({ type: 'spki', format: 'pem' }).toString()
}
