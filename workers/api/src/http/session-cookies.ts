import {
  accessTokenSeconds,
  deviceNamed,
  deviceSeconds,
  mintDeviceToken,
  readDeviceToken,
  sessionKeysOf,
} from '@heju/core/people/identity'
import { getCookie, setCookie } from 'hono/cookie'
import type { HttpContext } from './env.ts'

/** The cookies of those who are signed in; each with the sign-in's refresh token, but for operators, who do not renew. */
export type SessionCookie = 'staff' | 'staff_refresh' | 'owner' | 'owner_refresh' | 'operator' | 'device'

/**
 * What a cookie is called at an address. Browsers take a name that begins with `__Host-` from the host itself only,
 * over https and for all of its paths, so no neighbouring host of another company and no page on plain http can plant a
 * session. On the own machine it is http: Safari takes no Secure cookie there, so the bare name stands, without Secure.
 * (RFC 6265bis, 4.1.3.2)
 * @param url of the request
 */
export function cookieName(url: string, cookie: SessionCookie): string {
  return isLocal(url) ? `heju_${cookie}` : `__Host-heju_${cookie}`
}

export function readCookie(c: HttpContext, cookie: SessionCookie): string | undefined {
  return getCookie(c, cookieName(c.req.url, cookie))
}

/** Keeps a token in a browser: out of reach of scripts and of other sites. An empty one takes it away. */
export function putCookie(
  c: HttpContext,
  cookie: SessionCookie,
  value: string,
  maxAge: number,
  sameSite: 'Lax' | 'Strict' = 'Lax',
): void {
  const { url } = c.req
  // `__Host-` asks for the path `/`: who may use which token is judged by the side that an address belongs to.
  setCookie(c, cookieName(url, cookie), value, {
    path: '/',
    maxAge,
    httpOnly: true,
    sameSite,
    secure: !isLocal(url),
  })
}

const devices = new WeakMap<HttpContext, string>()

/**
 * By what a browser is known again when somebody signed in with it before: strangers' tries at the account then keep it
 * out of nothing, wherever it comes from. It opens nothing by itself.
 */
export function deviceOf(c: HttpContext): string {
  const device = devices.get(c) ?? deviceNamed(readCookie(c, 'device') ?? '') ?? crypto.randomUUID()
  devices.set(c, device)
  return device
}

/** The device that this company gave to whoever signed in with it: verified here, without asking a database. */
export async function knownDeviceOf(c: HttpContext): Promise<string | undefined> {
  const token = readCookie(c, 'device')
  if (token === undefined) return undefined
  return readDeviceToken(await sessionKeysOf(c.env.SESSION_KEYS), token, c.var.company.id, c.var.now)
}

/**
 * Gives the browser in which somebody has just signed in what it is known again by, unless it has it. Whoever renews a
 * sign-in gets none: they could leave it out and get another each time, and each has tries of its own at the doors.
 */
export async function keepDevice(c: HttpContext): Promise<void> {
  if ((await knownDeviceOf(c)) !== undefined) return
  const keys = await sessionKeysOf(c.env.SESSION_KEYS)
  putCookie(c, 'device', await mintDeviceToken(keys, deviceOf(c), c.var.company.id, c.var.now), deviceSeconds)
}

/** The tokens of somebody who is signed in. */
export async function setSessionCookies(
  c: HttpContext,
  plane: 'staff' | 'owner',
  tokens: { accessToken: string; refreshToken: string; refreshUntil: number },
): Promise<void> {
  putCookie(c, plane, tokens.accessToken, accessTokenSeconds)
  const refreshSeconds = Math.floor((tokens.refreshUntil - c.var.now) / 1000)
  putCookie(c, `${plane}_refresh`, tokens.refreshToken, refreshSeconds)
}

export function clearSessionCookies(c: HttpContext, plane: 'staff' | 'owner'): void {
  putCookie(c, plane, '', 0)
  putCookie(c, `${plane}_refresh`, '', 0)
}

/** Whether an answer has already said what becomes of a sign-in, as those to signing in and out do. */
export function tellsCookies(c: HttpContext, plane: 'staff' | 'owner'): boolean {
  const name = cookieName(c.req.url, plane)
  return c.res.headers.getSetCookie().some((line) => line.startsWith(`${name}=`))
}

/** Plain http is spoken by the own machine only. */
function isLocal(url: string): boolean {
  const { protocol, hostname } = new URL(url)
  return protocol === 'http:' && (hostname === '127.0.0.1' || /(^|\.)localhost$/.test(hostname))
}
