import { locales, translator, type Locale } from '@heju/i18n'
import { baseTexts } from './texts.ts'
import { color } from '@heju/look'
import type { Child } from 'hono/jsx'
import { raw } from 'hono/html'
import type { HttpContext } from '../http/env.ts'
import { visitorStyle } from './style.ts'

const languageNames: Record<Locale, string> = { 'zh-CN': '简体', 'zh-Hant': '繁體', en: 'English' }

export interface DocumentProps {
  title: string
  locale: Locale
  style: string
  /** Seconds after which the page is asked for again, and from where if not from itself. */
  refresh?: { seconds: number; url?: string }
  children?: Child
}

/** The outermost frame of a page of the base host. Nothing on it needs a script. */
export function Document({ title, locale, style, refresh, children }: DocumentProps) {
  const url = refresh?.url === undefined ? '' : `;url=${refresh.url}`
  return (
    <>
      {raw('<!DOCTYPE html>')}
      <html lang={locale}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          {refresh !== undefined && <meta http-equiv="refresh" content={`${refresh.seconds}${url}`} />}
          <title>{title}</title>
          <link rel="icon" href={icon} />
          <style>{raw(style)}</style>
        </head>
        <body>{children}</body>
      </html>
    </>
  )
}

/** A page for visitors: the product, signing up, what went wrong. */
export function VisitorPage({
  c,
  title,
  refresh,
  children,
}: {
  c: HttpContext
  title: string
  refresh?: { seconds: number; url?: string }
  children?: Child
}) {
  const { locale } = c.var
  const t = translator(baseTexts, locale)
  const whole = title === t('product') ? `${title} · ${t('tagline')}` : `${title} · ${t('product')}`
  return (
    <Document title={whole} locale={locale} style={visitorStyle} {...(refresh && { refresh })}>
      <a class="skip" href="#main">
        {t('skip')}
      </a>
      <header class="top">
        <div class="wrap">
          <Mark name={t('product')} href="/" />
          <nav aria-label={t('languages')}>
            <Languages locale={locale} path={c.req.path} />
          </nav>
        </div>
      </header>
      <main id="main">{children}</main>
      <footer class="foot">
        <div class="wrap">
          <span>{t('footer')}</span>
        </div>
      </footer>
    </Document>
  )
}

/** A house with its door open. */
const house = `<path fill="none" stroke="#fff" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" d="M5 14.2 14 6.8l9 7.4M8 12v9.5h12V12M12 21.5v-5.2h4v5.2"/>`
const square = `<rect width="28" height="28" rx="7" fill="${color.brand}"/>${house}`
export const icon = `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 28 28">${square}</svg>`)}`

export function Mark({ name, href }: { name: string; href: string }) {
  return (
    <a class="mark" href={href}>
      <svg viewBox="0 0 28 28" aria-hidden="true">
        {raw(square)}
      </svg>
      {name}
    </a>
  )
}

/** The same page in the other languages; the choice is remembered by a cookie. */
export function Languages({ locale, path }: { locale: Locale; path: string }) {
  return (
    <>
      {locales.map((one) => (
        <a
          href={`${path}?lang=${one}`}
          hreflang={one}
          lang={one}
          aria-current={one === locale ? 'true' : undefined}
        >
          {languageNames[one]}
        </a>
      ))}
    </>
  )
}
