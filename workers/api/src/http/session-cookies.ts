import { accessTokenSeconds, type Plane } from '@heju/core/identity'
import { setCookie } from 'hono/cookie'
import type { HttpContext } from './env.ts'

export const cookieOf: Record<Plane, string> = {
  staff: 'heju_staff',
  owner: 'heju_owner',
  operator: 'heju_operator',
}
export const refreshCookie = { staff: 'heju_staff_refresh', owner: 'heju_owner_refresh' } as const

/**
 * Where the refresh token is sent: to the routes that renew by it and to the pages that are rendered for it. One cookie
 * for each address, all with the same token; other requests never carry it.
 */
const refreshPaths = {
  staff: ['/api/v1/session', '/field'],
  owner: ['/portal', '/api/v1/portal'],
} as const

/** The tokens of somebody who is signed in, as a browser keeps them: out of reach of scripts and of other sites. */
export function setSessionCookies(
  c: HttpContext,
  plane: 'staff' | 'owner',
  tokens: { accessToken: string; refreshToken: string; refreshUntil: number },
): void {
  const refreshSeconds = Math.floor((tokens.refreshUntil - c.var.now) / 1000)
  put(c, cookieOf[plane], tokens.accessToken, '/', accessTokenSeconds)
  for (const path of refreshPaths[plane])
    put(c, refreshCookie[plane], tokens.refreshToken, path, refreshSeconds)
}

export function clearSessionCookies(c: HttpContext, plane: 'staff' | 'owner'): void {
  put(c, cookieOf[plane], '', '/', 0)
  for (const path of refreshPaths[plane]) put(c, refreshCookie[plane], '', path, 0)
}

function put(c: HttpContext, name: string, value: string, path: string, maxAge: number): void {
  setCookie(c, name, value, { path, maxAge, httpOnly: true, sameSite: 'Lax', secure: !isLocal(c.req.url) })
}

/** Browsers drop Secure cookies of plain http, which only the own machine speaks. */
function isLocal(url: string): boolean {
  const { protocol, hostname } = new URL(url)
  return protocol === 'http:' && (hostname === '127.0.0.1' || /(^|\.)localhost$/.test(hostname))
}
