import type { MyOrder } from '@heju/core/payments'
import { translator } from '@heju/i18n'
import { portalPayments } from '@heju/i18n/texts/portal/payments'
import { newId, timeOfDayOf } from '@heju/kernel'
import type { Child } from 'hono/jsx'
import type { HttpContext } from '../http/env.ts'
import type { Refresh } from '../pages/layout.tsx'
import { Page } from './page.tsx'
import { Call, Hidden } from './parts.tsx'
import { showFor } from './show.ts'

interface OrderProps {
  c: HttpContext
  order: MyOrder
}

/** A payment in whatever state it is: the page that opens WeChat, waits, and tells what became of it. */
export function PaymentPage({ c, order, trouble }: OrderProps & { trouble?: string | undefined }) {
  const t = translator(portalPayments, c.var.locale)
  const waiting = isWaiting(order)
  return (
    <Page
      c={c}
      title={t('title')}
      tab="bills"
      back="/portal/bills"
      refresh={waiting ? nextLook(c, order) : untilBooked(c, order)}
    >
      {trouble !== undefined && waiting && (
        <p class="notice failed" role="alert">
          {t(sayingOf(trouble, order))}
        </p>
      )}
      {waiting ? <Waiting c={c} order={order} /> : <Outcome c={c} order={order} />}
      <Items c={c} order={order} />
      <Call c={c} phone={order.projectPhone} />
    </Page>
  )
}

/** Each trouble in a sentence that says what to do. `unopened`: the order is new, and nobody has had a way to pay it. */
export const sayings = {
  silent: 'providerUncertain',
  unopened: 'providerSilent',
  busy: 'payerBusy',
  taken: 'billBeingPaid',
  refused: 'providerRefused',
} as const
export type Trouble = keyof typeof sayings

/** An address may be kept for long: that nobody had a way to pay is not said of an order that the provider knows by now. */
function sayingOf(trouble: string, order: MyOrder) {
  if (trouble === 'busy' || trouble === 'refused') return sayings[trouble]
  return trouble === 'unopened' && order.state === 'created' ? sayings.unopened : sayings.silent
}

function isWaiting(order: MyOrder): boolean {
  return order.state === 'created' || order.state === 'opened'
}

/** Often at first, when the payer has just paid; then ever more rarely, for a page that was left open. */
function nextLook(c: HttpContext, order: MyOrder): Refresh {
  const minutes = (c.var.now - order.createdAt) / 60_000
  return { seconds: minutes < 3 ? 3 : minutes < 10 ? 8 : 30, url: c.req.path, byIsland: true }
}

/**
 * The desk closes what stands in its way, and books the money once each provider has answered it: mostly at once.
 * Whoever gave it up by themselves waits for nothing.
 */
function untilBooked(c: HttpContext, { state, endedAt, lines }: MyOrder): Refresh | undefined {
  const age = c.var.now - (endedAt ?? 0)
  if (c.req.query('by') === 'payer') return undefined
  if (state !== 'closed' || age >= 60_000) return undefined
  if (lines.some(({ owedFen, amountFen }) => owedFen !== amountFen)) return undefined
  return { seconds: age < 10_000 ? 3 : 10 }
}

/** Whether its owner is at the place still, and may see how its bills stand by now. */
function maySee({ lines }: MyOrder): boolean {
  return lines.every((line) => line.owedFen !== null)
}

/** Fen that are owed by now of all its bills; undefined for whoever may not see them. */
function owedOf(order: MyOrder): number | undefined {
  if (!maySee(order)) return undefined
  return order.lines.reduce((sum, line) => sum + (line.owedFen ?? 0), 0)
}

function Waiting({ c, order }: OrderProps) {
  const t = translator(portalPayments, c.var.locale)
  const { orderId, expiresAt, overtaken } = order
  const over = expiresAt <= c.var.now
  const byCode = order.scene === 'native'
  return (
    <section
      class="card waiting"
      data-island="payment"
      data-state={`/portal/payments/${orderId}/state`}
      data-shown={overtaken ? 'overtaken' : 'waiting'}
    >
      <h1>
        {!overtaken && <i class="weui-loading" aria-hidden="true"></i>}{' '}
        {t(overtaken ? 'overtaken' : 'waiting')}
      </h1>
      {!overtaken && <p class="figure">{showFor(c).money(order.amountFen)}</p>}
      {overtaken ? (
        <OvertakenText c={c} order={order} />
      ) : over ? (
        <p>{t('checking')}</p>
      ) : (
        <>
          <p>{t(byCode ? 'waitingScan' : 'waitingGo')}</p>
          {byCode ? (
            <img
              class="code"
              src={`/portal/payments/${orderId}/code.svg`}
              alt={t('code')}
              width="240"
              height="240"
            />
          ) : (
            <a class="weui-btn weui-btn_primary" href={`/portal/payments/${orderId}/go`}>
              {t('go')}
            </a>
          )}
          <p class="soft">{t('until', { time: timeOfDayOf(expiresAt, c.var.company.zone) })}</p>
        </>
      )}
      <a class="weui-btn weui-btn_default" href={c.req.path}>
        {t('paidAlready')}
      </a>
      {!over && !overtaken && maySee(order) && <OtherWay c={c} order={order} />}
      <form method="post" action={`/portal/payments/${orderId}/cancel`}>
        <button class="link" type="submit">
          {t('cancel')}
        </button>
      </form>
    </section>
  )
}

/** How its bills stand by now; whoever has left the place is told no more than not to pay it. */
function OvertakenText({ c, order }: OrderProps) {
  const t = translator(portalPayments, c.var.locale)
  const owedFen = owedOf(order)
  if (owedFen === undefined) return null
  if (owedFen === 0) return <p>{t('overtakenText')}</p>
  return <p>{t('overtakenRestText', { amount: showFor(c).money(owedFen) })}</p>
}

/** The same bills by the other way; opening it closes this one. Who has left the place can open no other. */
function OtherWay({ c, order }: OrderProps) {
  const t = translator(portalPayments, c.var.locale)
  const byCode = order.scene === 'native'
  return (
    <form
      method="post"
      action={`/portal/payments/${order.orderId}/other-way`}
      class={byCode ? 'on-phone' : ''}
    >
      <Hidden values={{ requestId: newId('req', c.var.now), orderId: newId('ord', c.var.now) }} />
      {order.lines.map((line) => (
        <input type="hidden" name="billId" value={line.billId} />
      ))}
      <button class="weui-btn weui-btn_default" type="submit" name="scene" value={byCode ? 'h5' : 'native'}>
        {t(byCode ? 'byPhone' : 'byCode')}
      </button>
    </form>
  )
}

function Outcome({ c, order }: OrderProps) {
  const t = translator(portalPayments, c.var.locale)
  const show = showFor(c)
  const amount = show.money(order.amountFen)
  // How its bills stand by now, whoever has left the place may not see: for them it ended, and no more.
  const owedFen = owedOf(order)
  if (order.state === 'paid') {
    // The desk took an entry of its own back meanwhile; what is being looked into may well be for that.
    const rest = owedFen !== undefined && owedFen > 0 && order.exceptionState === null && show.money(owedFen)
    return (
      <Result
        icon="success"
        title={t('paid')}
        text={rest === false ? t('paidText', { amount }) : t('paidRestText', { amount, rest })}
      >
        {order.exceptionFen !== null && order.exceptionState === 'open' && (
          <p class="notice">{t('exceptionPart', { amount: show.money(order.exceptionFen) })}</p>
        )}
        {order.receiptId !== null && (
          <a class="weui-btn weui-btn_primary" href={`/portal/receipts/${order.receiptId}`}>
            {t('receipt')}
          </a>
        )}
        <a class="weui-btn weui-btn_default" href="/portal">
          {t('home')}
        </a>
      </Result>
    )
  }
  if (order.state === 'exception') return <Exception c={c} order={order} />
  if (owedFen === 0) return <NothingOwed c={c} order={order} />
  const over = order.state === 'expired' ? 'expired' : 'closed'
  const text =
    owedFen !== undefined && owedFen < order.amountFen
      ? t(`${over}RestText`, { amount: show.money(owedFen) })
      : t(`${over}Text`)
  return (
    <Result icon="info" title={t(over)} text={text}>
      <a class="weui-btn weui-btn_primary" href="/portal/bills">
        {t('again')}
      </a>
    </Result>
  )
}

/** It ended since its bills were paid in another way, at the desk or by somebody else, or withdrawn. */
function NothingOwed({ c, order }: OrderProps) {
  const t = translator(portalPayments, c.var.locale)
  const { scene, lines } = order
  const lastPaidOn = lines
    .map((line) => line.lastPaidOn ?? '')
    .toSorted()
    .at(-1)
  const paid = lastPaidOn !== undefined && lastPaidOn !== ''
  const withdrawn = lines.some((line) => line.withdrawn)
  return (
    <Result
      icon={withdrawn ? 'info' : 'success'}
      title={t(withdrawn ? 'withdrawn' : 'settled')}
      text={
        withdrawn
          ? t(paid ? 'withdrawnRestText' : 'withdrawnText', { scene })
          : t('settledText', { day: showFor(c).day(lastPaidOn ?? ''), scene })
      }
    >
      {lines.some((line) => line.hasReceipt) && (
        <a class="weui-btn weui-btn_primary" href="/portal/payments">
          {t('receipt')}
        </a>
      )}
      {withdrawn && (
        <a class="weui-btn weui-btn_default" href="/portal/bills">
          {t('toBills')}
        </a>
      )}
      <a class="weui-btn weui-btn_default" href="/portal">
        {t('home')}
      </a>
    </Result>
  )
}

/** Money came that does not fit: it is not lost, and nobody should pay twice because of it. */
function Exception({ c, order }: OrderProps) {
  const t = translator(portalPayments, c.var.locale)
  const amount = showFor(c).money(order.exceptionFen ?? order.amountFen)
  const known = { open: 'exceptionText', held: 'exceptionHeld', resolved: 'exceptionDone' } as const
  return (
    <Result icon="waiting" title={t('exception')} text={t(known[order.exceptionState ?? 'open'], { amount })}>
      <p class="soft">{t('callWith', { number: order.outTradeNo })}</p>
      <a class="weui-btn weui-btn_default" href="/portal">
        {t('home')}
      </a>
    </Result>
  )
}

function Result({
  icon,
  title,
  text,
  children,
}: {
  icon: 'success' | 'info' | 'waiting'
  title: string
  text: string
  children?: Child
}) {
  return (
    <section class="card result">
      <i class={`weui-icon-${icon} weui-icon_msg`} aria-hidden="true"></i>
      <h1>{title}</h1>
      <p>{text}</p>
      {children}
    </section>
  )
}

function Items({ c, order }: OrderProps) {
  const t = translator(portalPayments, c.var.locale)
  const show = showFor(c)
  return (
    <section aria-labelledby="items">
      <h2 id="items">{t('items')}</h2>
      <ul class="weui-cells">
        {order.lines.map((line) => (
          <li class="weui-cell">
            <span class="weui-cell__bd">
              {show.month(line.period)} {line.fee}
              <span class="soft under">{line.place}</span>
            </span>
            <span class="weui-cell__ft money">{show.money(line.amountFen)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
