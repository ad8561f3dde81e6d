import { createHash } from 'node:crypto'
import type { Merchant, Order } from './model.ts'
import { refusing } from './saying.ts'
import type { Saying } from './saying.ts'

type Opened = Pick<
  Order,
  | 'merchantId'
  | 'outTradeNo'
  | 'scene'
  | 'description'
  | 'totalFen'
  | 'notifyUrl'
  | 'expiresAt'
  | 'openId'
  | 'fingerprint'
  | 'linkedAt'
>

interface OrderRequest {
  appid?: unknown
  mchid?: unknown
  description?: unknown
  out_trade_no?: unknown
  time_expire?: unknown
  notify_url?: unknown
  amount?: { total?: unknown; currency?: unknown }
  payer?: { openid?: unknown }
  scene_info?: { payer_client_ip?: unknown; h5_info?: { type?: unknown } }
}

/** Reads an order as strictly as the provider does. */
export function readOrder(
  body: string,
  scene: Order['scene'],
  merchant: Merchant,
  now: number,
): Opened | Saying {
  const wished = parse(body)
  if (!wished) return refusing(400, 'PARAM_ERROR', '请求内容不是JSON')
  if (wished.mchid !== merchant.merchantId) return wrong('mchid', wished.mchid)
  if (wished.appid !== merchant.appId)
    return refusing(400, 'APPID_MCHID_NOT_MATCH', '商户号mchid与appid不匹配')
  const problem = problems(wished, scene)[0]
  if (problem) return wrong(problem.field, problem.value)

  const expiresAt = typeof wished.time_expire === 'string' ? Date.parse(wished.time_expire) : null
  if (expiresAt !== null && expiresAt <= now) return wrong('time_expire', wished.time_expire)
  return {
    merchantId: merchant.merchantId,
    outTradeNo: String(wished.out_trade_no),
    scene,
    description: String(wished.description),
    totalFen: Number(wished.amount?.total),
    notifyUrl: String(wished.notify_url),
    expiresAt,
    openId: typeof wished.payer?.openid === 'string' ? wished.payer.openid : `o${merchant.appId}payer`,
    fingerprint: createHash('sha256').update(`${scene}\n${body}`).digest('hex'),
    linkedAt: now,
  }
}

function parse(body: string): OrderRequest | null {
  try {
    const parsed: unknown = JSON.parse(body)
    return typeof parsed === 'object' && parsed !== null ? parsed : null
  } catch {
    return null
  }
}

function problems(wished: OrderRequest, scene: Order['scene']): { field: string; value: unknown }[] {
  const total = wished.amount?.total
  const expire = wished.time_expire
  const needsIp = scene === 'h5'
  const checks: [field: string, value: unknown, isRight: boolean][] = [
    ['description', wished.description, isText(wished.description, 1, 127)],
    ['out_trade_no', wished.out_trade_no, matches(wished.out_trade_no, /^[0-9A-Za-z_|*-]{6,32}$/)],
    [
      'time_expire',
      expire,
      expire === undefined || matches(expire, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/),
    ],
    // An address with a query string is accepted by the provider, and its notices never arrive; better refused here.
    [
      'notify_url',
      wished.notify_url,
      isText(wished.notify_url, 1, 256) && matches(wished.notify_url, /^https?:\/\/[^?#]+$/),
    ],
    ['amount.total', total, Number.isSafeInteger(total) && Number(total) >= 1],
    [
      'amount.currency',
      wished.amount?.currency,
      ['CNY', undefined].includes(wished.amount?.currency as string),
    ],
    [
      'scene_info.payer_client_ip',
      wished.scene_info?.payer_client_ip,
      !needsIp || isText(wished.scene_info?.payer_client_ip, 2, 45),
    ],
    [
      'scene_info.h5_info.type',
      wished.scene_info?.h5_info?.type,
      !needsIp || isText(wished.scene_info?.h5_info?.type, 1, 32),
    ],
    ['payer.openid', wished.payer?.openid, scene !== 'jsapi' || isText(wished.payer?.openid, 1, 128)],
  ]
  return checks.flatMap(([field, value, isRight]) => (isRight ? [] : [{ field, value }]))
}

/** Length in bytes: its pages differ between bytes and characters, so that the stricter reading is tested. */
function isText(value: unknown, least: number, most: number): boolean {
  return typeof value === 'string' && value.length >= least && Buffer.byteLength(value) <= most
}

function matches(value: unknown, pattern: RegExp): boolean {
  return typeof value === 'string' && pattern.test(value)
}

function wrong(field: string, value: unknown): Saying {
  return refusing(400, 'PARAM_ERROR', '参数错误', {
    field: `/body/${field.replaceAll('.', '/')}`,
    value: value ?? null,
    issue: '取值不符合要求',
    location: 'body',
  })
}
