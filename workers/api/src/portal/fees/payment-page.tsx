import type { MyOrder } from '@heju/core/fees/payments'
import { translator } from '@heju/i18n'
import { portalPayments } from './payment-texts.ts'
import { newId, timeOfDayOf } from '@heju/kernel'
import type { HttpContext } from '../../http/env.ts'
import type { Refresh } from '../../pages/layout.tsx'
import { maySee, owedOf } from './owed-by-now.ts'
import { Page } from '../page.tsx'
import { Call, Hidden } from '../parts.tsx'
import { Outcome } from './payment-outcome.tsx'
import { showFor } from '../show.ts'

interface OrderProps {
  c: HttpContext
  order: MyOrder
}

/** A payment in whatever state it is: the page that opens WeChat, waits, and tells what became of it. */
export function PaymentPage({
  c,
  order,
  answered,
  trouble,
}: OrderProps & { answered: boolean; trouble: Trouble | undefined }) {
  const t = translator(portalPayments, c.var.locale)
  const waiting = isWaiting(order)
  const saying =
    trouble === undefined || !waiting ? undefined : sayingOf(trouble, order, { answered, now: c.var.now })
  return (
    <Page
      c={c}
      title={t('title')}
      tab="bills"
      back="/portal/bills"
      refresh={waiting ? nextLook(c, order, saying) : untilBooked(c, order)}
    >
      {saying !== undefined && (
        <p class="notice failed" role="alert">
          {t(saying.words)}
        </p>
      )}
      {waiting ? <Waiting c={c} order={order} saying={saying} /> : <Outcome c={c} order={order} />}
      <Items c={c} order={order} />
      <Call c={c} phone={order.projectPhone} />
    </Page>
  )
}

/**
 * Each trouble in a sentence that says what to do. At opening: `unopened` in silence, `declined` before anybody had a way
 * to pay it, `declinedKnown` when somebody may have had one. `silent`, `refused` and `busy` when it was to be given up.
 */
export const sayings = {
  unopened: 'providerSilent',
  declined: 'providerDeclined',
  declinedKnown: 'providerRefused',
  silent: 'providerUncertain',
  busy: 'payerBusy',
  taken: 'billBeingPaid',
  refused: 'providerRefused',
} as const
export type Trouble = keyof typeof sayings
export const troubles = Object.keys(sayings) as Trouble[]

/** What stands on top of the page, and what it was that did not go: title and button follow it. */
interface Saying {
  words: (typeof sayings)[Trouble] | 'cancelSilent' | 'overtakenRefused'
  stuck: 'opening' | 'ending'
}

/**
 * An address may be kept for long: what holds no more is not said. An order that can be paid carries no warning, and to try
 * or to pay in another way is not said of one that is not to be paid any more. That a bill is `taken` is said where it was
 * chosen: whoever sees an order of their own has taken it.
 */
function sayingOf(
  trouble: Trouble,
  order: MyOrder,
  { answered, now }: { answered: boolean; now: number },
): Saying | undefined {
  if (trouble === 'taken') return undefined
  const isNew = order.state === 'created'
  if (trouble === 'unopened' || trouble === 'declined' || trouble === 'declinedKnown') {
    const stuck = 'opening'
    if (order.overtaken || order.expiresAt <= now) return undefined
    if (trouble === 'declinedKnown') return { stuck, words: sayings.declinedKnown }
    if (trouble === 'declined') return isNew ? { stuck, words: sayings.declined } : undefined
    if (answered) return undefined
    return { stuck, words: isNew ? sayings.unopened : sayings.silent }
  }
  const stuck = 'ending'
  if (trouble === 'refused') return { stuck, words: order.overtaken ? 'overtakenRefused' : sayings.refused }
  if (trouble === 'busy') return { stuck, words: sayings.busy }
  return { stuck, words: answered ? 'cancelSilent' : sayings.silent }
}

/** Whether it was to be given up just now, and did not end: what is owed still can then not be paid online at once. */
type Standing = 'no' | 'yes' | 'refused'

function standingOf(saying: Saying | undefined): Standing {
  if (saying === undefined) return 'no'
  return saying.words === 'overtakenRefused' ? 'refused' : 'yes'
}

function isWaiting(order: MyOrder): boolean {
  return order.state === 'created' || order.state === 'opened'
}

/** Often at first, when the payer has just paid; then ever more rarely, for a page that was left open. */
function nextLook(c: HttpContext, order: MyOrder, saying: Saying | undefined): Refresh {
  // Drawn anew at the address that it has: once the provider answers, the order can be paid and nothing stands on top.
  if (saying?.stuck === 'opening') return { seconds: 10 }
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

const titles = { opening: 'notOpened', ending: 'notCancelled' } as const

function Waiting({ c, order, saying }: OrderProps & { saying: Saying | undefined }) {
  const t = translator(portalPayments, c.var.locale)
  const { orderId, expiresAt, overtaken } = order
  const over = expiresAt <= c.var.now
  const stuck = saying?.stuck
  // What is to be done first is the button: to give it up, where the rest is to be paid, or where that did not go.
  const toCancel = overtaken ? (owedOf(order) ?? 0) > 0 : stuck === 'ending'
  return (
    <section
      class="card waiting"
      data-island={stuck === 'opening' ? undefined : 'payment'}
      data-state={`/portal/payments/${orderId}/state`}
      data-shown={overtaken ? 'overtaken' : 'waiting'}
    >
      <h1>
        {!overtaken && stuck === undefined && <i class="weui-loading" aria-hidden="true"></i>}{' '}
        {t(overtaken ? 'overtaken' : stuck === undefined ? 'waiting' : titles[stuck])}
      </h1>
      {!overtaken && <p class="figure">{showFor(c).money(order.amountFen)}</p>}
      {overtaken ? (
        <OvertakenText c={c} order={order} standing={standingOf(saying)} />
      ) : over ? (
        <p>{t('checking')}</p>
      ) : stuck === undefined ? (
        <WayToPay c={c} order={order} />
      ) : (
        stuck === 'opening' && (
          <a class="weui-btn weui-btn_primary" href={`/portal/payments/${orderId}/go`}>
            {t('tryAgain')}
          </a>
        )
      )}
      {toCancel && <Cancel c={c} order={order} words={stuck === 'ending' ? 'tryAgain' : 'cancelThis'} />}
      {(stuck !== 'opening' || order.state === 'opened') && (
        <a class="weui-btn weui-btn_default" href={c.req.path}>
          {t('paidAlready')}
        </a>
      )}
      {!over && !overtaken && stuck === undefined && maySee(order) && <OtherWay c={c} order={order} />}
      {!toCancel && <Cancel c={c} order={order} words="cancel" />}
    </section>
  )
}

/** To WeChat on the phone, or a code to scan. */
function WayToPay({ c, order }: OrderProps) {
  const t = translator(portalPayments, c.var.locale)
  const { orderId, expiresAt } = order
  const byCode = order.scene === 'native'
  return (
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
  )
}

function Cancel({ c, order, words }: OrderProps & { words: 'cancel' | 'cancelThis' | 'tryAgain' }) {
  return (
    <form method="post" action={`/portal/payments/${order.orderId}/cancel`}>
      <button class={words === 'cancel' ? 'link' : 'weui-btn weui-btn_primary'} type="submit">
        {translator(portalPayments, c.var.locale)(words)}
      </button>
    </form>
  )
}

/** How its bills stand by now; whoever has left the place is told no more than not to pay it. */
function OvertakenText({ c, order, standing }: OrderProps & { standing: Standing }) {
  const t = translator(portalPayments, c.var.locale)
  const owedFen = owedOf(order)
  if (owedFen === undefined) return null
  if (owedFen === 0) return <p>{t('overtakenText')}</p>
  const amount = showFor(c).money(owedFen)
  return <p>{t('overtakenRestText', { amount, standing })}</p>
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
