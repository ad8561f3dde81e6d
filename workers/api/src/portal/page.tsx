import { translator } from '@heju/i18n'
import { portal } from './texts.ts'
import { getCookie } from 'hono/cookie'
import type { Child } from 'hono/jsx'
import type { HttpContext } from '../http/env.ts'
import { Layout, type Refresh, type TypeSize } from '../pages/layout.tsx'
import { Icon } from './icons.tsx'

const tabs = ['home', 'bills', 'complaints', 'me'] as const
type Tab = (typeof tabs)[number]
const paths: Record<Tab, string> = {
  home: '/portal',
  bills: '/portal/bills',
  complaints: '/portal/complaints',
  me: '/portal/me',
}

export function sizeOf(c: HttpContext): TypeSize {
  return getCookie(c, 'heju_size') === 'large' ? 'large' : 'normal'
}

/** The texts that every page of the portal shares, in the language of the request. */
export function portalText(c: HttpContext) {
  return translator(portal, c.var.locale)
}

export interface PageProps {
  c: HttpContext
  title: string
  /** The section that the page belongs to; unset where nobody is signed in. */
  tab?: Tab | undefined
  /** The page above this one. */
  back?: string | undefined
  refresh?: Refresh | undefined
  /** The address that the page has for whoever changes how it reads; left out, the one that it was asked by. */
  address?: string | undefined
  children?: Child
}

/** A page of the owners' portal: whose it is, the four sections under the thumb, the page itself. */
export function Page({ c, title, tab, back, refresh, address, children }: PageProps) {
  const { company, locale } = c.var
  const t = portalText(c)
  const size = sizeOf(c)
  const other = size === 'large' ? 'normal' : 'large'
  const here = encodeURIComponent(address ?? (c.req.method === 'GET' ? c.req.path : '/portal'))
  return (
    <Layout title={`${title} · ${company.name}`} locale={locale} size={size} refresh={refresh}>
      <a class="skip" href="#main">
        {t('main.skip')}
      </a>
      <header class="top">
        <a class="company" href="/portal">
          {company.name}
        </a>
        <a class="size" href={`/portal/size/${other}?to=${here}`}>
          {t(`size.${other}`)}
        </a>
      </header>
      {tab !== undefined && <Tabs c={c} current={tab} />}
      <main id="main" class={tab === undefined ? 'page' : 'page tabbed'}>
        {company.state === 'suspended' && <Suspended c={c} />}
        {back !== undefined && (
          <a class="back" href={back}>
            {t('back')}
          </a>
        )}
        {children}
      </main>
    </Layout>
  )
}

function Tabs({ c, current }: { c: HttpContext; current: Tab }) {
  const t = portalText(c)
  return (
    <nav class="tabs" aria-label={t('nav.label')}>
      {tabs.map((each) => (
        <a href={paths[each]} aria-current={each === current ? 'page' : undefined}>
          <Icon name={each} />
          <span>{t(`tab.${each}`)}</span>
        </a>
      ))}
    </nav>
  )
}

/** Owners are told why nothing can be paid or sent. */
function Suspended({ c }: { c: HttpContext }) {
  const { company } = c.var
  const t = portalText(c)
  return (
    <div class="notice" role="status">
      <p>{t('suspended', { company: company.name })}</p>
      {company.stateReason && <p>{t('suspended.reason', { reason: company.stateReason })}</p>}
      <p>{t('suspended.todo')}</p>
    </div>
  )
}
