import * as v from 'valibot'
import { daySchema } from '../../platform/calendar/shape.ts'
import { fileIdsSchema } from '../../platform/files/shape.ts'
import {
  givenRevisionSchema,
  idSchema,
  instantSchema,
  nameSchema,
  requestIdSchema,
  seenWords,
} from '../../input.ts'
import { phoneSchema } from '../../estate/registry/shape.ts'
import { serviceLineSchema } from '../../estate/service-lines/shape.ts'
import { attitudes, channels, communicativeKinds, policy, revisitChannels, revisitOutcomes } from './rules.ts'

/** What is said, in sentences. */
const wordsSchema = (shortest: number, longest = 2000) =>
  v.pipe(v.string(), seenWords, v.minLength(shortest), v.maxLength(longest))
const optionalWords = v.optional(v.pipe(v.string(), seenWords, v.maxLength(2000)), '')
const ratingSchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5))
const attitudesSchema = v.optional(
  v.object(Object.fromEntries(attitudes.map((name) => [name, v.optional(ratingSchema)]))),
)
const wishSchema = v.optional(v.pipe(v.string(), v.trim(), v.maxLength(500)), '')

/** Where a category stands that was given no place. */
export const lastPosition = 999

const ofComplaint = { requestId: requestIdSchema, complaintId: idSchema('cmpl') }
/** What every step of staff may carry: words that the owner reads, a note that stays among staff, photos for the owner. */
const step = { ...ofComplaint, ownerWords: optionalWords, note: optionalWords, fileIds: fileIdsSchema }

export const registerComplaintSchema = v.pipe(
  v.object({
    ...ofComplaint,
    projectId: idSchema('proj'),
    roomId: v.optional(idSchema('room')),
    /** Where it is, when it concerns no room: a parking space, a common place … */
    placeId: v.optional(v.union([idSchema('park'), idSchema('place')])),
    /** … or in words. */
    place: v.optional(nameSchema(60)),
    channel: v.picklist(channels),
    /** Who came on behalf of the complainant (D87). */
    agentName: v.optional(nameSchema(40)),
    /** A person of the registry: name and phone are taken from there unless given. */
    personId: v.optional(idSchema('pers')),
    contactName: v.optional(nameSchema(40)),
    contactPhone: v.optional(phoneSchema),
    categoryId: idSchema('ccat'),
    text: wordsSchema(5),
    wish: wishSchema,
    /** Left out: whoever registers it, if they may handle complaints. */
    handlerId: v.optional(idSchema('stf')),
    /** What the first receiver promised (D42). */
    promisedAt: v.optional(instantSchema),
    major: v.optional(v.boolean(), false),
    emergency: v.optional(v.boolean(), false),
    special: v.optional(v.boolean(), false),
    note: optionalWords,
    fileIds: fileIdsSchema,
  }),
  v.forward(
    v.check(
      ({ roomId, placeId, place }) => [roomId, placeId, place].some((said) => said !== undefined),
      'complaints.field.place',
    ),
    ['place'],
  ),
  v.forward(
    v.check(
      ({ roomId, placeId }) => roomId === undefined || placeId === undefined,
      'complaints.field.one_place',
    ),
    ['placeId'],
  ),
  v.forward(
    v.check(
      (input) => input.channel !== 'on_behalf' || input.agentName !== undefined,
      'complaints.field.agent',
    ),
    ['agentName'],
  ),
)
export type RegisterComplaint = v.InferInput<typeof registerComplaintSchema>

export const complainSchema = v.object({
  ...ofComplaint,
  /** As whose owner they speak, and what it is about unless they say where else it is. */
  roomId: idSchema('room'),
  commonPlaceId: v.optional(idSchema('place')),
  categoryId: idSchema('ccat'),
  text: wordsSchema(5),
  wish: wishSchema,
  fileIds: fileIdsSchema,
})
export type Complain = v.InferInput<typeof complainSchema>

export const breachSchema = v.object({
  nature: v.literal('effective'),
  ground: v.literal('breach'),
  /** Under which number, on which day, the authority registered it. */
  authorityNo: nameSchema(60),
  authorityOn: daySchema,
})
const natureSchema = v.union([
  breachSchema,
  v.object({ nature: v.literal('effective'), ground: v.literal('harm') }),
  v.object({ nature: v.literal('communicative'), kind: v.picklist(communicativeKinds) }),
])
export type JudgedNature = v.InferOutput<typeof natureSchema>

export const judgeNatureSchema = v.object({
  ...step,
  judgement: natureSchema,
  promisedAt: v.optional(instantSchema),
})
export type JudgeNature = v.InferInput<typeof judgeNatureSchema>

/** D90: a matter that was only to be talked over became an effective complaint, or was taken for one wrongly. */
export const correctNatureSchema = v.object({
  ...ofComplaint,
  judgement: natureSchema,
  reason: wordsSchema(4, 500),
})
export type CorrectNature = v.InferInput<typeof correctNatureSchema>

export const investigateSchema = v.object({
  ...step,
  /** What was found, for staff. */
  findings: wordsSchema(2),
})
export type Investigate = v.InferInput<typeof investigateSchema>

/** Who had it as its sender saw it; left out: whoever has it now. */
const seenHandlerId = v.optional(v.nullable(idSchema('stf')))

export const decideHandlerSchema = v.object({
  ...step,
  handlerId: idSchema('stf'),
  seenHandlerId,
  /** Asked for when it changes hands. */
  handOverNote: optionalWords,
})
export type DecideHandler = v.InferInput<typeof decideHandlerSchema>

export const handOverSchema = v.object({
  ...ofComplaint,
  handlerId: idSchema('stf'),
  seenHandlerId,
  handOverNote: wordsSchema(4, 500),
})
export type HandOver = v.InferInput<typeof handOverSchema>

export const proposePlanSchema = v.object({
  ...step,
  /** What will be done, for staff. */
  plan: wordsSchema(2),
})
export type ProposePlan = v.InferInput<typeof proposePlanSchema>

export const replySchema = v.object({ ...step, ownerWords: wordsSchema(5) })
export type Reply = v.InferInput<typeof replySchema>

export const resolveAtOnceSchema = v.object({
  ...ofComplaint,
  judgement: natureSchema,
  findings: wordsSchema(2),
  plan: wordsSchema(2),
  ownerWords: wordsSchema(5),
  fileIds: fileIdsSchema,
})
export type ResolveAtOnce = v.InferInput<typeof resolveAtOnceSchema>

export const agreeTimeSchema = v.object({
  ...ofComplaint,
  /** When it will be solved. */
  agreedAt: instantSchema,
  /** When the owner hears next how it stands; not after `agreedAt`. */
  nextUpdateAt: instantSchema,
  /** Why not now. */
  ownerWords: wordsSchema(5),
})
export type AgreeTime = v.InferInput<typeof agreeTimeSchema>

export const tellOwnerSchema = v.object({
  ...ofComplaint,
  ownerWords: wordsSchema(2),
  nextUpdateAt: v.optional(instantSchema),
  fileIds: fileIdsSchema,
})
export type TellOwner = v.InferInput<typeof tellOwnerSchema>

export const addNoteSchema = v.object({ ...ofComplaint, note: wordsSchema(1), fileIds: fileIdsSchema })
export type AddNote = v.InferInput<typeof addNoteSchema>

export const flagComplaintSchema = v.pipe(
  v.object({
    ...ofComplaint,
    major: v.optional(v.boolean()),
    emergency: v.optional(v.boolean()),
    special: v.optional(v.boolean()),
    reason: wordsSchema(2, 500),
  }),
  v.check(
    ({ major, emergency, special }) => [major, emergency, special].some((mark) => mark !== undefined),
    'complaints.field.no_mark',
  ),
)
export type FlagComplaint = v.InferInput<typeof flagComplaintSchema>

export const recategoriseSchema = v.object({ ...ofComplaint, categoryId: idSchema('ccat') })
export type Recategorise = v.InferInput<typeof recategoriseSchema>

const revisitFields = {
  ...ofComplaint,
  revisitId: idSchema('rvst'),
  channel: v.picklist(revisitChannels),
  outcome: v.picklist(revisitOutcomes),
  rating: v.optional(ratingSchema),
  attitudes: attitudesSchema,
  /** What the owner said. */
  words: optionalWords,
}
export const recordRevisitSchema = v.pipe(
  v.object(revisitFields),
  v.forward(
    v.check(
      (input) => input.outcome !== 'dissatisfied' || input.words.length >= 2,
      'complaints.field.what_is_amiss',
    ),
    ['words'],
  ),
)
export type RecordRevisit = v.InferInput<typeof recordRevisitSchema>

export const closeComplaintSchema = v.object({
  ...ofComplaint,
  /** The three questions of D103: why it came to this, what was learned, how to prevent it. */
  cause: wordsSchema(4, 1000),
  learned: wordsSchema(4, 1000),
  prevention: wordsSchema(4, 1000),
  ownerWords: optionalWords,
})
export type CloseComplaint = v.InferInput<typeof closeComplaintSchema>

export const revealContactSchema = v.object(ofComplaint)
export type RevealContact = v.InferInput<typeof revealContactSchema>

/** Words, photos or both. */
export const addOwnerWordsSchema = v.pipe(
  v.object({
    ...ofComplaint,
    words: v.optional(v.pipe(v.string(), seenWords, v.maxLength(1000)), ''),
    fileIds: fileIdsSchema,
  }),
  v.forward(
    v.check(({ words, fileIds }) => words !== '' || fileIds.length > 0, 'complaints.field.nothing_added'),
    ['words'],
  ),
)
export type AddOwnerWords = v.InferInput<typeof addOwnerWordsSchema>

export const rateComplaintSchema = v.pipe(
  v.object({
    ...ofComplaint,
    revisitId: idSchema('rvst'),
    /** Id of the complaint that a low rating begins when this one was closed too long ago. */
    newComplaintId: idSchema('cmpl'),
    rating: ratingSchema,
    attitudes: attitudesSchema,
    words: v.optional(v.pipe(v.string(), seenWords, v.maxLength(1000)), ''),
  }),
  v.forward(
    v.check(
      (input) => input.rating > policy.lowRating || input.words.length >= 2,
      'complaints.field.what_is_amiss',
    ),
    ['words'],
  ),
)
export type RateComplaint = v.InferInput<typeof rateComplaintSchema>

/** What is left out stays as it is; of a new one it is null, false, or the last position, save the service line of the first level. */
export const saveCategorySchema = v.object({
  requestId: requestIdSchema,
  categoryId: idSchema('ccat'),
  /** Of one that is there. */
  revision: givenRevisionSchema,
  /** The company's own; null for one that came with the product: its name in the reader's language. */
  name: v.optional(v.nullable(nameSchema(20))),
  parentId: v.optional(v.nullable(idSchema('ccat'))),
  /** Of the first level, and chosen there; what is below is of the same line. */
  serviceLine: v.optional(serviceLineSchema),
  aboutFees: v.optional(v.boolean()),
  position: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(lastPosition))),
  archived: v.optional(v.boolean()),
})
export type SaveCategory = v.InferInput<typeof saveCategorySchema>
