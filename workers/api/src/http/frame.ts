import { defineError } from '@heju/kernel'
import { nearestLocale } from '@heju/i18n'
import { deploymentOf } from '@heju/core/deployment'
import { noTrips } from '@heju/db'
import { getCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { secureHeaders } from 'hono/secure-headers'
import type { HttpEnv } from './env.ts'

export const tooLarge = defineError('request.too_large', 'too_large')
export const jsonExpected = defineError('request.json_expected', 'unsupported')
export const foreignOrigin = defineError('request.foreign_origin', 'forbidden')
export const pageNotFound = defineError('request.not_found', 'not_found')

/** Gives every request its id, its one clock reading, its trip counter and its language. */
export const frame = createMiddleware<HttpEnv>(async (c, next) => {
  const wish = c.req.query('lang') ?? getCookie(c, 'heju_lang') ?? c.req.header('accept-language')
  c.set('requestId', c.req.header('cf-ray') ?? crypto.randomUUID())
  c.set('now', Date.now())
  c.set('trips', noTrips())
  c.set('deployment', deploymentOf(c.env))
  c.set('locale', nearestLocale(wish) ?? 'zh-CN')
  c.set('published', false)
  await next()
  const { count, milliseconds } = c.var.trips
  c.header('Server-Timing', `db;desc="${count} trips";dur=${milliseconds.toFixed(1)}`)
  c.header('X-Request-Id', c.var.requestId)
})

/**
 * A change must come from a page of the same host: browsers send `Origin` with every such request, and cookies of
 * one company's host are of no use on another. Programs that send a bearer token and no cookie need none.
 */
export const sameOrigin = createMiddleware<HttpEnv>(async (c, next) => {
  const changes = !['GET', 'HEAD', 'OPTIONS'].includes(c.req.method)
  const origin = c.req.header('origin')
  const hasCookie = c.req.header('cookie') !== undefined
  if (changes && (origin === undefined ? hasCookie : origin !== originOf(c.req.url))) throw foreignOrigin()
  await next()
})

/** JSON routes take JSON only, which no form of another site can send without asking. */
export const jsonOnly = createMiddleware<HttpEnv>(async (c, next) => {
  const type = c.req.header('content-type') ?? ''
  const hasBody = c.req.raw.body !== null
  const upload = /\/(uploads|files)$/.test(c.req.path)
  if (hasBody && !upload && !type.startsWith('application/json')) throw jsonExpected()
  await next()
})

function originOf(url: string): string {
  return new URL(url).origin
}

export const headers = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'self'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    // antd writes its styles at run time.
    styleSrc: ["'self'", "'unsafe-inline'"],
    scriptSrc: ["'self'"],
    frameAncestors: ["'none'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    objectSrc: ["'none'"],
  },
  referrerPolicy: 'same-origin',
  // Where a page needs another rule, it sets it itself.
  overwrite: false,
})
