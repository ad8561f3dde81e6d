import { createCipheriv, createSign, generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { noticeForeign, noticeUnreadable } from '@heju/core/fees/payments/provider'
import type { WechatMerchantSettings } from '@heju/core/fees/payments/provider'
import { NOW } from '../testing/merchant.ts'
import { wechatPay } from './index.ts'

/** Here the test is the provider: its key signs what a well-meaning provider never would. */
const platform = generateKeyPairSync('rsa', { modulusLength: 2048 })
const settings: WechatMerchantSettings = {
  merchantId: '1900000109',
  appId: 'wx8888888888888888',
  merchantSerial: '5157F09EFDC096DE15EBE81A47057A7232F1B8E1',
  merchantPrivateKey: platform.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  apiV3Key: '0123456789abcdef0123456789abcdef',
  platformKeys: [
    {
      serial: 'PUB_KEY_ID_0119000001092026112200382',
      pem: platform.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    },
  ],
}

const paid = {
  appid: settings.appId,
  mchid: settings.merchantId,
  out_trade_no: 'HJ202611220001',
  transaction_id: '4200002611202611229876543210',
  trade_state: 'SUCCESS',
  success_time: '2026-11-22T10:00:00+08:00',
  payer: { openid: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o' },
  amount: { total: 10_000, payer_total: 9_500, currency: 'CNY', payer_currency: 'CNY' },
}

type Resource = { algorithm: string; ciphertext: string; nonce: string; associated_data?: string }

function encrypted(plain: string): Resource {
  const cipher = createCipheriv('aes-256-gcm', settings.apiV3Key, 'fdasflkja484')
  cipher.setAAD(Buffer.from('transaction'))
  const bytes = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
  return {
    algorithm: 'AEAD_AES_256_GCM',
    ciphertext: bytes.toString('base64'),
    nonce: 'fdasflkja484',
    associated_data: 'transaction',
  }
}

function read(body: string) {
  const timestamp = String(NOW / 1000)
  const signature = createSign('RSA-SHA256')
    .update(`${timestamp}\n5K8264ILTKCH16CQ2502SI8ZNMTM67VS\n${body}\n`)
    .sign(platform.privateKey, 'base64')
  const headers = new Headers({
    'Wechatpay-Serial': settings.platformKeys[0]?.serial ?? '',
    'Wechatpay-Signature': signature,
    'Wechatpay-Timestamp': timestamp,
    'Wechatpay-Nonce': '5K8264ILTKCH16CQ2502SI8ZNMTM67VS',
  })
  const call = { now: NOW, notifyUrl: 'https://acme.example/notices/wechat-pay' }
  return wechatPay()(settings, call).readNotice(headers, body)
}

const notice = (resource: object, eventType = 'TRANSACTION.SUCCESS') =>
  read(JSON.stringify({ id: 'EV-2018022511223320873', event_type: eventType, resource }))
const about = (said: object) => notice(encrypted(JSON.stringify(said)))

describe('a rightly signed notice', () => {
  it('is read, with what a coupon of the provider took off the payer’s share', async () => {
    expect(await about(paid)).toMatchObject({
      noticeId: 'EV-2018022511223320873',
      trade: {
        transactionId: '4200002611202611229876543210',
        totalFen: 10_000,
        payerTotalFen: 9_500,
        paidAt: Date.UTC(2026, 10, 22, 2),
      },
    })
  })

  it('about a refund is no payment, and can be acknowledged', async () => {
    const refund = encrypted(JSON.stringify({ mchid: settings.merchantId, refund_status: 'SUCCESS' }))
    expect(await notice(refund, 'REFUND.SUCCESS')).toEqual({
      noticeId: 'EV-2018022511223320873',
      eventType: 'REFUND.SUCCESS',
      trade: null,
    })
  })

  it.each([
    ['another merchant', { mchid: '1900000110' }],
    ['another app', { appid: 'wx0000000000000000' }],
  ])('about %s is refused', async (_case, change) => {
    await expect(about({ ...paid, ...change })).rejects.toSatisfy(noticeForeign.is)
  })

  it.each<[string, object]>([
    ['without the provider’s number', { transaction_id: undefined }],
    ['whose number has become a number and lost its last digits', { transaction_id: 4_200_002_611_202_611 }],
    ['without a time', { success_time: undefined }],
    ['with a time that is none', { success_time: '昨天' }],
    ['without an amount', { amount: undefined }],
    ['with part of a fen', { amount: { ...paid.amount, total: 100.5 } }],
    ['with a negative amount', { amount: { ...paid.amount, total: -1 } }],
    ['with an amount as text', { amount: { ...paid.amount, total: '10000' } }],
    ['in a state that nobody knows', { trade_state: 'PAID' }],
  ])('of a payment %s settles nothing', async (_case, change) => {
    await expect(about({ ...paid, ...change })).rejects.toMatchObject({
      code: noticeUnreadable.code,
      params: { reason: 'trade' },
    })
  })

  const right = encrypted(JSON.stringify(paid))
  const flipped = Buffer.from(right.ciphertext, 'base64')
  flipped[10] = (flipped[10] ?? 0) ^ 1
  it.each<[string, Partial<Resource>]>([
    ['one bit of the ciphertext', { ciphertext: flipped.toString('base64') }],
    ['its end cut off', { ciphertext: right.ciphertext.slice(0, -24) }],
    ['another nonce', { nonce: 'fdasflkja485' }],
    ['other associated data', { associated_data: 'refund' }],
    ['another algorithm', { algorithm: 'AEAD_SM4_GCM' }],
    ['no Base64', { ciphertext: '密文' }],
  ])('whose resource has %s does not open', async (_case, change) => {
    await expect(notice({ ...right, ...change })).rejects.toMatchObject({
      code: noticeUnreadable.code,
      params: { reason: 'resource' },
    })
  })

  it.each([
    '',
    'null',
    '[]',
    '{"id":"EV-1"}',
    '{"id":"EV-1","event_type":"TRANSACTION.SUCCESS","resource":"x"}',
  ])('that is no notice is refused: %s', async (body) => {
    await expect(read(body)).rejects.toMatchObject({
      code: noticeUnreadable.code,
      params: { reason: 'envelope' },
    })
  })
})
