import { HejuError } from '@heju/kernel'
import { providerRefused, providerUnreachable, providerUntrusted } from '@heju/core/fees/payments/provider'
import type { ProviderCall, WechatMerchantSettings } from '@heju/core/fees/payments/provider'
import type { MerchantKeys } from './keys.ts'
import { authorization, doubt } from './signature.ts'
import type { RequestToSign } from './signature.ts'
import { parseJson } from './trade.ts'

export interface WechatPayOptions {
  /** Origin of API v3; the provider's own by default. */
  baseUrl?: string
  fetch?: typeof fetch
  /** Of one attempt; 4 seconds by default. */
  timeoutMs?: number
  /** Pauses before the second, third… attempt; 300 and 1000 by default. */
  pausesMs?: readonly number[]
}

/** An answer that may be believed: signed by the provider, unless it refuses (those come unsigned at times). */
export interface Answer {
  status: number
  body: string
  signed: boolean
  /** `code` of a refusal, or of a 202; null otherwise. */
  code: string | null
  /** The provider's own id of the request; its support asks for it. */
  requestId: string
}

export interface Line {
  settings: WechatMerchantSettings
  keys: MerchantKeys
  call: ProviderCall
  options: WechatPayOptions
}

/**
 * Asks the provider. Every request that we make is one that it may be asked twice (it goes by our order number),
 * so silence, trouble on its side and probing signatures are answered by asking again, at most twice.
 */
export async function ask(line: Line, request: RequestToSign): Promise<Answer> {
  const pauses = line.options.pausesMs ?? [300, 1000]
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await askOnce(line, request)
    } catch (error) {
      const pause = pauses[attempt]
      if (pause === undefined || !worthAskingAgain(error)) throw error
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
}

function worthAskingAgain(error: unknown): boolean {
  if (providerUnreachable.is(error)) return error.params.reason !== 'FREQUENCY_LIMITED'
  return providerUntrusted.is(error) && error.params.reason === 'probe'
}

async function askOnce(line: Line, request: RequestToSign): Promise<Answer> {
  const { response, body } = await exchange(line, request)
  const requestId = response.headers.get('request-id')?.slice(0, 64) ?? ''
  const hasSignature = response.headers.has('wechatpay-signature')
  if (response.ok || hasSignature) {
    const why = await doubt(response.headers, body, line.keys, line.call.now)
    if (why) throw providerUntrusted({ reason: why, requestId })
  }
  const code = refusalCode(body)
  if (response.status >= 500) throw providerUnreachable({ reason: code ?? 'HTTP', requestId })
  if (response.status === 429) throw providerUnreachable({ reason: 'FREQUENCY_LIMITED', requestId })
  // It never redirects; somebody else between us may.
  if (response.status >= 300 && response.status < 400)
    throw providerUntrusted({ reason: 'redirect', requestId })
  return { status: response.status, body, signed: hasSignature, code, requestId }
}

async function exchange(line: Line, request: RequestToSign): Promise<{ response: Response; body: string }> {
  const headers = new Headers({
    accept: 'application/json',
    'user-agent': 'heju',
    authorization: await authorization(request, line.settings, line.keys, line.call.now),
  })
  // In public-key mode the provider signs its answer with the key that is named here.
  const preferred = line.settings.platformKeys[0]
  if (preferred) headers.set('wechatpay-serial', preferred.serial)
  if (request.method === 'POST') headers.set('content-type', 'application/json')
  const send = line.options.fetch ?? ((input, init) => fetch(input, init))
  const base = line.options.baseUrl ?? 'https://api.mch.weixin.qq.com'
  try {
    const response = await send(new URL(base).origin + request.target, {
      method: request.method,
      headers,
      body: request.method === 'POST' ? request.body : null,
      redirect: 'manual',
      signal: AbortSignal.timeout(line.options.timeoutMs ?? 4000),
    })
    return { response, body: await response.text() }
  } catch (cause) {
    if (cause instanceof HejuError) throw cause
    throw providerUnreachable({ reason: 'NETWORK', requestId: '' }, { cause })
  }
}

function refusalCode(body: string): string | null {
  const parsed = parseJson(body)
  if (typeof parsed !== 'object' || parsed === null || !('code' in parsed)) return null
  // Only what looks like a code of theirs may reach our logs; `message` may hold anything.
  return typeof parsed.code === 'string' && /^[A-Z0-9_]{1,48}$/.test(parsed.code) ? parsed.code : null
}

/** The error for an answer that is a refusal nobody expected. */
export function refusal(answer: Answer): HejuError {
  return providerRefused({ reason: answer.code ?? `HTTP_${answer.status}`, requestId: answer.requestId })
}
