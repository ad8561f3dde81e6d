import { locales } from '@heju/i18n'
import { Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import type { HttpContext, HttpEnv } from '../http/env.ts'
import { pageNotFound } from '../http/frame.ts'
import { ownPath } from './own-path.ts'

const yearSeconds = 365 * 24 * 3600

/** How somebody likes to read the pages; kept in their browser, signed in or not. */
export const settingPages = new Hono<HttpEnv>()
  .get('/size/:size', (c) => {
    const size = c.req.param('size')
    if (size !== 'normal' && size !== 'large') throw pageNotFound()
    return keep(c, 'heju_size', size)
  })
  .get('/language/:locale', (c) => {
    const locale = locales.find((one) => one === c.req.param('locale'))
    if (locale === undefined) throw pageNotFound()
    return keep(c, 'heju_lang', locale)
  })

function keep(c: HttpContext, name: string, value: string): Response {
  const secure = new URL(c.req.url).protocol === 'https:'
  setCookie(c, name, value, { path: '/', maxAge: yearSeconds, sameSite: 'Lax', httpOnly: true, secure })
  return c.redirect(ownPath(c.req.query('to')), 303)
}
