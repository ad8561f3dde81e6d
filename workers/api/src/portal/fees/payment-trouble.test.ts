import { occupancies } from '@heju/core/estate/registry'
import { freshRequestId } from '@heju/core/testing'
import { newId } from '@heju/kernel'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { WechatPaySimulator } from '../../../../../packages/local/src/wechat-pay-simulator/index.ts'
import {
  beginPayment,
  fieldsOf,
  inSilence,
  pageOf,
  portalScene,
  startProvider,
  type PortalScene,
} from '../testing.ts'

let scene: PortalScene
let provider: WechatPaySimulator

beforeAll(async () => {
  scene = await portalScene()
  provider = await startProvider(scene)
})
afterAll(() => provider.close())

let billId: string
beforeEach(async () => {
  billId = await scene.bill()
})

const begin = () => beginPayment(scene, billId)
const anew = () => ({ requestId: [freshRequestId()], orderId: [newId('ord', scene.ctx.now)] })
/** The provider's number of the newest order. */
async function latestNumber(): Promise<string> {
  const { rows } = await scene.ctx.db.client.execute(
    'SELECT out_trade_no AS number FROM payment_orders ORDER BY rowid DESC LIMIT 1',
  )
  return String(rows[0]?.number)
}

describe('an owner whose payment meets a trouble', () => {
  test('a provider that is silent now: the order stands, and the page says to try again', async () => {
    const { path } = await begin()
    await inSilence(scene, provider, async () => {
      expect(pageOf(await scene.get(`${path}/go`))).toBe(`${path}?trouble=unopened`)
      const page = await scene.read(`${path}?trouble=unopened`)
      expect(page).toMatch(
        /微信支付暂时没有应答[\s\S]*现在还不能付款[\s\S]*btn_primary" href="\S*\/go">再试一次/,
      )
      expect(page).not.toMatch(/没有扣款|等待付款|weui-loading|去微信支付/)
      // Drawn anew at the same address, which tells as soon as the provider answers.
      expect(page).toContain('<meta http-equiv="refresh" content="10"/>')
    })
    const again = await scene.read(`${path}?trouble=unopened`)
    expect(again).toMatch(/weui-loading[\s\S]*等待付款[\s\S]*去微信支付/)
    expect(again).not.toMatch(/role="alert"|再试一次/)
  }, 60_000)

  test('an address that tells of no trouble there is: the order is to be paid, and nothing stands on top', async () => {
    const { path } = await begin()
    for (const trouble of ['xyz', 'taken', '', 'constructor']) {
      const page = await scene.read(`${path}?trouble=${trouble}`)
      expect(page).toMatch(/weui-loading[\s\S]*等待付款[\s\S]*去微信支付/)
      expect(page).not.toMatch(/role="alert"|还没有取消/)
    }
  })

  test('a provider that is silent about what was opened before: whether that was paid is not known, and nobody is to pay twice', async () => {
    const unsure = '微信支付暂时没有应答，还不能确认上一笔是否已付。请稍等片刻再看，不要重复付款。'
    const { path, fields } = await begin()
    const otherWay = fieldsOf(await scene.read(path), `${path}/other-way`)
    const outTradeNo = await latestNumber()
    // It was paid, the notice is on its way, and the provider is not to be reached.
    await provider.control('behaviour', { outTradeNo, notice: 'never' })
    await provider.control('pay', { outTradeNo })
    await inSilence(scene, provider, async () => {
      const again = { ...fields, ...anew() }
      const refused = await scene.post('/portal/payments', { ...again, scene: 'native' })
      const said = await refused.text()
      expect([refused.status, said]).toEqual([409, expect.stringContaining(unsure)])
      expect(said).not.toContain('没有扣款')
      for (const [led, trouble, title] of [
        [
          await scene.post(`${path}/other-way`, { ...otherWay, scene: 'native' }),
          'silent',
          '这一笔还没有取消',
        ],
        [await scene.post(`${path}/cancel`, {}), 'silent', '这一笔还没有取消'],
        // The form of the first time once more: its order may have been paid since.
        [await scene.post('/portal/payments', { ...fields, scene: 'h5' }), 'unopened', '现在还不能付款'],
      ] as const) {
        expect(pageOf(led)).toBe(`${path}?trouble=${trouble}`)
        const page = await scene.read(pageOf(led))
        expect(page).toContain(unsure)
        expect(page).toMatch(new RegExp(`<h1> ${title}</h1>[\\s\\S]*btn_primary"[^>]*>再试一次`))
        expect(page).not.toMatch(/没有扣款|weui-loading|等待付款|去微信支付/)
      }
    })
    expect(await scene.read(path)).toContain('付款成功')
  }, 60_000)

  test('a provider that is silent when the first payment is to begin: try again, as long as it never heard of it', async () => {
    const form = fieldsOf(await scene.read('/portal/bills'), '/portal/payments')
    const fields = { ...form, billId: [billId], scene: 'h5' }
    const path = `/portal/payments/${form.orderId![0]}`
    const kept = `${path}?trouble=unopened`
    await inSilence(scene, provider, async () => {
      expect(pageOf(await scene.post('/portal/payments', fields))).toBe(kept)
      expect(await scene.read(kept)).toContain('微信支付暂时没有应答，请稍等片刻再试一次。')
    })
    expect((await scene.get(`${path}/go`)).status).toBe(303)
    const known = await scene.read(kept)
    expect(known).toMatch(/等待付款[\s\S]*去微信支付/)
    expect(known).not.toMatch(/没有扣款|role="alert"|不要重复付款/)
  }, 60_000)

  test('a provider that refuses when the first payment is to begin: try again or pay at the service centre, and no word of paying twice', async () => {
    const form = fieldsOf(await scene.read('/portal/bills'), '/portal/payments')
    const fields = { ...form, billId: [billId], scene: 'h5' }
    const path = `/portal/payments/${form.orderId![0]}`
    const kept = `${path}?trouble=declined`
    await provider.control('behaviour', { next: true, open: 'refused', query: 'refused' })
    expect(pageOf(await scene.post('/portal/payments', fields))).toBe(kept)
    const page = await scene.read(kept)
    expect(page).toMatch(
      /没有受理，这次付款没有发起。请再试一次，还不行请到物业服务中心缴纳。[\s\S]*<h1> 现在还不能付款<\/h1>[\s\S]*btn_primary" href="\S*\/go">再试一次/,
    )
    expect(page).not.toMatch(/等待付款|weui-loading|去微信支付|重复付款|我已付款/)
    const outTradeNo = await latestNumber()
    // Refused once more the page says the same.
    expect(pageOf(await scene.get(`${path}/go`))).toBe(kept)
    await provider.control('behaviour', { outTradeNo, open: 'normal', query: 'normal' })
    expect((await scene.get(`${path}/go`)).headers.get('location')).not.toContain(path)
    expect(await scene.read(kept)).toMatch(/<main(?![\s\S]*role="alert")[\s\S]*等待付款[\s\S]*去微信支付/)
    // The provider has been seen to know it by now: it may have been paid, and whoever is refused is told not to pay twice.
    await provider.control('behaviour', { outTradeNo, open: 'refused' })
    expect(pageOf(await scene.get(`${path}/go`))).toBe(`${path}?trouble=declinedKnown`)
    expect(await scene.read(`${path}?trouble=declinedKnown`)).toMatch(
      /请不要重复付款[\s\S]*现在还不能付款[\s\S]*再试一次[\s\S]*我已付款/,
    )
    await scene.post(`${path}/cancel`, {})
  })

  test('a provider that answers again, after silence in which a payment was to be given up: it is not cancelled, and that is the button', async () => {
    const { path } = await begin()
    const outTradeNo = await latestNumber()
    await provider.control('behaviour', { outTradeNo, close: 'trouble' })
    const led = pageOf(await scene.post(`${path}/cancel`, {}))
    const page = await scene.read(led)
    expect(page).toMatch(
      /微信支付刚才没有应答，这一笔还没有取消。[\s\S]*<h1> 这一笔还没有取消<\/h1>[\s\S]*cancel"><button class="weui-btn weui-btn_primary" type="submit">再试一次/,
    )
    expect(page).not.toMatch(/不付了，取消|weui-loading/)
    await provider.control('behaviour', { outTradeNo, close: 'normal' })
    await scene.post(`${path}/cancel`, {})
  }, 60_000)

  test.each([
    ['trouble', 'silent', '微信支付暂时没有应答'],
    ['refused', 'refused', '微信支付没有受理这次操作。请到物业服务中心缴纳'],
    ['unsigned', 'refused', '请到物业服务中心缴纳'],
    ['stale', 'refused', '请到物业服务中心缴纳'],
    ['forged', 'refused', '请到物业服务中心缴纳'],
  ] as const)(
    'a provider whose answer is %s when a payment is given up: its page stands, and says what to do and not to pay twice',
    async (close, trouble, words) => {
      const { path } = await begin()
      const outTradeNo = await latestNumber()
      await provider.control('behaviour', { outTradeNo, close, query: close })
      const led = await scene.post(`${path}/cancel`, {})
      expect([led.status, pageOf(led)]).toEqual([303, `${path}?trouble=${trouble}`])
      const page = await scene.read(pageOf(led))
      expect(page).toContain(words)
      expect(page).toContain('不要重复付款')
      await provider.control('behaviour', { outTradeNo, close: 'normal', query: 'normal' })
      const left = pageOf(await scene.post(`${path}/cancel`, {}))
      const ended = await scene.read(left)
      expect(ended).toContain('这次付款已取消')
      // Nothing is to come where the payer gave it up.
      expect(ended).not.toContain('http-equiv="refresh"')
    },
  )

  test('while another owner of the same bill is entering a password, whoever would pay it is told that somebody pays it', async () => {
    const { path, fields } = await begin()
    const otherWay = fieldsOf(await scene.read(path), `${path}/other-way`)
    const { roomId } = scene.place.rooms[0]!
    const lives = { personId: scene.place.rooms[1]!.personId, roomId, role: 'owner' } as const
    await scene.ctx.db.orm.insert(occupancies).values({
      ...lives,
      id: newId('occ', scene.ctx.now),
      projectId: scene.place.projectId,
      createdAt: scene.ctx.now,
      changedAt: scene.ctx.now,
    })
    const theirs = { ...fields, ...anew(), scene: 'native' }
    expect((await scene.post('/portal/payments', theirs, 1)).status).toBe(303)
    const outTradeNo = await latestNumber()
    await provider.control('state', { outTradeNo, state: 'USERPAYING' })
    for (const [to, sent] of [
      ['/portal/payments', { ...fields, ...anew() }],
      // From the page of their own payment, which the other one's closed.
      [`${path}/other-way`, otherWay],
    ] as const) {
      const refused = await scene.post(to, { ...sent, scene: 'native' })
      const said = await refused.text()
      expect([refused.status, said]).toEqual([
        409,
        expect.stringContaining('有人正在支付这张账单，请稍等片刻再试'),
      ])
      expect(said).not.toContain('您可能正在输入')
    }
    await provider.control('state', { outTradeNo, state: 'NOTPAY' })
    // The same while the provider cannot be asked whether they pay, or refuses to say.
    await inSilence(scene, provider, async () => {
      const refused = await scene.post('/portal/payments', { ...fields, ...anew(), scene: 'native' })
      expect([refused.status, await refused.text()]).toEqual([
        409,
        expect.stringContaining('有人正在支付这张账单'),
      ])
    })
    await provider.control('behaviour', { outTradeNo, close: 'refused' })
    const failed = await scene.post('/portal/payments', { ...fields, ...anew(), scene: 'native' })
    expect([failed.status, await failed.text()]).toEqual([
      409,
      expect.stringContaining('有人正在支付这张账单'),
    ])
    await provider.control('behaviour', { outTradeNo, close: 'normal' })
    await scene.post(`/portal/payments/${theirs.orderId[0]}/cancel`, {}, 1)
  })
})
