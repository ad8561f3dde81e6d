import type { RouterRoute } from 'hono/types'
import type { HejuError } from '@heju/kernel'
import type { HttpContext } from './env.ts'
import { pageNotFound, wrongMethod } from './frame.ts'

/**
 * Why nothing answers at an address: because there is none, or because it is asked in another way. The latter names the
 * ways that there are, in the answer and in `Allow` (RFC 9110, 15.5.6).
 */
export function nothingHere(c: HttpContext, routes: readonly RouterRoute[]): HejuError {
  const { path, method } = c.req
  const known = routes.filter((route) => route.method !== 'ALL' && patternOf(route.path).test(path))
  // What answers GET answers HEAD as well.
  const methods = known.flatMap((route) => (route.method === 'GET' ? ['GET', 'HEAD'] : [route.method]))
  const allowed = [...new Set(methods)].toSorted().join(', ')
  if (allowed === '') return pageNotFound()
  c.header('Allow', allowed)
  return wrongMethod({ method, allowed })
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
