import { errorText } from '@heju/core/error-texts'
import { translator } from '@heju/i18n'
import { baseTexts } from './texts.ts'
import type { HejuError } from '@heju/kernel'
import type { HttpContext } from '../http/env.ts'
import { VisitorPage } from './layout.tsx'

/** What somebody sees who went to an address that cannot be shown: what happened and what to do. */
export function FailurePage({ c, error }: { c: HttpContext; error: HejuError }) {
  const { locale, requestId } = c.var
  const t = translator(baseTexts, locale)
  const upgrading = error.kind === 'upgrading'
  const passing = upgrading || error.kind === 'unavailable' || error.kind === 'internal'
  const title = t(upgrading ? 'upgradingTitle' : 'errorTitle')
  return (
    <VisitorPage c={c} title={title} {...(upgrading && { refresh: { seconds: 15 } })}>
      <div class="wrap">
        <div class="narrow">
          <div class="card">
            <h1>{title}</h1>
            <p class="soft">{errorText(error.code, locale, { requestId, ...error.params })}</p>
            {error.fields.map(({ path, code, params }) => (
              <p class="soft">
                {path}: {errorText(code, locale, params)}
              </p>
            ))}
            <p class="actions">
              {passing ? (
                <a class="button" href={c.req.path}>
                  {t('reload')}
                </a>
              ) : (
                <a class="button" href="/">
                  {t('backToStart')}
                </a>
              )}
            </p>
            <p class="faint">
              {t('reference')} <span class="figure">{requestId}</span>
            </p>
          </div>
        </div>
      </div>
    </VisitorPage>
  )
}
