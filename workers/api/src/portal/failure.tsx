import { standingLost } from '@heju/core'
import { errorText } from '@heju/core/error-texts'
import type { HejuError } from '@heju/kernel'
import { logFailure } from '../http/answers.ts'
import type { HttpContext } from '../http/env.ts'
import { asHejuError, statusOf } from '../http/errors.ts'
import { clearSessionCookies } from '../http/session-cookies.ts'
import { keepForm } from './kept-form.tsx'
import { doorTo } from './own-path.ts'
import { Page, portalText } from './page.tsx'
import { PhonePage } from './people/sign-in-pages.tsx'

/** What an owner sees when something was refused or failed: what happened and what to do. */
export async function answerFailure(thrown: unknown, c: HttpContext): Promise<Response> {
  const error = asHejuError(thrown)
  if (error.kind === 'unauthenticated') {
    // The access token is good for a while yet, and would lead back here.
    if (standingLost.is(error)) clearSessionCookies(c, 'owner')
    const kept = await keepForm(c)
    if (kept !== undefined) {
      c.header('Cache-Control', 'no-store')
      return c.html(<PhonePage c={c} to="/portal" kept={kept} />, 401)
    }
    const cutOff = c.req.method === 'POST' ? paymentCutOff(c.req.path) : undefined
    if (cutOff !== undefined) {
      c.header('Cache-Control', 'no-store')
      return c.html(<PhonePage c={c} {...cutOff} />, 401)
    }
    const { pathname, search } = new URL(c.req.url)
    return c.redirect(doorTo(c.req.method === 'GET' ? pathname + search : '/portal'), 303)
  }
  const status = statusOf(error)
  if (status >= 500) logFailure(error, c)
  if (error.kind === 'rate_limited') c.header('Retry-After', String(error.params.retryAfterSeconds ?? 60))
  if (error.kind === 'upgrading') c.header('Retry-After', '30')
  c.header('Cache-Control', 'no-store')
  return c.html(<FailurePage c={c} error={error} />, status)
}

/**
 * What an ended sign-in cut off of paying. Whoever was about to pay for the first time has to know that they did not, and
 * finds their bills again. Of a payment that was begun before nothing can be said to a stranger: it may be paid by now,
 * and its page tells whoever signs in.
 */
function paymentCutOff(path: string): { to: string; ended: 'nothingPaid' | 'paymentBegun' } | undefined {
  if (path === '/portal/payments') return { to: '/portal/bills', ended: 'nothingPaid' }
  const begun = /^\/portal\/payments\/\w+(?=\/)/.exec(path)?.[0]
  return begun === undefined ? undefined : { to: begun, ended: 'paymentBegun' }
}

function FailurePage({ c, error }: { c: HttpContext; error: HejuError }) {
  const { locale, requestId } = c.var
  const t = portalText(c)
  const title = t(titleOf(error))
  // Another try helps where the trouble passes, and costs nothing where a page was only asked for.
  const passing = ['upgrading', 'unavailable', 'provider', 'internal'].includes(error.kind)
  const retry = passing && c.req.method === 'GET' ? c.req.path : undefined
  const refresh = error.kind === 'upgrading' && retry !== undefined ? { seconds: 15 } : undefined
  return (
    <Page c={c} title={title} tab={c.var.actor && 'home'} refresh={refresh}>
      <h1>{title}</h1>
      {/* Why a company is suspended stands above, on every page of it. */}
      {error.kind !== 'suspended' && (
        <div class="notice failed" role="alert">
          <p>{errorText(error.code, locale, { requestId, ...error.params })}</p>
          {error.fields.map(({ code, params }) => (
            <p>{errorText(code, locale, params)}</p>
          ))}
        </div>
      )}
      {error.code !== 'company.closed' && (
        <a class="weui-btn weui-btn_primary" href={retry ?? '/portal'}>
          {t(retry === undefined ? 'error.home' : 'error.retry')}
        </a>
      )}
      {statusOf(error) >= 500 && (
        <p class="soft">
          {t('error.reference')} {requestId}
        </p>
      )}
    </Page>
  )
}

function titleOf(error: HejuError) {
  if (error.kind === 'upgrading') return 'upgrading.title'
  if (error.kind === 'suspended') return 'suspended.title'
  return error.code === 'company.closed' ? 'closed.title' : 'error.title'
}
