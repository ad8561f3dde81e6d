import { randomBytes } from 'node:crypto'
import type { Book, Clock } from './book.ts'
import { newCertificateModeKey } from './keys.ts'
import type { Merchant, NoticeKind, Order, PlatformKeyPair } from './model.ts'
import { encryptedResource, signatureHeaders } from './signing.ts'
import { chinaTime, transactionOf, wrongAmount } from './transaction.ts'

/** A notice as it goes over the wire. */
export interface Notice {
  body: string
  headers: Record<string, string>
}

/** Makes the notice of a paid order, spoilt in the way that `kind` says. */
export async function makeNotice(book: Book, clock: Clock, order: Order, kind: NoticeKind): Promise<Notice> {
  const merchant = book.merchant(order.merchantId)
  if (!merchant) throw new Error(`no merchant ${order.merchantId}`)
  const body = JSON.stringify({
    id: order.noticeId,
    create_time: chinaTime(clock.now()),
    resource_type: 'encrypt-resource',
    event_type: 'TRANSACTION.SUCCESS',
    summary: '支付成功',
    resource: encryptedResource(JSON.stringify(contents(order, merchant, kind)), secretFor(merchant, kind)),
  })
  const dated = kind === 'stale' ? clock.now() - 600_000 : clock.now()
  const headers = signatureHeaders(body, await signerOf(book, kind), dated)
  if (kind === 'probe')
    headers['Wechatpay-Signature'] = `WECHATPAY/SIGNTEST/${randomBytes(192).toString('base64')}`
  return { body, headers: { ...headers, 'Request-ID': randomBytes(16).toString('hex') } }
}

function contents(order: Order, merchant: Merchant, kind: NoticeKind): Record<string, unknown> {
  // A forger, too, says that it was paid.
  const paid: Order = {
    ...order,
    state: 'SUCCESS',
    transactionId: order.transactionId ?? '4200000000000000000000000000',
    paidAt: order.paidAt ?? order.linkedAt,
  }
  if (kind === 'wrong_amount') return transactionOf(paid, merchant, wrongAmount(order))
  if (kind === 'other_merchant') return transactionOf(paid, { ...merchant, merchantId: '1900000000' })
  return transactionOf(paid, merchant)
}

function secretFor(merchant: Merchant, kind: NoticeKind): string {
  return kind === 'tampered' ? randomBytes(16).toString('hex') : merchant.apiV3Key
}

async function signerOf(book: Book, kind: NoticeKind): Promise<PlatformKeyPair> {
  const right = book.platform.publicKeyMode
  if (kind === 'wrong_key') return newCertificateModeKey()
  if (kind === 'forged') return { ...(await newCertificateModeKey()), serial: right.serial }
  return right
}
