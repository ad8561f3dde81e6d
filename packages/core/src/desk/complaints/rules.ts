import type { Instant, WorkingCalendar } from '@heju/kernel'
import { addWorkingDays, civilDateOf, instantOf } from '@heju/kernel'
import { defineProcedure } from '../../platform/procedure/shape.ts'

/** The eight steps of D95 in their order: what a page shows as progress. */
export const procedure = [
  'registered', // 记录投诉内容
  'judged', // 判定投诉性质
  'investigated', // 调查分析投诉原因
  'assigned', // 确定处理责任人
  'planned', // 提出解决方案
  'replied', // 答复业主
  'revisited', // 回访
  'closed', // 总结评价
] as const

/** How it came to the company (D34, D87). */
export const channels = [
  'phone', // 电话
  'visit', // 亲临来访
  'on_behalf', // 委托他人
  'letter', // 信函
  'box', // 意见箱
  'media', // 登报等媒体
  'portal', // 在线
  'other',
] as const
export type Channel = (typeof channels)[number]

/**
 * 有效投诉 and 沟通性投诉 (D88). Effective is what the competent authority has verified and registered as a breach of duty,
 * law or discipline, or what has harmed an owner or the public, on purpose or not.
 */
export const natures = ['effective', 'communicative'] as const
export const effectiveGrounds = ['breach', 'harm'] as const
/** 求助, 咨询, 发泄 (D89). */
export const communicativeKinds = ['help', 'consult', 'vent'] as const

/** How an owner was asked whether they are content. */
export const revisitChannels = ['phone', 'visit', 'message', 'portal'] as const
export const revisitOutcomes = ['satisfied', 'dissatisfied', 'unreached'] as const

/** 积极主动, 热情耐心, 细致周到, 文明礼貌, 认真负责 (D198). */
export const attitudes = ['proactive', 'patient', 'thorough', 'polite', 'responsible'] as const

/** Why a complaint was raised to the manager. */
export const raiseReasons = ['major', 'first_overdue', 'whole_overdue', 'dissatisfied'] as const
export type RaiseReason = (typeof raiseReasons)[number]

/**
 * How a complaint goes. The eight steps come one after the other. One whose reply did not satisfy is taken up again with a
 * new investigation or a new plan, by whoever handled it, and comes to reply and revisit once more.
 *
 * A step stands for all that is written down about a complaint, and whether its owner sees that it happened. What owners
 * see of it is `owner_words` alone; notes and details are for staff, whatever the kind.
 *
 * A trigger (migration 0010) holds the table to the same; a test compares the two from every state to every state.
 */
export const complaintProcedure = defineProcedure({
  name: 'complaints',
  series: 'TS',
  states: {
    registered: ['judged'],
    judged: ['investigated'],
    investigated: ['assigned'],
    assigned: ['planned'],
    planned: ['replied'],
    replied: ['revisited', 'reopened'],
    revisited: ['closed', 'reopened'],
    closed: ['reopened'],
    reopened: ['investigated', 'planned'], // 重新处理
  },
  ends: ['closed'],
  reopens: 'reopened',
  steps: {
    registered: { ownerSees: true },
    judged: { ownerSees: true },
    investigated: { ownerSees: true },
    assigned: { ownerSees: true },
    planned: { ownerSees: true },
    replied: { ownerSees: true },
    revisited: { ownerSees: true },
    closed: { ownerSees: true },
    reopened: { ownerSees: true },
    /** A time was agreed for what cannot be solved now (D101). */
    agreed: { ownerSees: true },
    /** Somebody else handles it from now on (D100). */
    handed_over: { ownerSees: true },
    /** Somebody else answers for it from now on, in place of who received it (D43). */
    answerer_changed: { ownerSees: false },
    /** News for the owner. */
    words: { ownerSees: true },
    /** The owner added something. */
    owner_words: { ownerSees: true },
    /** The owner rated how it was handled. */
    rated: { ownerSees: true },
    /** For staff only. */
    note: { ownerSees: false },
    nature_changed: { ownerSees: false },
    recategorised: { ownerSees: false },
    flagged: { ownerSees: false },
    raised: { ownerSees: false },
    unreached: { ownerSees: false },
  },
})
export const {
  transitions,
  stateNames: complaintStates,
  stepKinds: stepKindNames,
  stepKindsForOwners,
} = complaintProcedure
export type ComplaintState = (typeof complaintStates)[number]
export type StepKind = (typeof stepKindNames)[number]

const hour = 60 * 60_000
const day = 24 * hour

/** The terms that hold (D98), and where the documents leave them open, ours. */
export const policy = {
  /** First handling, by the clock on the wall: nights and holidays count. */
  firstHandlingMs: 24 * hour,
  /** The whole, until the owner has a reply. */
  wholeWorkingDays: 3,
  /** From when on a term is shown as nearly over. */
  firstSoonMs: 4 * hour,
  wholeSoonMs: day,
  /** When owners are asked after a reply: so many working days later, at this time. */
  revisitWorkingDays: 1,
  revisitTime: '10:00',
  /** After so many tries to reach an owner the complaint may be closed without their word. */
  unreachedLimit: 3,
  /** When managers are told that a term was missed, and owners that there is a reply; an emergency is told at once. */
  daytime: { from: '08:00', to: '20:00' },
  /** A rating up to this one says that the owner is not content. */
  lowRating: 2,
  /** For so long after it was closed a low rating reopens a complaint; later it becomes a new one that points at it. */
  reopenWindowMs: 7 * day,
  /** What one owner may register in a day. */
  dailyLimit: 10,
  /** For so long the same words of an owner about a room are the same matter while it waits for a reply, … */
  sameMatterMs: day,
  /** … and what they add to a matter in the same words is the same. */
  sameWordsMs: hour / 2,
  /** What was said before a reply and comes after it is the same form, sent again, for so long; later it is said anew. */
  sentAgainMs: hour / 6,
  /** So far ahead, and no further, an owner is promised something: two years. */
  furthestPromiseMs: 731 * day,
  /** Photos of an owner, and of staff, for one complaint. */
  photosOfEachSide: 9,
} as const

/** The two terms of a complaint that comes in, or is taken up again, at `from`. */
export function termsOf(calendar: WorkingCalendar, from: Instant, zone: string) {
  return {
    firstDueAt: from + policy.firstHandlingMs,
    wholeDueAt: addWorkingDays(calendar, from, policy.wholeWorkingDays, zone),
    wholeStartedAt: from,
    wholeStartedOn: civilDateOf(from, zone),
  }
}

/** When an owner is asked whether they are content with a reply, or asked again after they could not be reached. */
export function revisitDueAt(calendar: WorkingCalendar, from: Instant, zone: string): Instant {
  const last = addWorkingDays(calendar, from, policy.revisitWorkingDays, zone)
  return instantOf(civilDateOf(last, zone), policy.revisitTime, zone)
}
