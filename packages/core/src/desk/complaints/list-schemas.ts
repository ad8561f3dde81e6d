import { isPeriod } from '@heju/kernel'
import * as v from 'valibot'
import { serviceLineSchema } from '../../estate/service-lines/shape.ts'
import { idSchema } from '../../input.ts'
import { pageEntries } from '../../paging.ts'
import { clockStates, clockTones } from '../../platform/procedure/shape.ts'
import {
  channels,
  communicativeKinds,
  complaintStates,
  effectiveGrounds,
  natures,
  raiseReasons,
  revisitChannels,
  revisitOutcomes,
  stepKindNames,
} from './rules.ts'

/**
 * What staff look through: those open in the order of urgency, or those that came in, the newest first. `mine`: that I
 * handle. `overdue`: whose first handling or reply is late; what follows the reply waits in `revisit` and `to_summarise`.
 * `no_echo`: whose owner has not heard from a person yet (D107).
 */
export const views = [
  'open',
  'mine',
  'overdue',
  'due_today',
  'revisit',
  'to_summarise',
  'no_echo',
  'unassigned',
  'received',
  'all',
] as const
export type View = (typeof views)[number]
export const outcomesOfTerm = ['met', 'missed', 'running'] as const
export type OutcomeOfTerm = (typeof outcomesOfTerm)[number]

export const monthSchema = v.pipe(
  v.string(),
  v.check(isPeriod, 'time.invalid_period'),
  v.examples(['2026-11']),
)
export const flag = v.pipe(
  v.union([v.boolean(), v.picklist(['true', 'false'])]),
  v.transform((wish) => String(wish) === 'true'),
)

export const listCategoriesSchema = v.object({
  /** Also those that were put away. */
  archived: v.optional(flag, false),
})
export type ListCategories = v.InferInput<typeof listCategoriesSchema>

const clockSchema = v.object({
  dueAt: v.number(),
  state: v.picklist(clockStates),
  tone: v.picklist(clockTones),
  stoppedAt: v.nullable(v.number()),
})
const clocksSchema = v.object({ first: clockSchema, whole: clockSchema })
const listed = {
  id: v.string(),
  number: v.string(),
  projectId: v.string(),
  roomId: v.nullable(v.string()),
  /** The room, parking space or common place that it is at; its prefix tells which. */
  placeId: v.nullable(v.string()),
  /** What that was called then, or where it is in words. */
  place: v.string(),
  contactName: v.string(),
  phoneMasked: v.nullable(v.string()),
  channel: v.picklist(channels),
  categoryId: v.string(),
  /** Names the text of a category that came with the product; `categoryName` is the company's own name. */
  categoryCode: v.nullable(v.string()),
  categoryName: v.nullable(v.string()),
  text: v.string(),
  state: v.picklist(complaintStates),
  round: v.number(),
  nature: v.nullable(v.picklist(natures)),
  emergency: v.boolean(),
  major: v.boolean(),
  special: v.boolean(),
  handlerId: v.nullable(v.string()),
  handlerName: v.nullable(v.string()),
  registeredAt: v.number(),
  promisedAt: v.nullable(v.number()),
  agreedAt: v.nullable(v.number()),
  nextDueAt: v.nullable(v.number()),
  echoedAt: v.nullable(v.number()),
  repliedAt: v.nullable(v.number()),
  satisfied: v.nullable(v.boolean()),
  rating: v.nullable(v.number()),
  closedAt: v.nullable(v.number()),
  clocks: clocksSchema,
}
export const listedComplaintSchema = v.object(listed)

const photoSchema = v.object({ id: v.string(), contentType: v.string(), size: v.number() })
export const complaintPageSchema = v.object({
  ...listed,
  /** What its place is called today; `place` is what it was called when it was registered. */
  placeName: v.nullable(v.string()),
  /** The room that it is at, or of the owner who tells of a common place. */
  roomName: v.nullable(v.string()),
  agentName: v.nullable(v.string()),
  wish: v.string(),
  natureKind: v.nullable(v.picklist(communicativeKinds)),
  natureGround: v.nullable(v.picklist(effectiveGrounds)),
  authorityNo: v.nullable(v.string()),
  authorityOn: v.nullable(v.string()),
  firstReceiverId: v.nullable(v.string()),
  firstReceiverName: v.nullable(v.string()),
  /** Who answers for it by now: the first receiver, or who took that over. */
  answererId: v.nullable(v.string()),
  answererName: v.nullable(v.string()),
  ownerId: v.nullable(v.string()),
  personId: v.nullable(v.string()),
  previousId: v.nullable(v.string()),
  updateDueAt: v.nullable(v.number()),
  revisitDueAt: v.nullable(v.number()),
  unreached: v.number(),
  cause: v.nullable(v.string()),
  learned: v.nullable(v.string()),
  prevention: v.nullable(v.string()),
  /** The states that a step may lead to now. */
  next: v.array(v.picklist(complaintStates)),
  steps: v.array(
    v.object({
      id: v.string(),
      round: v.number(),
      kind: v.picklist(stepKindNames),
      byKind: v.picklist(['staff', 'owner', 'job']),
      byId: v.string(),
      byName: v.nullable(v.string()),
      at: v.number(),
      /** What the owner reads. */
      ownerWords: v.nullable(v.string()),
      /** For staff only, as all that follows. */
      note: v.nullable(v.string()),
      detail: v.record(v.string(), v.unknown()),
      photos: v.array(photoSchema),
    }),
  ),
  revisits: v.array(
    v.object({
      id: v.string(),
      round: v.number(),
      byKind: v.picklist(['staff', 'owner']),
      channel: v.picklist(revisitChannels),
      outcome: v.picklist(revisitOutcomes),
      rating: v.nullable(v.number()),
      attitudes: v.nullable(v.record(v.string(), v.number())),
      words: v.string(),
      at: v.number(),
    }),
  ),
  raises: v.array(v.object({ round: v.number(), reason: v.picklist(raiseReasons), at: v.number() })),
})
export type ComplaintPage = v.InferOutput<typeof complaintPageSchema>

/** A complaint as its owner sees it in their list. */
const mine = {
  id: v.string(),
  number: v.string(),
  place: v.string(),
  categoryCode: v.nullable(v.string()),
  categoryName: v.nullable(v.string()),
  text: v.string(),
  state: v.picklist(complaintStates),
  registeredAt: v.number(),
  /** Until when they hear first, and until when they have a reply. */
  clocks: clocksSchema,
  promisedAt: v.nullable(v.number()),
  agreedAt: v.nullable(v.number()),
  closedAt: v.nullable(v.number()),
  rating: v.nullable(v.number()),
}
export const myComplaintSchema = v.object(mine)
export type MyComplaint = v.InferOutput<typeof myComplaintSchema>

export const myComplaintPageSchema = v.object({
  ...mine,
  wish: v.string(),
  channel: v.picklist(channels),
  previousId: v.nullable(v.string()),
  /** There is a reply that they have not rated. */
  mayRate: v.boolean(),
  mayAdd: v.boolean(),
  steps: v.array(
    v.object({
      kind: v.picklist(stepKindNames),
      /** Who asks, somebody else on the owner's side (an agent, a co-owner) whose name is not told, or the company. */
      by: v.picklist(['me', 'owner_side', 'company']),
      at: v.number(),
      /** In plain words; without them a page says what the kind of step means. */
      words: v.nullable(v.string()),
      photos: v.array(photoSchema),
    }),
  ),
})
export type MyComplaintPage = v.InferOutput<typeof myComplaintPageSchema>

export const listMyComplaintsSchema = v.object(pageEntries)
export type ListMyComplaints = v.InferInput<typeof listMyComplaintsSchema>

export const complaintFiguresSchema = v.object({
  from: monthSchema,
  to: monthSchema,
  projectId: v.optional(idSchema('proj')),
})
export type ComplaintFiguresQuery = v.InferInput<typeof complaintFiguresSchema>

/** The complaints of one project and month, by the day on which they came in. */
export const complaintFigureSchema = v.object({
  projectId: v.string(),
  month: v.string(),
  complaints: v.number(),
  /** 有效投诉. */
  effective: v.number(),
  /** Replied to within the term of the whole, in every round. */
  met: v.number(),
  missed: v.number(),
  /** Neither yet. */
  running: v.number(),
  firstMet: v.number(),
  firstMissed: v.number(),
  reopened: v.number(),
  satisfied: v.number(),
  dissatisfied: v.number(),
  /** Rooms that somebody lived or worked in on the last day of the month, or today in the month that runs. */
  households: v.number(),
  /** Complaints per thousand households × 10^2, and its 95 % interval; null without households. */
  perThousandE2: v.nullable(v.number()),
  perThousand: v.nullable(v.object({ lowE2: v.number(), highE2: v.number() })),
  /** met ÷ (met + missed) × 10^4, and its 95 % interval; null while none is decided. */
  onTimeE4: v.nullable(v.number()),
  onTime: v.nullable(v.object({ lowE4: v.number(), highE4: v.number() })),
})
export type ComplaintFigure = v.InferOutput<typeof complaintFigureSchema>

/** A month of all projects that were asked for. */
export const complaintMonthSchema = v.omit(complaintFigureSchema, ['projectId'])
export type ComplaintMonth = v.InferOutput<typeof complaintMonthSchema>

/** A service line in one month; null: complaints under categories for which none was chosen yet. */
export const complaintLineSchema = v.object({
  serviceLine: v.nullable(serviceLineSchema),
  ...v.pick(complaintFigureSchema, ['complaints', 'met', 'missed', 'running', 'onTimeE4', 'onTime']).entries,
})
export type ComplaintLine = v.InferOutput<typeof complaintLineSchema>
