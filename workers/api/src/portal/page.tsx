import { translator } from '@heju/i18n'
import { portal } from '@heju/i18n/texts/portal'
import { getCookie } from 'hono/cookie'
import type { Child } from 'hono/jsx'
import type { HttpContext } from '../http/env.ts'
import { Layout, type TypeSize } from '../pages/layout.tsx'

const tabs = ['home', 'bills', 'complaints', 'me'] as const
export type Tab = (typeof tabs)[number]
const paths: Record<Tab, string> = {
  home: '/portal',
  bills: '/portal/bills',
  complaints: '/portal/complaints',
  me: '/portal/me',
}

export function sizeOf(c: HttpContext): TypeSize {
  return getCookie(c, 'heju_size') === 'large' ? 'large' : 'normal'
}

export interface PageProps {
  c: HttpContext
  title: string
  /** The section that the page belongs to; unset where nobody is signed in. */
  tab?: Tab
  refreshSeconds?: number
  children?: Child
}

/** A page of the owners' portal: whose it is, the page itself, and the four sections under the thumb. */
export function Page({ c, title, tab, refreshSeconds, children }: PageProps) {
  const { company, locale } = c.var
  const t = translator(portal, locale)
  const size = sizeOf(c)
  const other = size === 'large' ? 'normal' : 'large'
  return (
    <Layout
      title={`${title} · ${company.name}`}
      locale={locale}
      size={size}
      {...(refreshSeconds === undefined ? {} : { refreshSeconds })}
    >
      <a class="skip" href="#main">
        {t('main.skip')}
      </a>
      <header class="top">
        <span class="company">{company.name}</span>
        <a href={`/portal/size/${other}?to=${encodeURIComponent(c.req.path)}`}>{t(`size.${other}`)}</a>
      </header>
      <main id="main" class="page">
        {company.state === 'suspended' && (
          <p class="notice" role="status">
            {t('suspended', { company: company.name, reason: company.stateReason ?? '' })}
          </p>
        )}
        {children}
      </main>
      {tab !== undefined && (
        <nav class="tabs" aria-label={t('nav.label')}>
          {tabs.map((each) => (
            <a href={paths[each]} {...(each === tab ? { 'aria-current': 'page' } : {})}>
              {t(`tab.${each}`)}
            </a>
          ))}
        </nav>
      )}
    </Layout>
  )
}
