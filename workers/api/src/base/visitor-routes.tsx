import {
  nudgeProvisioning,
  openHandover,
  signUp,
  signUpsPerAddress,
  signupProgress,
} from '@heju/core/platform/tenancy'
import { HejuError, invalidInput } from '@heju/kernel'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { getCookie, setCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { addressOf } from '../http/caller.ts'
import type { HttpContext, HttpEnv } from '../http/env.ts'
import { statusOf } from '../http/errors.ts'
import { formOf } from '../http/forms.ts'
import { checkShape, tooLarge } from '../http/frame.ts'
import { tooManyRequests } from '../http/limits.ts'
import { platformCtxOf } from './context.ts'
import { GoPage } from './go-page.tsx'
import { ProductPage } from './product-page.tsx'
import { ProgressPage } from './progress-page.tsx'
import { SignUpPage, type SignUpForm } from './sign-up-page.tsx'

const signupCookie = 'heju_signup'
const daySeconds = 24 * 3600
const yearSeconds = 365 * daySeconds

/** So many tries a minute from each address, before a database is asked at all; exact counts are kept there. */
export const doorLimit = createMiddleware<HttpEnv>(async (c, next) => {
  const { success } = await c.env.LOGIN_LIMIT.limit({ key: `base ${addressOf(c)}` })
  if (!success) throw tooManyRequests({ retryAfterSeconds: 60 })
  await next()
})

export const smallBody = bodyLimit({
  maxSize: 16 * 1024,
  onError: () => {
    throw tooLarge({ limit: '16 kB' })
  },
})

/** A language chosen on a page is kept for the next one. */
export const keepLanguage = createMiddleware<HttpEnv>(async (c, next) => {
  if (c.req.query('lang') !== undefined)
    setCookie(c, 'heju_lang', c.var.locale, {
      path: '/',
      maxAge: yearSeconds,
      sameSite: 'Lax',
      httpOnly: true,
    })
  await next()
})

/** The base host as visitors see it: the product, signing up, and the way to one's own company. */
export const visitorRoutes = new Hono<HttpEnv>()
  .get('/', (c) => c.html(<ProductPage c={c} />))
  .get('/enter', (c) => {
    const slug = (c.req.query('slug') ?? '').trim().toLowerCase()
    const first = slug.split('.')[0] ?? ''
    return /^[a-z0-9-]{3,30}$/.test(first) ? c.html(<GoPage c={c} slug={first} />) : c.redirect('/')
  })
  .get('/signup', (c) => {
    const blank = { companyName: '', slug: '', adminName: '', phone: '' }
    c.header('Cache-Control', 'no-store')
    return c.html(<SignUpPage c={c} form={{ requestId: crypto.randomUUID(), ...blank }} />)
  })
  .post('/signup', smallBody, doorLimit, async (c) => {
    const json = isJson(c)
    const form = json ? await jsonForm(c) : await pageForm(c)
    try {
      const most = signUpsPerAddress(c.env.SIGN_UPS_PER_ADDRESS)
      const { signupId, companyId, key } = await signUp(await platformCtxOf(c), form, addressOf(c), most)
      await c.env.JOBS.send({ type: 'provision', companyId })
      keepKey(c, signupId, key)
      const url = `/signup/${signupId}`
      return json ? c.json({ signupId, companyId, key, url }) : c.redirect(url, 303)
    } catch (error) {
      if (json || !(error instanceof HejuError) || statusOf(error) >= 500) throw error
      return c.html(<SignUpPage c={c} form={form} error={error} />, statusOf(error))
    }
  })
  .get('/signup/:id', async (c) => {
    const ctx = await platformCtxOf(c)
    const progress = await signupProgress(ctx, askedOf(c))
    if (await nudgeProvisioning(ctx, progress))
      await c.env.JOBS.send({ type: 'provision', companyId: progress.companyId })
    c.header('Cache-Control', 'no-store')
    c.header('Vary', 'Accept')
    return wantsPage(c) ? c.html(<ProgressPage c={c} progress={progress} />) : c.json(progress)
  })
  .get('/signup/:id/enter', async (c) => {
    const { host, token } = await openHandover(await platformCtxOf(c), askedOf(c))
    c.header('Cache-Control', 'no-store')
    return c.redirect(`${new URL(c.req.url).protocol}//${host}/console/welcome?token=${token}`, 303)
  })

async function pageForm(
  c: HttpContext,
): Promise<SignUpForm & { password: string; locale: HttpEnv['Variables']['locale'] }> {
  const { text } = await formOf(c)
  const { locale } = c.var
  return {
    requestId: text('requestId'),
    companyName: text('companyName'),
    // One of the free addresses that were offered, when its button was used.
    slug: text('take') || text('slug'),
    adminName: text('adminName'),
    phone: text('phone'),
    password: text('password'),
    locale,
  }
}

/** A program's sign-up: the same fields as JSON; `signUp` checks them. @throws `request.invalid` for what is no JSON */
async function jsonForm(c: HttpContext): ReturnType<typeof pageForm> {
  await checkShape(c)
  const body = await c.req.json<Record<string, unknown>>().catch((cause: unknown) => {
    throw cause instanceof SyntaxError ? invalidInput({}, { cause }) : cause
  })
  return { locale: c.var.locale, ...body } as unknown as ReturnType<typeof pageForm>
}

/** The key of a sign-up stays in the browser that made it; programs send it as a bearer token. */
function keepKey(c: HttpContext, signupId: string, key: string): void {
  setCookie(c, signupCookie, `${signupId}.${key}`, {
    path: '/signup',
    maxAge: daySeconds,
    httpOnly: true,
    sameSite: 'Lax',
    secure: new URL(c.req.url).protocol === 'https:',
  })
}

function askedOf(c: HttpContext): { signupId: string; key: string } {
  const signupId = c.req.param('id') ?? ''
  const bearer = c.req.header('authorization')?.match(/^Bearer (.+)$/)?.[1]
  const [kept, key] = (getCookie(c, signupCookie) ?? '').split('.')
  return { signupId, key: bearer ?? (kept === signupId ? (key ?? '') : '') }
}

function isJson(c: HttpContext): boolean {
  return (c.req.header('content-type') ?? '').startsWith('application/json')
}

function wantsPage(c: HttpContext): boolean {
  return (c.req.header('accept') ?? '').includes('text/html')
}
