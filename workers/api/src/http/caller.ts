import type { Caller } from '@heju/core/people/identity'
import type { PayerAddress } from '@heju/core/fees/payments'
import type { HttpContext } from './env.ts'
import { deviceOf } from './session-cookies.ts'

/** From where a request comes, as far as tries are counted by it. */
export function callerOf(c: HttpContext): Caller {
  return { address: addressOf(c), agent: c.req.header('user-agent') ?? '', device: deviceOf(c) }
}

/** Cloudflare sets `CF-Connecting-IP` itself, whatever a client sends. Without it the request comes from this machine. */
export function addressOf(c: HttpContext): string {
  return network(c.req.header('cf-connecting-ip') ?? 'local')
}

/** An IPv4 address as it is; of an IPv6 address its /64, since one line has all of that to itself. */
export function network(address: string): string {
  if (!address.includes(':')) return address
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  if (mapped?.[1] !== undefined) return mapped[1]
  const [head = '', tail] = address.toLowerCase().split('::')
  const [left, right] = [groups(head), groups(tail ?? '')]
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length)
  const all = [...left, ...Array<string>(zeros).fill('0'), ...right]
  return `${all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}

function groups(text: string): string[] {
  return text === '' ? [] : text.split(':')
}

/**
 * Where a payer is and comes back to. The provider compares the address of the device with the one that pays, so it is
 * passed on whole; the page is that of the host which the payer uses.
 */
export function payerOf(c: HttpContext, orderId: string): PayerAddress {
  const { origin } = new URL(c.req.url)
  return {
    ip: c.req.header('cf-connecting-ip') ?? '127.0.0.1',
    returnUrl: `${origin}/portal/payments/${orderId}`,
  }
}
