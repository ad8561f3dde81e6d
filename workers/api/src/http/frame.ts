import { shapeProblems } from '@heju/core'
import { defineError, invalidInput } from '@heju/kernel'
import { nearestLocale } from '@heju/i18n'
import { deploymentOf } from '@heju/core/platform/deployment'
import { noTrips, type Trips } from '@heju/db'
import { bodyLimit } from 'hono/body-limit'
import { getCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { secureHeaders } from 'hono/secure-headers'
import type { HttpContext, HttpEnv } from './env.ts'

export const tooLarge = defineError('request.too_large', 'too_large')
const jsonExpected = defineError('request.json_expected', 'unsupported')
const foreignOrigin = defineError('request.foreign_origin', 'forbidden')
export const pageNotFound = defineError('request.not_found', 'not_found')
export const wrongMethod = defineError('request.wrong_method', 'wrong_method')

/** Gives every request its id, its one clock reading, its trip counter and its language. */
export const frame = createMiddleware<HttpEnv>(async (c, next) => {
  const wish = c.req.query('lang') ?? getCookie(c, 'heju_lang') ?? c.req.header('accept-language')
  c.set('requestId', c.req.header('cf-ray') ?? crypto.randomUUID())
  c.set('now', Date.now())
  c.set('trips', noTrips())
  c.set('platformTrips', noTrips())
  c.set('providerCalls', noTrips())
  c.set('locale', nearestLocale(wish) ?? 'zh-CN')
  c.set('published', false)
  // Last: an installation that lacks a setting says so in the reader's language.
  c.set('deployment', deploymentOf(c.env))
  await next()
  const { trips, platformTrips, providerCalls } = c.var
  const timing = [
    entry('db', trips, 'trips'),
    entry('platform', platformTrips, 'trips'),
    entry('provider', providerCalls, 'calls'),
  ]
  c.header('Server-Timing', timing.join(', '))
  c.header('X-Request-Id', c.var.requestId)
})

function entry(name: string, { count, milliseconds }: Trips, unit: string): string {
  return `${name};desc="${count} ${unit}";dur=${milliseconds.toFixed(1)}`
}

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

/** Bytes of a JSON body: the longest lists that a schema takes are well below. */
const longestJson = 256 * 1024
const smallJson = bodyLimit({
  maxSize: longestJson,
  onError: () => {
    throw tooLarge({ limit: '256 kB' })
  },
})

/**
 * JSON routes take JSON only, which no form of another site can send without asking, and in the one encoding that JSON
 * has between systems (RFC 8259, 8.1). Uploads bound their bodies themselves.
 */
export const jsonOnly = createMiddleware<HttpEnv>(async (c, next) => {
  if (c.req.path.endsWith('/uploads') || (await isEmpty(c))) return next()
  const type = c.req.header('content-type') ?? ''
  if (!/^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type)) throw jsonExpected()
  return smallJson(c, async () => {
    await checkShape(c)
    await next()
  })
})

/**
 * Looks at the shape of a JSON body before anything else reads it. What is no JSON is for the route to refuse, if it takes
 * a body at all.
 * @throws `request.invalid` that names what is no object or too deep
 */
export async function checkShape(c: HttpContext): Promise<void> {
  const body: unknown = await c.req.json().catch((error: unknown) => {
    if (!(error instanceof SyntaxError)) throw error
  })
  const fields = shapeProblems(body)
  if (fields.length > 0) throw invalidInput({}, { fields })
}

/** A proxy may hand on a request that had no body with an empty one, whose type nobody has named. */
async function isEmpty(c: HttpContext): Promise<boolean> {
  if (c.req.raw.body === null || c.req.header('content-length') === '0') return true
  if (c.req.header('content-type') !== undefined) return false
  // Ends with the first bytes: whatever they are, they say that there is a body.
  const reader = c.req.raw.clone().body?.getReader()
  const { value } = (await reader?.read()) ?? {}
  // Not awaited: it is over only when the other reader of the body is done with it.
  void reader?.cancel()
  return value === undefined || value.length === 0
}

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
  // A photo is chosen as a file and a payment made at the provider: no page asks a browser for any of these.
  permissionsPolicy: {
    camera: [],
    geolocation: [],
    microphone: [],
    payment: [],
    usb: [],
    serial: [],
    bluetooth: [],
    displayCapture: [],
  },
  // Where a page needs another rule, it sets it itself.
  overwrite: false,
})
