import type { Operator } from '@heju/core/platform/operators'
import { translator } from '@heju/i18n'
import { baseTexts } from '../base/texts.ts'
import { operatorTexts } from './texts.ts'
import type { Child } from 'hono/jsx'
import { Document, Languages, Mark } from '../base/layout.tsx'
import { operatorStyle } from '../base/style.ts'
import type { HttpContext } from '../http/env.ts'

const menu = [
  ['companies', '/operator'],
  ['history', '/operator/history'],
  ['deadJobs', '/operator/dead-jobs'],
] as const

/** A page of the operator's console; without an operator, the door to it. */
export function OperatorPage(props: {
  c: HttpContext
  title: string
  operator?: Operator | undefined
  /** Address of the menu entry that the page belongs to. */
  under?: string
  children?: Child
}) {
  const { c, title, operator, under, children } = props
  const { locale } = c.var
  const t = translator(operatorTexts, locale)
  return (
    <Document title={`${title} · ${t('console')}`} locale={locale} style={operatorStyle}>
      <a class="skip" href="#main">
        {translator(baseTexts, locale)('skip')}
      </a>
      <header class="top">
        <div class="wrap broad">
          <Mark name={t('console')} href="/operator" />
          <nav aria-label={t('console')}>
            {operator !== undefined &&
              menu.map(([key, href]) => (
                <a href={href} aria-current={href === under ? 'page' : undefined}>
                  {t(key)}
                </a>
              ))}
          </nav>
          <div class="own">
            <Languages locale={locale} path={c.req.path} />
            {operator !== undefined && (
              <form method="post" action="/operator/sign-out">
                <button class="button quiet small" type="submit" title={operator.email}>
                  {t('signOut')}
                </button>
              </form>
            )}
          </div>
        </div>
      </header>
      <main id="main" class="wrap broad bench">
        {children}
      </main>
    </Document>
  )
}
