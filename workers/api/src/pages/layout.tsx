import type { Locale } from '@heju/i18n'
import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { icon } from '../base/layout.tsx'

export type TypeSize = 'normal' | 'large'

/** After so many seconds the page is asked for again. */
export interface Refresh {
  seconds: number
  /** Left out: the address that it has. */
  url?: string
  /** An island of the page does it more quietly; the page itself only where no script runs. */
  byIsland?: boolean
}

export interface LayoutProps {
  title: string
  locale: Locale
  size: TypeSize
  refresh?: Refresh | undefined
  children?: Child
}

/** The frame of every page that a Worker renders: it needs no script to read, pay, report or rate. */
export function Layout({ title, locale, size, refresh, children }: LayoutProps) {
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={locale} data-type-size={size}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
          <meta name="format-detection" content="telephone=no" />
          <RefreshRule refresh={refresh} />
          <title>{title}</title>
          <link rel="icon" href={icon} />
          <link rel="stylesheet" href="/assets/pages.css" />
          <script src="/assets/pages.js" defer></script>
        </head>
        <body data-weui-theme="light">{children}</body>
      </html>
    </>
  )
}

function RefreshRule({ refresh }: { refresh: Refresh | undefined }) {
  if (refresh === undefined) return null
  const { seconds, url, byIsland } = refresh
  const rule = (
    <meta http-equiv="refresh" content={url === undefined ? String(seconds) : `${seconds};url=${url}`} />
  )
  return byIsland ? <noscript>{rule}</noscript> : rule
}
