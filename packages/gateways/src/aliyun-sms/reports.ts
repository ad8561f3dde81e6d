import * as v from 'valibot'
import { reportUnreadable } from '@heju/core/platform/messages/channel'
import type { Delivery } from '@heju/core/platform/messages/channel'

/** `2026-11-22 10:00:00`, always China's time. */
const chinaTime = v.pipe(
  v.string(),
  v.transform((text) => Date.parse(`${text.replace(' ', 'T')}+08:00`)),
  v.safeInteger(),
)

const reports = v.array(
  v.object({
    phone_number: v.string(),
    report_time: v.optional(chinaTime),
    success: v.boolean(),
    err_code: v.optional(v.string()),
    biz_id: v.string(),
    out_id: v.optional(v.string()),
  }),
)

/** Reads the body of an `SmsReport`; it is to be answered with `{"code":0,"msg":"接收成功"}`. */
export function readReports(body: string): Delivery[] {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), reports), body)
  if (!parsed.success) throw reportUnreadable()
  return parsed.output.map((report) => ({
    providerMessageId: report.biz_id,
    outId: report.out_id || null,
    state: report.success ? 'delivered' : 'failed',
    reason: report.err_code ?? null,
    reportedAt: report.report_time ?? null,
  }))
}

const details = v.object({
  SmsSendDetailDTOs: v.optional(
    v.object({
      SmsSendDetailDTO: v.array(
        v.object({
          SendStatus: v.pipe(v.union([v.number(), v.string()]), v.transform(Number)),
          ErrCode: v.optional(v.string()),
          ReceiveDate: v.optional(v.union([v.literal(''), chinaTime])),
          OutId: v.optional(v.string()),
        }),
      ),
    }),
  ),
})

/** Finds one message in an answer of `QuerySendDetails`; null when it is not there, or when the answer is none. */
export function findDelivery(
  answer: unknown,
  outId: string,
  providerMessageId: string | null,
): Delivery | null {
  const parsed = v.safeParse(details, answer)
  const sent = parsed.success ? (parsed.output.SmsSendDetailDTOs?.SmsSendDetailDTO ?? []) : []
  const found = sent.find((each) => each.OutId === outId)
  if (!found) return null
  const state = found.SendStatus === 3 ? 'delivered' : found.SendStatus === 2 ? 'failed' : 'pending'
  return {
    providerMessageId,
    outId,
    state,
    reason: found.ErrCode || null,
    reportedAt: state === 'pending' || !found.ReceiveDate ? null : found.ReceiveDate,
  }
}
