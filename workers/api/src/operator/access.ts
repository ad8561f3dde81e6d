import type { PlatformCtx } from '@heju/core'
import {
  operatorOf,
  operatorSessionMs,
  operatorSignInFirst,
  type FirstOperator,
  type Operator,
} from '@heju/core/platform/operators'
import { createMiddleware } from 'hono/factory'
import { platformCtxOf } from '../base/context.ts'
import type { HttpContext, HttpEnv } from '../http/env.ts'
import { putCookie, readCookie } from '../http/session-cookies.ts'

/** Who is at the console, with the context that their verbs run in. */
export interface AtConsole {
  operator: Operator
  platform: PlatformCtx
}
const atConsole = new WeakMap<HttpContext, AtConsole>()

/** Who is not signed in is led to the door; a form that was sent too late is refused. */
export const operatorsOnly = createMiddleware<HttpEnv>(async (c, next) => {
  const token = tokenOf(c)
  const db = await c.var.deployment.platform(c.var.platformTrips)
  const operator = token === undefined ? undefined : await operatorOf(db, token, c.var.now)
  if (operator === undefined) {
    if (c.req.method === 'GET') return c.redirect('/operator/sign-in')
    throw operatorSignInFirst()
  }
  const platform = await platformCtxOf(c, { kind: 'operator', id: operator.id })
  atConsole.set(c, { operator, platform })
  c.header('Cache-Control', 'no-store')
  return next()
})

/** @throws `operators.sign_in_first`, which only a route without `operatorsOnly` can meet */
export function consoleOf(c: HttpContext): AtConsole {
  const known = atConsole.get(c)
  if (known === undefined) throw operatorSignInFirst()
  return known
}

export function tokenOf(c: HttpContext): string | undefined {
  return readCookie(c, 'operator')
}

/** The token comes from no other site, not even with a link to the console. */
export function keepToken(c: HttpContext, token: string): void {
  putCookie(c, 'operator', token, operatorSessionMs / 1000, 'Strict')
}

export function dropToken(c: HttpContext): void {
  putCookie(c, 'operator', '', 0, 'Strict')
}

/** The operator that the Worker's secrets name, for an installation that has none yet. */
export function firstOperatorOf({ env }: HttpContext): FirstOperator | undefined {
  const { OPERATOR_EMAIL: email, OPERATOR_PASSWORD_HASH: passwordHash } = env
  return email && passwordHash ? { email, passwordHash } : undefined
}
