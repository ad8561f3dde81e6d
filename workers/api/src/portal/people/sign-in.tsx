import { codeNotGood, requestCode, verifyCode } from '@heju/core/people/owner-access'
import { actorOf, signOut, signOutEverywhere } from '@heju/core/people/identity'
import { formatPhone, parsePhone } from '@heju/kernel'
import { Hono } from 'hono'
import { callerOf } from '../../http/caller.ts'
import { withCtx, withVisitor } from '../../http/company.ts'
import type { HttpEnv } from '../../http/env.ts'
import { statusOf } from '../../http/errors.ts'
import { formBody, formOf, type Form } from '../../http/forms.ts'
import { loginLimit } from '../../http/limits.ts'
import { clearSessionCookies, readCookie } from '../../http/session-cookies.ts'
import { handOut } from '../../http/sessions.ts'
import { refusalOf } from '../forms.ts'
import { keptIn, refilled } from '../kept-form.tsx'
import { ownPath } from '../own-path.ts'
import { problemsOf } from '../parts.tsx'
import { CodePage, PhonePage, PrivacyPage } from './sign-in-pages.tsx'

const dayMs = 24 * 60 * 60_000

/** The owners' door: a phone, a code, and out again. */
export const signInPages = new Hono<HttpEnv>()
  .get('/sign-in', (c) => {
    const to = ownPath(c.req.query('to'))
    return c.var.actor === undefined ? c.html(<PhonePage c={c} to={to} />) : c.redirect(to, 303)
  })
  .post('/sign-in/code', loginLimit, formBody, async (c) => {
    const form = await formOf(c)
    const [to, phone, kept] = [ownPath(form.text('to')), form.text('phone'), form.text('kept')]
    try {
      const sent = await withVisitor(c, (ctx) => requestCode(ctx, { phone }, callerOf(c)))
      const { minutes, resendAfterSeconds } = sent
      const resendAt = c.var.now + resendAfterSeconds * 1000
      return c.html(
        <CodePage c={c} to={to} phone={readable(phone)} minutes={minutes} resendAt={resendAt} kept={kept} />,
      )
    } catch (thrown) {
      const error = refusalOf(thrown)
      const problems = problemsOf(c, error)
      // The code that was sent before may be on its way, or there already. How long it is good only its own answer said.
      const resendAt = c.var.now + Number(error.params.retryAfterSeconds ?? 0) * 1000
      const page =
        error.kind === 'rate_limited' ? (
          <CodePage
            c={c}
            to={to}
            phone={readable(phone)}
            problems={problems}
            resendAt={resendAt}
            kept={kept}
          />
        ) : (
          <PhonePage c={c} to={to} phone={phone} problems={problems} kept={kept} />
        )
      return c.html(page, statusOf(error))
    }
  })
  .post('/sign-in', loginLimit, formBody, async (c) => {
    const form = await formOf(c)
    const [to, phone, code] = [ownPath(form.text('to')), form.text('phone'), form.text('code')]
    const sealed = form.text('kept')
    try {
      const signedIn = await withVisitor(c, (ctx) => verifyCode(ctx, { phone, code }, callerOf(c)))
      await handOut(c, signedIn, 'cookies')
      const kept = await keptIn(c, sealed)
      if (kept === undefined) return c.redirect(to, 303)
      c.set('session', signedIn.session)
      c.set('actor', actorOf(signedIn.session, { now: c.var.now, zone: c.var.company.zone }))
      return (await refilled(c, kept)) ?? c.redirect(to, 303)
    } catch (thrown) {
      const error = codeNotGood.is(thrown) ? thrown : refusalOf(thrown)
      const problems = problemsOf(c, error)
      return c.html(
        <CodePage
          c={c}
          to={to}
          phone={phone}
          problems={problems}
          resendAt={resendAtOf(form, c.var.now)}
          kept={sealed}
        />,
        statusOf(error),
      )
    }
  })
  .post('/sign-out', async (c) => {
    const token = readCookie(c, 'owner_refresh')
    if (token !== undefined) await withVisitor(c, (ctx) => signOut(ctx, token))
    clearSessionCookies(c, 'owner')
    return c.redirect('/portal/sign-in', 303)
  })
  .post('/sign-out/everywhere', async (c) => {
    await withCtx(c, signOutEverywhere)
    clearSessionCookies(c, 'owner')
    return c.redirect('/portal/sign-in', 303)
  })
  .get('/privacy', (c) => c.html(<PrivacyPage c={c} />))

/** From when on another code can be had, as the page before said it. It only shows a button: who asks is counted. */
function resendAtOf(form: Form, now: number): number {
  const said = Number(form.text('resendAt'))
  return said > now && said < now + dayMs ? Math.round(said) : now
}

/** A number as people read it aloud, so that a slip of the finger is seen. */
function readable(phone: string): string {
  const number = parsePhone(phone)?.number
  return number === undefined ? phone : formatPhone(number)
}
