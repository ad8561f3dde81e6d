import { translator } from '@heju/i18n'
import { baseTexts } from './texts.ts'
import type { HttpContext } from '../http/env.ts'
import { VisitorPage } from './layout.tsx'

/**
 * Leads from the base host to a company's. A page and no redirect: browsers refuse to follow one from a form to another
 * host under our `form-action`.
 */
export function GoPage({ c, slug }: { c: HttpContext; slug: string }) {
  const t = translator(baseTexts, c.var.locale)
  const host = `${slug}.${c.env.BASE_HOST}`
  const url = `${new URL(c.req.url).protocol}//${host}/console`
  return (
    <VisitorPage c={c} title={t('goToCompany')} refresh={{ seconds: 0, url }}>
      <div class="wrap">
        <div class="narrow">
          <div class="card">
            <h1>{t('goToCompany')}</h1>
            <p class="actions">
              <a class="button" href={url}>
                {host}
              </a>
            </p>
          </div>
        </div>
      </div>
    </VisitorPage>
  )
}
