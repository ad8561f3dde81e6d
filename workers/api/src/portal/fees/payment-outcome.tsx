import type { MyOrder } from '@heju/core/fees/payments'
import { translator } from '@heju/i18n'
import { portalPayments } from './payment-texts.ts'
import type { Child } from 'hono/jsx'
import type { HttpContext } from '../../http/env.ts'
import { mismatchParts, paidFenOf, wholeMismatch } from '../mismatch.ts'
import { owedOf } from './owed-by-now.ts'
import { showFor } from '../show.ts'

interface OrderProps {
  c: HttpContext
  order: MyOrder
}

/** What became of a payment that is over, and where to go from there. */
export function Outcome({ c, order }: OrderProps) {
  const t = translator(portalPayments, c.var.locale)
  const show = showFor(c)
  // How its bills stand by now, whoever has left the place may not see: for them it ended, and no more.
  const owedFen = owedOf(order)
  if (order.state === 'paid') return <Paid c={c} order={order} owedFen={owedFen} />
  if (order.state === 'exception') return <Exception c={c} order={order} owedFen={owedFen} />
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

/** What was received, and how its bills stand by now as far as that is certain: no more is said than is so. */
function Paid({ c, order, owedFen }: OrderProps & { owedFen: number | undefined }) {
  const t = translator(portalPayments, c.var.locale)
  const { receiptId } = order
  return (
    <Result icon="success" title={t('paid')} text={receivedText(c, order, owedFen)}>
      <Parts c={c} order={order} />
      {receiptId !== null && (
        <a class="weui-btn weui-btn_primary" href={`/portal/receipts/${receiptId}`}>
          {t('receipt')}
        </a>
      )}
      <a class="weui-btn weui-btn_default" href="/portal">
        {t('home')}
      </a>
    </Result>
  )
}

function receivedText(c: HttpContext, order: MyOrder, owedFen: number | undefined): string {
  const t = translator(portalPayments, c.var.locale)
  const show = showFor(c)
  const amount = show.money(order.amountFen)
  if (owedFen === 0) return t('paidText', { amount })
  // The desk took an entry of its own back meanwhile. What nobody has decided about yet may well go to what is owed now.
  const restFen = (owedFen ?? 0) - (order.exceptionLeftFen ?? 0)
  return restFen > 0 ? t('paidRestText', { amount, rest: show.money(restFen) }) : t('received', { amount })
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

/** What became of each part of the money that fitted no bill. */
function Parts({ c, order }: OrderProps) {
  const t = translator(portalPayments, c.var.locale)
  return mismatchParts(order).map(({ what, fen }) => (
    <p class="notice">{t('mismatchPart', { what, amount: showFor(c).money(fen) })}</p>
  ))
}

const ofWhole = {
  open: 'exceptionText',
  held: 'exceptionHeld',
  refunded: 'exceptionRefunded',
  allocated: 'exceptionAllocated',
  noted: 'exceptionDone',
} as const

/** Money came that does not fit: it is not lost, and nobody should pay twice because of it. */
function Exception({ c, order, owedFen }: OrderProps & { owedFen: number | undefined }) {
  const t = translator(portalPayments, c.var.locale)
  const amount = showFor(c).money(paidFenOf(order))
  const state = order.exceptionState ?? 'open'
  const whole =
    mismatchParts(order).length === 0 ? (state === 'resolved' ? 'noted' : state) : wholeMismatch(order)
  const decided = state === 'resolved'
  return (
    <Result
      icon={decided ? 'info' : 'waiting'}
      title={t('exception', { state })}
      text={whole === undefined ? t('received', { amount }) : t(ofWhole[whole], { amount })}
    >
      {whole === undefined && <Parts c={c} order={order} />}
      <p class="soft">{t('callWith', { number: order.outTradeNo })}</p>
      {order.allocatedFen > 0 && (
        <a class="weui-btn weui-btn_primary" href="/portal/payments">
          {t('receipt')}
        </a>
      )}
      {decided && owedFen !== undefined && owedFen > 0 && (
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
