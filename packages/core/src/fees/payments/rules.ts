import { addDays, civilDateOf, type CivilDate, type Instant } from '@heju/kernel'
import type { PaymentScene } from './provider.ts'

export const paymentScenes = ['h5', 'native', 'jsapi'] as const satisfies readonly PaymentScene[]

/**
 * What becomes of an order to the provider. `created` is ours alone, `opened` the provider has been seen to know;
 * both can be paid at any moment. `closed` was made unpayable before its time (by the payer, or since its bills were
 * paid otherwise), `expired` when its time was over. `exception`: money came that did not fit, and a person decides.
 */
export const orderStates = ['created', 'opened', 'paid', 'closed', 'expired', 'exception'] as const
export type OrderState = (typeof orderStates)[number]

/** Allowed transitions. Money may still arrive for what was closed: that is never settled by itself. */
export const orderTransitions: Readonly<Record<OrderState, readonly OrderState[]>> = {
  created: ['opened', 'paid', 'closed', 'expired', 'exception'],
  opened: ['paid', 'closed', 'expired', 'exception'],
  paid: [],
  closed: ['exception'],
  expired: ['exception'],
  exception: [],
}

/** An order that somebody may be paying right now. It holds its bills: no second order may be opened for them. */
export const openOrderStates = ['created', 'opened'] as const satisfies readonly OrderState[]

/** `held`: the owner's money is kept as a credit until it is allocated or given back. */
export const exceptionStates = ['open', 'held', 'resolved'] as const
export type ExceptionState = (typeof exceptionStates)[number]

export const exceptionTransitions: Readonly<Record<ExceptionState, readonly ExceptionState[]>> = {
  open: ['open', 'held', 'resolved'],
  held: ['held', 'resolved'],
  resolved: [],
}

/** The states from which `to` may be reached: what the guard of the UPDATE asks for. */
export function sourcesOf<S extends string>(transitions: Readonly<Record<S, readonly S[]>>, to: S): S[] {
  return (Object.keys(transitions) as S[]).filter((from) => transitions[from].includes(to))
}

/** Why money needs a person. The order is that of the checks: the first that applies names the exception. */
export const exceptionKinds = [
  'unknown_order', // the provider was paid for a number that we never gave
  'foreign_merchant', // the answer is about another merchant or app than the order's
  'wrong_currency',
  'wrong_amount', // another total than the order asked for
  'refunded', // paid and given back, wholly or in part, in the provider's own console
  'paid_after_close', // paid although the order had been closed
  'bill_settled', // its bill was meanwhile paid in another way, or withdrawn
  'not_booked', // all of it was right, and it could not be booked: `failure` says why
] as const
export type ExceptionKind = (typeof exceptionKinds)[number]

/**
 * What a cashier did about it: `refunded` outside of this system (with the provider's refund number), `allocated` to
 * bills, `held` as the owner's credit, or `noted`, for a report behind which there turned out to be no money of ours.
 */
export const resolutionKinds = ['allocated', 'refunded', 'held', 'noted'] as const
export type ResolutionKind = (typeof resolutionKinds)[number]

export const paymentMethods = ['wechat_pay', 'cash', 'transfer', 'pos'] as const
export type PaymentMethod = (typeof paymentMethods)[number]
export const deskMethods = ['cash', 'transfer', 'pos'] as const satisfies readonly PaymentMethod[]
export type DeskMethod = (typeof deskMethods)[number]

/** Milliseconds in which an order can be paid. Long enough to find the bank card, short enough not to block the desk. */
export const orderLifetimeMs = 30 * 60_000

const minute = 60_000
/**
 * Milliseconds after an order's time in which the provider may still settle a payment that was under way when it ended.
 * Nobody can begin to pay it by then (WeChat Pay's `time_expire`), so one that is not paid after them never will be.
 */
export const settlingMs = 5 * minute

/**
 * Whether an order's time is over for good, so that the provider's word that it is not paid stays true: it is over then
 * whether the provider closes it or not.
 */
export function isPastPaying({ expiresAt }: { expiresAt: Instant }, now: Instant): boolean {
  return now >= expiresAt + settlingMs
}

/**
 * Milliseconds after its opening at which the provider is asked about an order, notice or no notice. At the end of its
 * time it is closed; the steps after that are for a payer who was entering the password then, and for a provider that
 * was down or does not close it.
 */
const watchStepsMs: readonly number[] = [
  5_000,
  15_000,
  minute,
  5 * minute,
  10 * minute,
  20 * minute,
  orderLifetimeMs,
  orderLifetimeMs + minute,
  orderLifetimeMs + settlingMs,
  orderLifetimeMs + 30 * minute,
]
/** Then every hour, for three days in all; after that a person must look. */
const laterWatchMs = 60 * 60_000
const longestWatchMs = 3 * 24 * 60 * 60_000

/** When to ask next about an order that was opened at `openedAt`, or null when it was watched for long enough. */
export function nextWatch(openedAt: Instant, now: Instant): Instant | null {
  const step = watchStepsMs.find((after) => openedAt + after > now)
  if (step !== undefined) return openedAt + step
  return now + laterWatchMs <= openedAt + longestWatchMs ? now + laterWatchMs : null
}

/**
 * Our number of an order at the provider, 26 characters of `[0-9A-Z]`: `HJ`, the day, and the random part of the
 * order's id. Readable in the provider's own console, and never used for another order.
 */
export function outTradeNoOf(orderId: string, now: Instant, zone: string): string {
  return `HJ${civilDateOf(now, zone).replaceAll('-', '')}${orderId.slice(-16).toUpperCase()}`
}

/** How many days a payment at the desk may be dated back: a transfer shows up late in the bank's statement. */
const backDatingDays: Readonly<Record<DeskMethod, number>> = { cash: 7, pos: 7, transfer: 60 }

/** The days on which a payment that is recorded today may have been made; both included. */
export function paidOnRange(method: DeskMethod, today: CivilDate): { from: CivilDate; to: CivilDate } {
  return { from: addDays(today, -backDatingDays[method]), to: today }
}
