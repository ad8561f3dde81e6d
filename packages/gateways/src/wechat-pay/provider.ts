import { orderPaid, payerBusy, providerUntrusted, settingsUnusable } from '@heju/core/fees/payments/provider'
import type { PaymentProviderFactory, ProviderTrade } from '@heju/core/fees/payments/provider'
import { ask, refusal } from './client.ts'
import type { Line, WechatPayOptions } from './client.ts'
import { merchantKeys } from './keys.ts'
import { answerNotice, readNotice } from './notice.ts'
import { openOrder } from './open.ts'
import { readTrade } from './trade.ts'

/**
 * WeChat Pay, API v3, for merchants that are paid directly (普通商户).
 * WebCrypto only: the same code runs in workerd and in Node.
 * @see https://pay.weixin.qq.com/doc/v3/merchant/4012081606
 */
export function wechatPay(options: WechatPayOptions = {}): PaymentProviderFactory {
  return (settings, call) => {
    const line: Line = { settings, keys: merchantKeys(settings), call, options }
    return {
      open: (order) => openOrder(line, order),
      query: (outTradeNo) => queryOrder(line, outTradeNo),
      close: (outTradeNo) => closeOrder(line, outTradeNo),
      readNotice: (headers, body) => readNotice(line, headers, body),
      answerNotice,
      prove: () => prove(line),
    }
  }
}

function orderPath(outTradeNo: string): string {
  return `/v3/pay/transactions/out-trade-no/${encodeURIComponent(outTradeNo)}`
}

function lookUp(line: Line, outTradeNo: string) {
  const target = `${orderPath(outTradeNo)}?mchid=${encodeURIComponent(line.settings.merchantId)}`
  return ask(line, { method: 'GET', target, body: '' })
}

async function queryOrder(line: Line, outTradeNo: string): Promise<ProviderTrade | null> {
  const answer = await lookUp(line, outTradeNo)
  if (isUnknownOrder(answer)) return null
  if (answer.status !== 200) throw refusal(answer)
  const trade = readTrade(answer.body)
  const { merchantId, appId } = line.settings
  // A rightly signed answer to another question must not settle this one.
  if (!trade || trade.outTradeNo !== outTradeNo || trade.merchantId !== merchantId || trade.appId !== appId)
    throw providerUntrusted({ reason: 'body', requestId: answer.requestId })
  return trade
}

function isUnknownOrder(answer: { status: number; code: string | null }): boolean {
  return answer.status === 404 && (answer.code === 'ORDER_NOT_EXIST' || answer.code === 'ORDERNOTEXIST')
}

async function closeOrder(line: Line, outTradeNo: string): Promise<void> {
  const body = JSON.stringify({ mchid: line.settings.merchantId })
  const answer = await ask(line, { method: 'POST', target: `${orderPath(outTradeNo)}/close`, body })
  if (answer.status === 204 || answer.code === 'ORDER_CLOSED' || answer.code === 'ORDERCLOSED') return
  // Nobody can pay what it never heard of.
  if (isUnknownOrder(answer)) return
  if (answer.code === 'ORDERPAID' || answer.code === 'ORDER_PAID') throw orderPaid()
  if (answer.code === 'USERPAYING' || answer.code === 'USER_PAYING') throw payerBusy()
  throw refusal(answer)
}

/**
 * Asks for an order that cannot exist. A signed "no such order" proves the merchant's number, key and serial and
 * the provider's key. The APIv3 key is only checked for its form: it shows itself with the first notice.
 */
async function prove(line: Line): Promise<void> {
  const { platformKeys } = line.settings
  if (platformKeys.length === 0) throw settingsUnusable({ field: 'platformKeys' })
  await Promise.all([line.keys.decrypting(), ...platformKeys.map((key) => line.keys.verifying(key.serial))])
  const answer = await lookUp(line, `prove_${crypto.randomUUID().slice(0, 18)}`)
  if (!isUnknownOrder(answer)) throw refusal(answer)
  if (!answer.signed) throw providerUntrusted({ reason: 'header', requestId: answer.requestId })
}
