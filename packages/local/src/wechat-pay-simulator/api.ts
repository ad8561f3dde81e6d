import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import type { Context } from 'hono'
import { answer, misbehave, signer } from './answers.ts'
import type { Env } from './answers.ts'
import type { Book, Clock } from './book.ts'
import type { Order } from './model.ts'
import { readOrder } from './order-request.ts'
import { refusing } from './saying.ts'
import type { Saying } from './saying.ts'
import { isSignedBy, readAuthorization } from './signing.ts'
import { transactionOf } from './transaction.ts'

/** The endpoints of API v3 that a merchant uses to be paid. */
export function providerApi(book: Book, clock: Clock, publicUrl: () => string): Hono<Env> {
  const api = new Hono<Env>()

  api.use('/v3/*', async (c, next) => {
    c.set('body', await c.req.text())
    const url = new URL(c.req.url)
    const refused = refuseUnsigned(book, clock, c, url.pathname + url.search)
    if (refused) return answer(refused, null, clock)
    return next()
  })

  api.post('/v3/pay/transactions/:scene{h5|native|jsapi}', (c) => {
    const merchant = c.get('merchant')
    const read = readOrder(c.get('body'), c.req.param('scene') as Order['scene'], merchant, clock.now())
    if ('status' in read) return answer(read, signer(book, c), clock)
    const known = book.order(read.outTradeNo, merchant.merchantId)
    const refused = refuseReopening(book, known, read)
    if (refused) return answer(refused, signer(book, c), clock)
    const order = known ? book.change(known, { linkedAt: clock.now() }) : book.open(read)
    const said: Saying = { status: 200, json: wayToPay(order, publicUrl()) }
    return misbehave(c, book, clock, order, 'open', said)
  })

  api.get('/v3/pay/transactions/out-trade-no/:outTradeNo', (c) => {
    const merchant = c.get('merchant')
    if (c.req.query('mchid') !== merchant.merchantId)
      return answer(refusing(400, 'PARAM_ERROR', '商户号与签名的商户不一致'), signer(book, c), clock)
    const order = book.order(c.req.param('outTradeNo'), merchant.merchantId)
    if (!order) return answer(refusing(404, 'ORDER_NOT_EXIST', '订单不存在'), signer(book, c), clock)
    return misbehave(c, book, clock, order, 'query', { status: 200, json: transactionOf(order, merchant) })
  })

  api.post('/v3/pay/transactions/out-trade-no/:outTradeNo/close', (c) => {
    const merchant = c.get('merchant')
    const outTradeNo = c.req.param('outTradeNo')
    const order = book.order(outTradeNo, merchant.merchantId)
    if (!order) {
      book.spoil(merchant.merchantId, outTradeNo)
      return answer({ status: 204 }, signer(book, c), clock)
    }
    if (order.state === 'SUCCESS' || order.state === 'REFUND')
      return answer(refusing(400, 'ORDERPAID', '该订单已支付'), signer(book, c), clock)
    if (order.state === 'USERPAYING')
      return answer(refusing(202, 'USERPAYING', '用户支付中，需要输入密码'), signer(book, c), clock)
    if (order.state === 'CLOSED')
      return answer(refusing(400, 'ORDER_CLOSED', '订单已关闭'), signer(book, c), clock)
    const closed = () => void book.change(order, { state: 'CLOSED' })
    return misbehave(c, book, clock, order, 'close', { status: 204 }, closed)
  })

  return api
}

function refuseUnsigned(book: Book, clock: Clock, c: Context<Env>, target: string): Saying | null {
  const credentials = readAuthorization(c.req.header('authorization'))
  const unsigned = (message: string) => refusing(401, 'SIGN_ERROR', message)
  if (!credentials) return unsigned('Http头Authorization值格式错误，请参考《微信支付商户REST API签名规则》')
  const merchant = book.merchant(credentials.mchid)
  if (!merchant) return refusing(400, 'MCH_NOT_EXISTS', '商户号不存在')
  if (credentials.serial_no.toUpperCase() !== merchant.merchantSerial)
    return unsigned('商户证书序列号有误。请使用签名私钥匹配的证书序列号')
  if (Math.abs(clock.now() / 1000 - Number(credentials.timestamp)) > 300)
    return unsigned('Http头Authorization中的timestamp与发起请求的时间不得超过5分钟')
  if (!isSignedBy(merchant, credentials, { method: c.req.method, target, body: c.get('body') }))
    return refusing(401, 'SIGN_ERROR', '错误的签名，验签失败', {
      field: 'signature',
      issue: 'sign not match',
      location: 'authorization',
      sign_information: { method: c.req.method, url: target },
    })
  c.set('merchant', merchant)
  return null
}

function refuseReopening(
  book: Book,
  known: Order | null,
  wished: Pick<Order, 'merchantId' | 'outTradeNo' | 'fingerprint'>,
): Saying | null {
  if (book.isSpoilt(wished.merchantId, wished.outTradeNo))
    return refusing(400, 'INVALID_REQUEST', '请求重入时，参数与首次请求时不一致')
  if (!known) return null
  if (known.state === 'SUCCESS' || known.state === 'REFUND') return refusing(400, 'ORDERPAID', '该订单已支付')
  if (known.state === 'CLOSED') return refusing(400, 'ORDER_CLOSED', '订单已关闭')
  if (known.fingerprint !== wished.fingerprint)
    return refusing(400, 'INVALID_REQUEST', '请求重入时，参数与首次请求时不一致')
  return null
}

function wayToPay(order: Order, publicUrl: string): Record<string, string> {
  if (order.scene === 'jsapi') return { prepay_id: order.prepayId }
  // Really `weixin://wxpay/bizpayurl?pr=…`; here an address that any browser opens.
  if (order.scene === 'native') return { code_url: `${publicUrl}/native/${order.prepayId}` }
  return {
    h5_url: `${publicUrl}/cgi-bin/mmpayweb-bin/checkmweb?prepay_id=${order.prepayId}&package=${randomBytes(4).readUInt32BE()}`,
  }
}
