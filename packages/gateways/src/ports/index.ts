import type { Company } from '@heju/core'
import type { Ports } from '@heju/core/platform/outbox'
import { aliyunSms } from '../aliyun-sms/index.ts'
import { localPhone } from '../local-phone/index.ts'
import { r2FileStore } from '../r2/index.ts'
import { wechatPay } from '../wechat-pay/index.ts'

/** Bindings and secrets behind the ports; see docs/deploy.md. */
export interface PortsEnv {
  BASE_HOST: string
  FILES: R2Bucket
  /** `aliyun` in production; `local` shows messages on a page of this machine. */
  MESSAGE_CHANNEL: 'aliyun' | 'local'
  LOCAL_PHONE_URL?: string
  ALIYUN_ACCESS_KEY_ID?: string
  ALIYUN_ACCESS_KEY_SECRET?: string
  ALIYUN_SIGN_NAME?: string
  /** JSON: purpose → the provider's template number. */
  SMS_TEMPLATES?: string
  /** Set in local runs only: the address of the payment simulator. */
  WECHAT_PAY_URL?: string
}

/** What surrounds one use of the ports. */
export interface PortsUse {
  company: Pick<Company, 'slug'>
  /** Epoch milliseconds. */
  now: number
  wake: Ports['wake']
  /** How providers of payments are asked; the plain `fetch` unless given. */
  fetch?: typeof fetch
}

/** The world outside, as this deployment has it. */
export function portsOf(env: PortsEnv, { company, now, wake, fetch }: PortsUse): Ports {
  const plain = /^(localhost|127\.0\.0\.1)(:|$)/.test(env.BASE_HOST)
  return {
    channel: channelOf(env, now),
    smsTemplates: JSON.parse(env.SMS_TEMPLATES ?? '{}') as Record<string, string>,
    payments: wechatPay({
      ...(env.WECHAT_PAY_URL !== undefined && { baseUrl: env.WECHAT_PAY_URL }),
      ...(fetch !== undefined && { fetch }),
    }),
    files: r2FileStore(env.FILES),
    origin: `${plain ? 'http' : 'https'}://${company.slug}.${env.BASE_HOST}`,
    wake,
  }
}

function channelOf(env: PortsEnv, now: number): Ports['channel'] {
  if (env.MESSAGE_CHANNEL === 'local') return localPhone(env.LOCAL_PHONE_URL ?? '', now)
  const settings = {
    accessKeyId: env.ALIYUN_ACCESS_KEY_ID ?? '',
    accessKeySecret: env.ALIYUN_ACCESS_KEY_SECRET ?? '',
    signName: env.ALIYUN_SIGN_NAME ?? '',
  }
  return aliyunSms(settings, now)
}
