import { createMiddleware } from 'hono/factory'
import type { RouterRoute } from 'hono/types'
import type { HejuError } from '@heju/kernel'
import type { HttpContext, HttpEnv } from './env.ts'
import { getOnly } from './get-only.ts'
import { pageNotFound, wrongMethod } from './frame.ts'

/**
 * Why nothing answers at an address: because there is none, or because it is asked in another way. The latter names the
 * ways that there are, in the answer and in `Allow` (RFC 9110, 15.5.6).
 */
export function nothingHere(c: HttpContext, routes: readonly RouterRoute[]): HejuError {
  const allowed = methodsAt(c.req.path, routes)
  return allowed.length === 0 ? pageNotFound() : refusal(c, allowed)
}

/**
 * A page that is asked in a way which it does not have says so to everybody: signing in first would not help. It stands
 * before what asks who is there; where there is no page at all, that is said only behind it.
 * @param routes all of the host, with its own addresses among them
 * @throws `request.wrong_method`
 */
export const methodOfPages = (routes: () => readonly RouterRoute[]) =>
  createMiddleware<HttpEnv>(async (c, next) => {
    if (!['GET', 'HEAD'].includes(c.req.method) && !c.req.path.startsWith('/api/')) {
      const allowed = methodsAt(c.req.path, routes())
      if (allowed.length > 0 && !allowed.includes(c.req.method)) throw refusal(c, allowed)
    }
    await next()
  })

function methodsAt(path: string, routes: readonly RouterRoute[]): string[] {
  const known = routes.filter((route) => route.method !== 'ALL' && patternOf(route.path).test(path))
  // What answers GET answers HEAD as well, unless it puts something on record.
  const withoutHead = known.some(({ handler }) => handler === getOnly)
  const methods = known.flatMap(({ method }) =>
    method === 'GET' && !withoutHead ? ['GET', 'HEAD'] : [method],
  )
  return [...new Set(methods)].toSorted()
}

function refusal(c: HttpContext, methods: readonly string[]): HejuError {
  const allowed = methods.join(', ')
  c.header('Allow', allowed)
  return wrongMethod({ method: c.req.method, allowed })
}

/** `/staff/:staffId` and `/console/*` as an expression for whole addresses. */
function patternOf(path: string): RegExp {
  const source = path
    .split('/')
    .map((part) => {
      if (part === '*') return '.*'
      const [, shape] = /^:\w+(?:\{(.+)\})?$/.exec(part) ?? []
      if (shape !== undefined) return shape
      return part.startsWith(':') ? '[^/]+' : part.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`)
    })
    .join('/')
  return new RegExp(`^${source}$`)
}
