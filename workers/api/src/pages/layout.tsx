import type { Locale } from '@heju/i18n'
import type { Child } from 'hono/jsx'

export type TypeSize = 'normal' | 'large'

export interface LayoutProps {
  title: string
  locale: Locale
  size: TypeSize
  /** Seconds after which the page is asked for again: for whoever waits and has no script. */
  refreshSeconds?: number
  children?: Child
}

/** The frame of every page that a Worker renders: it needs no script to read, pay, report or rate. */
export function Layout({ title, locale, size, refreshSeconds, children }: LayoutProps) {
  return (
    <html lang={locale} data-type-size={size}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="format-detection" content="telephone=no" />
        {refreshSeconds !== undefined && <meta http-equiv="refresh" content={String(refreshSeconds)} />}
        <title>{title}</title>
        <link rel="stylesheet" href="/assets/pages.css" />
      </head>
      <body data-weui-theme="light">{children}</body>
    </html>
  )
}
