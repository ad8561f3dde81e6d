import { orderInvalid, orderOver, orderPaid, providerUntrusted } from '@heju/core/fees/payments/provider'
import type { JsapiParams, OpenedPayment, PaymentOrder } from '@heju/core/fees/payments/provider'
import { ask, refusal } from './client.ts'
import type { Answer, Line } from './client.ts'
import { nonce, sign } from './signature.ts'
import { parseJson } from './trade.ts'

/** The provider counts description in bytes or in characters, its pages differ: 127 bytes satisfy both. */
const DESCRIPTION_BYTES = 127

export async function openOrder(line: Line, order: PaymentOrder): Promise<OpenedPayment> {
  refuseMalformed(line, order)
  const body = JSON.stringify({
    appid: line.settings.appId,
    mchid: line.settings.merchantId,
    description: shorten(order.description),
    out_trade_no: order.outTradeNo,
    time_expire: chinaTime(order.expiresAt),
    notify_url: line.call.notifyUrl,
    amount: { total: order.totalFen, currency: 'CNY' },
    ...(order.scene === 'jsapi' ? { payer: { openid: order.openId } } : {}),
    scene_info: {
      payer_client_ip: order.payerIp,
      ...(order.scene === 'h5' ? { h5_info: { type: 'Wap' } } : {}),
    },
  })
  const answer = await ask(line, { method: 'POST', target: `/v3/pay/transactions/${order.scene}`, body })
  if (answer.code === 'ORDERPAID' || answer.code === 'ORDER_PAID') throw orderPaid()
  if (answer.code === 'ORDER_CLOSED' || answer.code === 'ORDERCLOSED') throw orderOver()
  if (answer.status !== 200) throw refusal(answer)
  return readOpened(line, order, answer)
}

async function readOpened(line: Line, order: PaymentOrder, answer: Answer): Promise<OpenedPayment> {
  switch (order.scene) {
    case 'h5': {
      const url = answerText(answer, 'h5_url')
      return {
        kind: 'redirect',
        url: order.returnUrl ? `${url}&redirect_url=${encodeURIComponent(order.returnUrl)}` : url,
      }
    }
    case 'native':
      return { kind: 'code', codeUrl: answerText(answer, 'code_url') }
    case 'jsapi':
      return { kind: 'jsapi', params: await jsapiParams(line, answerText(answer, 'prepay_id')) }
  }
}

/** What the page inside WeChat needs; signed so that the payer's phone cannot alter what is paid. */
async function jsapiParams(line: Line, prepayId: string): Promise<JsapiParams> {
  const { appId } = line.settings
  const timeStamp = String(Math.floor(line.call.now / 1000))
  const nonceStr = nonce()
  const prepay = `prepay_id=${prepayId}`
  const paySign = await sign(`${appId}\n${timeStamp}\n${nonceStr}\n${prepay}\n`, line.keys)
  return { appId, timeStamp, nonceStr, package: prepay, signType: 'RSA', paySign }
}

function answerText(answer: Answer, field: string): string {
  const parsed = parseJson(answer.body)
  const value = (parsed as Record<string, unknown> | null | undefined)?.[field]
  if (typeof value === 'string' && value !== '') return value
  throw providerUntrusted({ reason: 'body', requestId: answer.requestId })
}

function refuseMalformed(line: Line, order: PaymentOrder): void {
  const wrong = (field: string): never => {
    throw orderInvalid({ field })
  }
  if (!/^[0-9A-Za-z_|*-]{6,32}$/.test(order.outTradeNo)) wrong('outTradeNo')
  if (!Number.isSafeInteger(order.totalFen) || order.totalFen < 1) wrong('totalFen')
  if (order.description.trim() === '') wrong('description')
  if (order.expiresAt <= line.call.now) wrong('expiresAt')
  if (order.scene === 'jsapi' && !order.openId) wrong('openId')
  // Notices to an address with a query string do not arrive.
  if (!/^https?:\/\/[^?#]+$/.test(line.call.notifyUrl)) wrong('notifyUrl')
}

/** At most 127 bytes of UTF-8, cut between characters, with an ellipsis when something was cut. */
export function shorten(description: string): string {
  const text = description.replace(/\s+/g, ' ').trim()
  const bytes = (part: string) => new TextEncoder().encode(part).length
  if (bytes(text) <= DESCRIPTION_BYTES) return text
  let kept = ''
  let size = bytes('…')
  for (const char of text) {
    size += bytes(char)
    if (size > DESCRIPTION_BYTES) break
    kept += char
  }
  return `${kept}…`
}

/** RFC 3339 in the provider's zone, whole seconds. */
function chinaTime(at: number): string {
  return `${new Date(at + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`
}
