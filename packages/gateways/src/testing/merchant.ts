import { startWechatPaySimulator } from '@heju/local/wechat-pay-simulator'
import type { PaymentOrder, PaymentProvider, WechatMerchantSettings } from '@heju/core/fees/payments/provider'
import { wechatPay } from '../wechat-pay/index.ts'
import type { WechatPayOptions } from '../wechat-pay/index.ts'
import { startNoticeReceiver } from './notice-receiver.ts'

/** 2026-11-22 10:00:00 in China. */
export const NOW = Date.UTC(2026, 10, 22, 2)

const order: PaymentOrder = {
  scene: 'h5',
  outTradeNo: 'pay_20261122_0001',
  totalFen: 123_450,
  description: '阳光花园 3栋-2单元-1501 2026年11月物业费',
  payerIp: '203.0.113.7',
  expiresAt: NOW + 30 * 60_000,
}

/** Two merchants at a simulator, and the address that their notices go to. */
export async function startMerchants() {
  const receiver = await startNoticeReceiver()
  const simulator = await startWechatPaySimulator({ merchants: [{}, {}], timeScale: 0.001, now: () => NOW })
  const [mine, other] = simulator.merchants
  if (!mine || !other) throw new Error('two merchants were asked for')
  const provider = (
    settings: WechatMerchantSettings = mine,
    options: WechatPayOptions = {},
  ): PaymentProvider =>
    wechatPay({ baseUrl: simulator.url, pausesMs: [5, 5], ...options })(settings, {
      now: NOW,
      notifyUrl: receiver.url,
    })
  return {
    simulator,
    receiver,
    mine,
    other,
    provider,
    async close() {
      await simulator.close()
      await receiver.close()
    },
  }
}

/** Numbers that no other test has used at this simulator. */
export function freshOrder(changes: Partial<PaymentOrder> = {}): PaymentOrder {
  return { ...order, outTradeNo: `pay_${crypto.randomUUID().replaceAll('-', '').slice(0, 24)}`, ...changes }
}
