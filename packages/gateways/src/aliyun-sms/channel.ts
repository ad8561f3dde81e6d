import * as v from 'valibot'
import { channelSilent } from '@heju/core/platform/messages/channel'
import type {
  Delivery,
  DeliveryQuestion,
  MessageChannel,
  OutgoingMessage,
} from '@heju/core/platform/messages/channel'
import { refusal } from './refusals.ts'
import { findDelivery, readReports } from './reports.ts'
import { signAcs3 } from './signature.ts'
import type { AccessKey } from './signature.ts'

export interface AliyunSmsSettings extends AccessKey {
  /** 短信签名, registered with the provider, without its brackets. */
  signName: string
}

export interface AliyunSmsOptions {
  /** The provider's own by default. */
  baseUrl?: string
  fetch?: typeof fetch
  /** 6 seconds by default. */
  timeoutMs?: number
}

interface Line {
  settings: AliyunSmsSettings
  options: AliyunSmsOptions
  now: number
}

/**
 * SMS through Aliyun (dysmsapi 2017-05-25). A send is never repeated here: the provider does not recognise a repeated
 * `OutId`, so that only the caller, who can ask with `queryDelivery`, may decide to send again.
 * @param now epoch milliseconds; calls are dated with it
 */
export function aliyunSms(
  settings: AliyunSmsSettings,
  now: number,
  options: AliyunSmsOptions = {},
): MessageChannel {
  const line: Line = { settings, options, now }
  return {
    name: 'sms',
    send: (message) => send(line, message),
    queryDelivery: (question) => queryDelivery(line, question),
    readReport: readReports,
  }
}

async function send(line: Line, message: OutgoingMessage) {
  const answer = await call(line, 'SendSms', {
    PhoneNumbers: providerNumber(message.to),
    SignName: line.settings.signName,
    TemplateCode: message.templateCode,
    TemplateParam: JSON.stringify(message.params),
    OutId: message.outId,
  })
  // Taken without a number is as good as no answer: the number is what reports are matched by.
  if (!answer.BizId) throw channelSilent({ reason: 'body' })
  return { providerMessageId: answer.BizId, state: 'accepted' as const }
}

const CHINA_OFFSET_MS = 8 * 3_600_000
const MIDNIGHT_GRACE_MS = 600_000

/** It looks up by the day on which *it* sent: just before midnight that may be the next one. */
async function queryDelivery(line: Line, question: DeliveryQuestion): Promise<Delivery | null> {
  const days = new Set([chinaDay(question.sentAt), chinaDay(question.sentAt + MIDNIGHT_GRACE_MS)])
  for (const day of days) {
    const answer = await call(line, 'QuerySendDetails', {
      PhoneNumber: providerNumber(question.to),
      ...(question.providerMessageId ? { BizId: question.providerMessageId } : {}),
      SendDate: day,
      PageSize: '50',
      CurrentPage: '1',
    })
    const found = findDelivery(answer, question.outId, question.providerMessageId ?? null)
    if (found) return found
  }
  return null
}

/** `yyyyMMdd` in China. */
function chinaDay(at: number): string {
  return new Date(at + CHINA_OFFSET_MS).toISOString().slice(0, 10).replaceAll('-', '')
}

/** Mainland numbers go without, all others with their country code, and nobody takes the plus. */
function providerNumber(number: string): string {
  return number.replace(/^\+86(?=1\d{10}$)/, '').replace(/^\+/, '')
}

const answerSchema = v.looseObject({
  Code: v.string(),
  Message: v.optional(v.string(), ''),
  BizId: v.optional(v.string()),
})

async function call(line: Line, action: string, query: Record<string, string>) {
  const base = new URL(line.options.baseUrl ?? 'https://dysmsapi.aliyuncs.com')
  const signed = await signAcs3(
    { host: base.host, action, version: '2017-05-25', query, now: line.now, nonce: crypto.randomUUID() },
    line.settings,
  )
  const request = line.options.fetch ?? ((input, init) => fetch(input, init))
  const answer = await request(`${base.origin}/?${signed.query}`, {
    method: 'POST',
    headers: { ...signed.headers, accept: 'application/json' },
    signal: AbortSignal.timeout(line.options.timeoutMs ?? 6000),
  })
    .then(async (response) => ({ status: response.status, text: await response.text() }))
    .catch((cause: unknown) => {
      throw channelSilent({ reason: 'network' }, { cause: namesNobody(cause) })
    })
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), answerSchema), answer.text)
  if (!parsed.success) throw channelSilent({ reason: 'body' })
  const { Code: code, Message: message } = parsed.output
  if (code !== 'OK') throw refusal(code, message, answer.status)
  return parsed.output
}

/** The address of a call holds the phone number and what is sent; an error that quotes it must not reach a log. */
function namesNobody(cause: unknown): Error {
  return new Error(cause instanceof Error ? cause.name : 'unknown')
}
