import { errorText } from '@heju/core/error-texts'
import type { HejuError } from '@heju/kernel'
import type { HttpContext } from '../http/env.ts'
import { OperatorPage } from './layout.tsx'
import { operatorTexter } from './show.ts'

export function SignInPage({ c, email, error }: { c: HttpContext; email: string; error?: HejuError }) {
  const t = operatorTexter(c.var.locale)
  return (
    <OperatorPage c={c} title={t('signIn')}>
      <div class="narrow">
        <form class="card" method="post" action="/operator/sign-in">
          <h1>{t('signIn')}</h1>
          <p class="soft">{t('signInText')}</p>
          {error !== undefined && (
            <p class="notice bad" role="alert">
              {errorText(error.code, c.var.locale, { requestId: c.var.requestId, ...error.params })}
            </p>
          )}
          <div class="field">
            <label for="email">{t('email')}</label>
            <input id="email" name="email" type="email" value={email} autocomplete="username" required />
          </div>
          <div class="field">
            <label for="password">{t('password')}</label>
            <input id="password" name="password" type="password" autocomplete="current-password" required />
          </div>
          <p class="actions">
            <button class="button" type="submit">
              {t('signIn')}
            </button>
          </p>
        </form>
      </div>
    </OperatorPage>
  )
}
