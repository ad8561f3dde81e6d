import { isPeriod } from '@heju/kernel'
import * as v from 'valibot'
import { givenRevisionSchema, idSchema, requestIdSchema } from '../../input.ts'
import { answerChannels, scale, staffChannels } from './methodology.ts'

export const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most))

export const periodSchema = v.pipe(
  v.string(),
  v.check(isPeriod, 'time.invalid_period'),
  v.examples(['2026-10']),
)

export const settingsSchema = v.object({
  enabled: v.boolean(),
  openDay: whole(1, 7),
  closeDay: whole(14, 28),
  remindAfterDays: v.nullable(whole(1, 14)),
  sendMessages: v.boolean(),
  leastAnswers: whole(5, 1000),
  leastRateE4: whole(0, 10_000),
  showMarket: v.boolean(),
})
/** As they are shown to whoever changes them. */
export const shownSettingsSchema = v.object({ ...settingsSchema.entries, revision: v.number() })
export type ShownSettings = v.InferOutput<typeof shownSettingsSchema>
export const saveSettingsSchema = v.object({
  ...settingsSchema.entries,
  requestId: requestIdSchema,
  revision: givenRevisionSchema,
})
export type SaveSettings = v.InferInput<typeof saveSettingsSchema>

/** One dimension: what is expected and what is found, 1 to 5. */
const scoreSchema = v.object({
  expected: whole(scale.least, scale.most),
  perceived: whole(scale.least, scale.most),
})
/** All six, each with both answers: an index over part of them would not compare with the others. */
const scoresSchema = v.object({
  cleanliness: scoreSchema,
  quiet: scoreSchema,
  warmth: scoreSchema,
  attentiveness: scoreSchema,
  flexibility: scoreSchema,
  respect: scoreSchema,
})
export type Scores = v.InferOutput<typeof scoresSchema>

const answerEntries = {
  requestId: requestIdSchema,
  answerId: idSchema('answ'),
  roundId: idSchema('srnd'),
  roomId: idSchema('room'),
  scores: scoresSchema,
  loyalty: v.optional(v.nullable(whole(scale.least, scale.most)), null),
  comment: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(500)), ''),
  /** Whether the project's staff may know which household it is, so as to come back to it. */
  named: v.optional(v.boolean(), false),
}
export const answerSurveySchema = v.object(answerEntries)
export type AnswerSurvey = v.InferInput<typeof answerSurveySchema>

export const recordAnswerSchema = v.object({ ...answerEntries, channel: v.picklist(staffChannels) })
export type RecordAnswer = v.InferInput<typeof recordAnswerSchema>

/** A survey that waits for an owner's answer, for one of their rooms. */
export const openSurveySchema = v.object({
  roundId: v.string(),
  projectId: v.string(),
  projectName: v.string(),
  roomId: v.string(),
  roomName: v.string(),
  period: v.string(),
  methodology: v.number(),
  closesAt: v.number(),
  /** Somebody of the household answered already; answering again takes that answer's place. */
  answered: v.boolean(),
})
export type OpenSurvey = v.InferOutput<typeof openSurveySchema>

/** Whether a household was told of the survey by message: reminded, told once, or not at all. */
export const askedStates = ['reminded', 'invited', 'not_asked'] as const
export type AskedState = (typeof askedStates)[number]

/** A household that has not answered yet, for those who call or visit it. */
export const unansweredSchema = v.object({
  roundId: v.string(),
  roomId: v.string(),
  roomName: v.string(),
  personId: v.string(),
  personName: v.string(),
  phoneMasked: v.nullable(v.string()),
  invitedAt: v.nullable(v.number()),
  remindedAt: v.nullable(v.number()),
})

export const answerSchema = v.object({
  id: v.string(),
  channel: v.picklist(answerChannels),
  /** The day alone: nobody needs the minute. */
  answeredOn: v.string(),
  scores: scoresSchema,
  loyalty: v.nullable(v.number()),
  comment: v.string(),
  /** Only where the household agreed, and only for those who speak with owners of the project. */
  room: v.nullable(v.object({ id: v.string(), name: v.string() })),
})
