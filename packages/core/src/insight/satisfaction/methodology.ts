/**
 * The six dimensions of good service (D199), each asked twice: what one expects and what one finds (D170).
 * 清洁卫生, 安静舒适, 热情亲切, 主动周到, 灵活机动, 尊重得体.
 */
export const dimensions = [
  'cleanliness',
  'quiet',
  'warmth',
  'attentiveness',
  'flexibility',
  'respect',
] as const
export type Dimension = (typeof dimensions)[number]

/** What figures are given for: the whole of a questionnaire, and each of its dimensions. */
export const measures = ['all', ...dimensions] as const
export type Measure = (typeof measures)[number]

/** What a question asks: what one expects and what one finds, or what one finds alone. */
export const questionSides = ['both', 'found'] as const
/** Where a question is asked on one side only, whether one would stay with the company (D173). */
export const loyaltyQuestion = 'loyalty'

/** Answers run from 1 to 5; what is found at 2 or below calls for somebody to look into it. */
export const scale = { least: 1, most: 5, low: 2 } as const
/** Between which marks one household can find a measure: the whole is the sum of the six. */
export function scaleOf(measure: Measure): { least: number; most: number } {
  const questions = measure === 'all' ? dimensions.length : 1
  return { least: scale.least * questions, most: scale.most * questions }
}
/** The loyalty question (D173): who answers 4 or 5 would stay with the company. */
export const loyalFrom = 4

/**
 * What a round was asked and calculated by (D176). Another wording, another scale or another formula is another version:
 * rounds keep theirs, and figures of two versions are never set against each other.
 */
export const currentMethodology = 1

/**
 * By which rules intervals, changes and places are calculated from the answers. Questions and index do not change with it,
 * so rounds of an older method are calculated again by the newest: what is shown side by side is of one method, and the
 * log says what was corrected. What was reported by the first stays in `survey_results`.
 *
 * 1: the room as unit, one plain interval, finite population correction also where rounds are compared.
 * 2: the asked person as unit, one more person at either end, the correction for the level of a month alone, places by
 *    step-down pairs, flags under one false-discovery rate (docs/decisions/0010).
 */
export const currentMethod = 2

/** How an answer came in: by the household itself in the portal, or noted down by staff. */
export const answerChannels = ['portal', 'phone', 'visit', 'desk'] as const
export type AnswerChannel = (typeof answerChannels)[number]
export const staffChannels = ['phone', 'visit', 'desk'] as const satisfies readonly AnswerChannel[]
