import {
  askOnce,
  billBeingPaid,
  billNotFound,
  billPaid,
  billsOfSeveralProjects,
  billWithdrawn,
  cancelPayment,
  continuePayment,
  isProviderTrouble,
  openPayment,
  orderNotFound,
  orderOver,
  orderOvertaken,
  orderPaid,
  payerBusy,
  providerUnreachable,
  readMyHistory,
  readMyOrder,
  type MyOrder,
  type OpenPayment,
} from '@heju/core/fees/payments'
import { requestReused } from '@heju/db'
import { translator } from '@heju/i18n'
import { portalBills } from './bill-texts.ts'
import { portalPayments } from './payment-texts.ts'
import { HejuError, isId, newId } from '@heju/kernel'
import { Hono } from 'hono'
import { renderSVG } from 'uqr'
import { payerOf } from '../../http/caller.ts'
import { withCtx } from '../../http/company.ts'
import type { HttpContext, HttpEnv } from '../../http/env.ts'
import { statusOf } from '../../http/errors.ts'
import { formBody, formOf } from '../../http/forms.ts'
import { portsFor } from '../../http/ports.ts'
import { problemsOf } from '../parts.tsx'
import { billsPage } from './bills.tsx'
import { PaymentPage, sayings, troubles, type Trouble } from './payment-page.tsx'
import { ReceiptsPage } from './receipt-pages.tsx'

/** Paying: an order is opened, followed, continued after a break, and given up. */
export const paymentPages = new Hono<HttpEnv>()
  .post('/payments', formBody, begin)
  .get('/payments', async (c) => {
    const history = await withCtx(c, (ctx) => readMyHistory(ctx, { after: c.req.query('after'), limit: 30 }))
    return c.html(<ReceiptsPage c={c} {...history} />)
  })
  .get('/payments/:id', async (c) => {
    const trouble = troubles.find((one) => one === c.req.query('trouble'))
    return c.html(<PaymentPage c={c} {...await follow(c)} trouble={trouble} />)
  })
  .get('/payments/:id/state', async (c) => {
    const { state, exceptionState, overtaken } = (await follow(c)).order
    return c.json({ state, exceptionState, overtaken })
  })
  .post('/payments/:id/other-way', formBody, begin)
  .get('/payments/:id/go', go)
  .get('/payments/:id/code.svg', showCode)
  .post('/payments/:id/cancel', async (c) => {
    const orderId = orderIdOf(c)
    // Where the desk was quicker it is the desk's money that the page waits for.
    let byPayer = false
    const trouble = await attempt(async () => {
      const { endedHere } = await withCtx(c, (ctx) => cancelPayment(ctx, { orderId }, portsFor(c)))
      byPayer = endedHere
    })
    const page = pageOf(orderId, trouble)
    return c.redirect(byPayer ? `${page}?by=payer` : page, 303)
  })

/** Refusals of what was chosen: to look at the bills as they stand, and to choose again, mends them. */
const ofChoice = [billNotFound, billPaid, billWithdrawn, billsOfSeveralProjects].map(({ code }) => code)

/**
 * Sent by a page's form: chosen bills, and how to pay. Sent twice, it leads to the same order. From the page of a payment
 * its address names the order that is left, which opening the new one closes.
 */
async function begin(c: HttpContext): Promise<Response> {
  const form = await formOf(c)
  const billIds = form.all('billId')
  if (billIds.length === 0) {
    const general = translator(portalBills, c.var.locale)('nothingChosen')
    return c.html(await billsPage(c, { general, fields: {} }), 422)
  }
  const scene = form.text('scene') === 'native' ? 'native' : 'h5'
  const wanted = { requestId: form.text('requestId'), orderId: form.text('orderId'), billIds, scene } as const
  let { orderId } = wanted
  const left = c.req.param('id')
  if (left !== undefined && !isId('ord', left)) throw orderNotFound()
  const opening = attempt(async () => {
    try {
      await open(c, wanted)
    } catch (error) {
      // What was to be left was paid in the meantime: its page says so, and leads to the receipt.
      if (billPaid.is(error) && left !== undefined) {
        orderId = left
        return
      }
      if (!requestReused.is(error)) throw error
      // The form came back out of the browser's history with another choice: that is another payment.
      orderId = newId('ord', c.var.now)
      await open(c, { ...wanted, orderId, requestId: newId('req', c.var.now) })
    }
  })
  let trouble: Trouble | undefined
  try {
    trouble = await opening
  } catch (error) {
    // What was chosen is not to be paid any more: whoever chose it sees what is, and chooses again there.
    if (!(error instanceof HejuError) || !ofChoice.includes(error.code)) throw error
    return c.html(await billsPage(c, problemsOf(c, error)), statusOf(error))
  }
  // What was to be closed first could not be: then the new order is nowhere, and the one that stands says what to do.
  const standing = trouble === undefined ? undefined : await orderAt(c, orderId)
  if (trouble !== undefined && standing === undefined) {
    // What stands in the way is somebody else's: the page that was left says nothing of it.
    if (left !== undefined && trouble !== 'taken') return c.redirect(pageOf(left, trouble), 303)
    return c.html(
      await billsPage(c, { general: translator(portalPayments, c.var.locale)(sayings[trouble]), fields: {} }),
      409,
    )
  }
  return c.redirect(pageOf(orderId, atOpening(trouble, standing)), 303)
}

async function orderAt(c: HttpContext, orderId: string): Promise<MyOrder | undefined> {
  try {
    return await withCtx(c, (ctx) => readMyOrder(ctx, { orderId }))
  } catch (error) {
    if (orderNotFound.is(error)) return undefined
    throw error
  }
}

/**
 * The same trouble where a way to pay was asked for, and nothing was to be given up. An order that the provider has been
 * seen to know may have been paid: whoever is refused is then told not to pay twice.
 */
function atOpening(trouble: Trouble | undefined, order: MyOrder | undefined): Trouble | undefined {
  if (trouble === 'silent') return 'unopened'
  if (trouble === 'refused') return order?.state === 'created' ? 'declined' : 'declinedKnown'
  return trouble
}

function open(c: HttpContext, wanted: OpenPayment) {
  return withCtx(c, (ctx) => openPayment(ctx, wanted, portsFor(c), payerOf(c, wanted.orderId)))
}

/** @returns what the payer is told in a sentence, on the page from which the payment goes on */
async function attempt(act: () => Promise<unknown>): Promise<Trouble | undefined> {
  try {
    await act()
    return undefined
  } catch (error) {
    // It is over already, or paid, of which the notice is still to come, or overtaken: the page asks, and says how it stands.
    if (orderOver.is(error) || orderPaid.is(error) || orderOvertaken.is(error)) return undefined
    if (providerUnreachable.is(error)) return 'silent'
    if (isProviderTrouble(error)) return 'refused'
    if (payerBusy.is(error)) return 'busy'
    if (billBeingPaid.is(error)) return 'taken'
    throw error
  }
}

/** @throws `payments.order_not_found` also where no payment could have it: nobody filled in a form */
function orderIdOf(c: HttpContext): string {
  const id = c.req.param('id') ?? ''
  if (!isId('ord', id)) throw orderNotFound()
  return id
}

function pageOf(orderId: string, trouble: Trouble | undefined): string {
  return `/portal/payments/${orderId}${trouble === undefined ? '' : `?trouble=${trouble}`}`
}

/** The order as it stands; while it is open, after asking the provider, and whether that answered. */
async function follow(c: HttpContext): Promise<{ order: MyOrder; answered: boolean }> {
  const wanted = { orderId: orderIdOf(c) }
  return withCtx(c, async (ctx) => {
    const order = await readMyOrder(ctx, wanted)
    if (order.state !== 'created' && order.state !== 'opened') return { order, answered: true }
    const state = await askOnce(ctx, order.orderId, portsFor(c))
    const asItWas = state === undefined || state === order.state
    return { order: asItWas ? order : await readMyOrder(ctx, wanted), answered: state !== undefined }
  })
}

/**
 * On to WeChat. The address is asked for at the moment it is needed: it is good for five minutes. A link comes here and
 * not a form, whose way off this host the content policy bars.
 */
async function go(c: HttpContext): Promise<Response> {
  const orderId = orderIdOf(c)
  let url: string | undefined
  const trouble = await attempt(async () => {
    const { next } = await withCtx(c, (ctx) => continuePayment(ctx, { orderId }, portsFor(c)))
    url = next.kind === 'redirect' ? next.url : undefined
  })
  if (url === undefined) {
    const standing = trouble === undefined ? undefined : await orderAt(c, orderId)
    return c.redirect(pageOf(orderId, atOpening(trouble, standing)), 303)
  }
  // WeChat opens its page only for whoever comes from the host that the merchant registered.
  c.header('Referrer-Policy', 'origin')
  return c.redirect(url, 303)
}

/** The code to scan. It stays good as long as the order, so the browser may keep it while the page renews itself. */
async function showCode(c: HttpContext): Promise<Response> {
  const orderId = orderIdOf(c)
  const { next, expiresAt } = await withCtx(c, (ctx) => continuePayment(ctx, { orderId }, portsFor(c)))
  if (next.kind !== 'code') throw orderOver()
  const seconds = Math.max(0, Math.floor((expiresAt - c.var.now) / 1000))
  c.header('Content-Type', 'image/svg+xml')
  c.header('Cache-Control', `private, max-age=${seconds}`)
  return c.body(renderSVG(next.codeUrl, { border: 2 }))
}
