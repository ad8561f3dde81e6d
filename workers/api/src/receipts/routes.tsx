import { printReceipt, readReceipt } from '@heju/core/fees/payments'
import { signInFirst } from '@heju/core/people/identity'
import { errorText } from '@heju/core/error-texts'
import { Hono } from 'hono'
import { Document } from '../base/layout.tsx'
import { withCtx } from '../http/context.ts'
import type { HttpContext, HttpEnv } from '../http/env.ts'
import { formBody, formOf } from '../http/forms.ts'
import { ReceiptPage } from './receipt-page.tsx'
import { papers, receiptStyle, type Paper } from './style.ts'

/** Receipts on paper, for staff. Owners read and print theirs in the portal. */
export const receiptPages = new Hono<HttpEnv>()
  // What a page does by itself; the policy of pages lets no script run that stands in them.
  .get('/receipts/print.js', (c) => {
    c.header('Content-Type', 'text/javascript; charset=utf-8')
    c.header('Cache-Control', 'public, max-age=3600')
    return c.body('print()\n')
  })
  .get('/receipts/:receiptId', async (c) => {
    if (c.var.actor === undefined) return door(c)
    const { receiptId } = c.req.param()
    const receipt = await withCtx(c, (ctx) => readReceipt(ctx, receiptId, c.req.query('print')))
    c.header('Cache-Control', 'private, no-store')
    return c.html(<ReceiptPage c={c} receipt={receipt} paper={paperOf(c)} />)
  })
  .post('/receipts/:receiptId/prints', formBody, async (c) => {
    if (c.var.actor === undefined) throw signInFirst()
    const { receiptId } = c.req.param()
    // Made with the page, so that a button that is pressed twice counts one copy.
    const requestId = (await formOf(c)).text('requestId')
    const { printId } = await withCtx(c, (ctx) => printReceipt(ctx, { requestId, receiptId }))
    return c.redirect(`/receipts/${receiptId}?paper=${paperOf(c)}&print=${printId}`, 303)
  })

function paperOf(c: HttpContext): Paper {
  const wish = c.req.query('paper')
  return papers.find((paper) => paper === wish) ?? 'a5'
}

/** Shows the way in, which leads back here. */
function door(c: HttpContext): Response | Promise<Response> {
  const { locale } = c.var
  const { pathname, search } = new URL(c.req.url)
  const text = errorText('access.sign_in', locale)
  c.header('Cache-Control', 'no-store')
  return c.html(
    <Document title={text} locale={locale} style={receiptStyle('a5')}>
      <main class="tools">
        <a href={`/console/sign-in?to=${encodeURIComponent(pathname + search)}`}>{text}</a>
      </main>
    </Document>,
    401,
  )
}
