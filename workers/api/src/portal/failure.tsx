import { errorText, translator } from '@heju/i18n'
import { portal } from '@heju/i18n/texts/portal'
import type { HttpContext } from '../http/env.ts'
import { asHejuError, statusOf } from '../http/errors.ts'
import { logFailure } from '../http/answers.ts'
import { Page } from './page.tsx'

/** What an owner sees when something was refused or failed: what happened, what to do, whom to call. */
export function answerFailure(thrown: unknown, c: HttpContext): Response | Promise<Response> {
  const error = asHejuError(thrown)
  if (error.kind === 'unauthenticated')
    return c.redirect(`/portal/sign-in?to=${encodeURIComponent(c.req.path)}`)
  const status = statusOf(error)
  if (status >= 500) logFailure(error, c)
  const t = translator(portal, c.var.locale)
  const words = errorText(error.code, c.var.locale, { requestId: c.var.requestId, ...error.params })
  return c.html(
    <Page c={c} title={t('error.title')} tab="home">
      <h1>{t('error.title')}</h1>
      <p class="notice failed" role="alert">
        {words}
      </p>
      {error.fields.map(({ code, params }) => (
        <p class="notice failed">{errorText(code, c.var.locale, params)}</p>
      ))}
      <a class="button" href="/portal">
        {t('error.home')}
      </a>
    </Page>,
    status,
  )
}
