import * as v from 'valibot'
import { noticeForeign, noticeForged, noticeStale, noticeUnreadable } from '@heju/core/fees/payments/provider'
import type { NoticeAnswer, ProviderNotice } from '@heju/core/fees/payments/provider'
import type { Line } from './client.ts'
import { decryptResource } from './resource.ts'
import { doubt } from './signature.ts'
import { parseJson, readTrade } from './trade.ts'

const envelope = v.object({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  event_type: v.pipe(v.string(), v.maxLength(64)),
  resource: v.object({
    algorithm: v.string(),
    ciphertext: v.string(),
    nonce: v.string(),
    associated_data: v.optional(v.string()),
  }),
})

/** Nothing of the body is looked at before its signature is known to be right. */
export async function readNotice(line: Line, headers: Headers, body: string): Promise<ProviderNotice> {
  const why = await doubt(headers, body, line.keys, line.call.now)
  if (why === 'stale') throw noticeStale()
  if (why) throw noticeForged({ reason: why })

  const parsed = v.safeParse(envelope, parseJson(body))
  if (!parsed.success) throw noticeUnreadable({ reason: 'envelope' })
  const { id, event_type: eventType, resource } = parsed.output
  const plain = await decryptResource(resource, await line.keys.decrypting())
  if (plain === null) throw noticeUnreadable({ reason: 'resource' })
  if (!eventType.startsWith('TRANSACTION.')) return { noticeId: id, eventType, trade: null }

  const trade = readTrade(plain)
  if (!trade) throw noticeUnreadable({ reason: 'trade' })
  // The provider's key signs for all its merchants: a notice about another one is no word about ours.
  if (trade.merchantId !== line.settings.merchantId || trade.appId !== line.settings.appId)
    throw noticeForeign()
  return { noticeId: id, eventType, trade }
}

const statuses = { taken: 204, refused: 401, later: 503 } as const

/** 200 or 204 within 5 seconds ends the deliveries; anything else brings the notice back later. */
export function answerNotice(outcome: keyof typeof statuses): NoticeAnswer {
  const contentType = 'application/json'
  if (outcome === 'taken') return { status: statuses.taken, body: '', contentType }
  return { status: statuses[outcome], body: JSON.stringify({ code: 'FAIL', message: '失败' }), contentType }
}
