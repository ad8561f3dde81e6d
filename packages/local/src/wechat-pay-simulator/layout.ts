import { html } from 'hono/html'

/** A page, or a part of one. */
export type Page = ReturnType<typeof html>

/** @param fen integer fen, shown as ¥1,234.50 */
export function yuan(fen: number): string {
  const [whole = '0', rest = '00'] = (fen / 100).toFixed(2).split('.')
  return `¥${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${rest}`
}

/** The frame of every page: one column as wide as a phone, and a line that says that no money moves. */
export function layout(title: string, content: Page): Page {
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>${title} - 支付模拟器</title>
        <style>
          body {
            margin: 0 auto;
            max-width: 26rem;
            padding: 1rem;
            font:
              1rem/1.6 system-ui,
              sans-serif;
            color: #1f2329;
            background: #f5f5f4;
          }
          header {
            padding: 0.5rem 0.75rem;
            font-size: 0.875rem;
            background: #fff4d6;
            border-radius: 0.5rem;
          }
          .who {
            margin: 2rem 0 0;
            font-size: 1rem;
            font-weight: 400;
            text-align: center;
          }
          .amount {
            margin: 0.25rem 0 1.5rem;
            font-size: 2.25rem;
            font-weight: 600;
            text-align: center;
            font-variant-numeric: tabular-nums;
          }
          .state {
            text-align: center;
          }
          dl {
            display: grid;
            grid-template-columns: auto 1fr;
            gap: 0.25rem 1rem;
            padding: 1rem;
            background: #fff;
            border-radius: 0.5rem;
          }
          dt {
            color: #5c626b;
          }
          dd {
            margin: 0;
            text-align: right;
            overflow-wrap: anywhere;
          }
          figure {
            margin: 1rem auto;
            width: 12rem;
            text-align: center;
          }
          button,
          a.plain {
            display: block;
            box-sizing: border-box;
            width: 100%;
            min-height: 3rem;
            margin: 0.75rem 0;
            padding: 0.6rem;
            font: inherit;
            text-align: center;
            text-decoration: none;
            color: #fff;
            background: #0a7a3f;
            border: 0;
            border-radius: 0.5rem;
          }
          .plain {
            color: #1f2329 !important;
            background: #fff !important;
            border: 1px solid #c9cdd4 !important;
          }
          ul {
            padding: 0;
            list-style: none;
          }
          li {
            margin: 0.5rem 0;
            padding: 0.75rem;
            background: #fff;
            border-radius: 0.5rem;
          }
        </style>
      </head>
      <body>
        <header>本机的支付模拟器，不会真正扣款。</header>
        <main>${content}</main>
      </body>
    </html>`
}
