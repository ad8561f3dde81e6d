import * as v from 'valibot'
import { fileEntries } from '../../platform/exports/shape.ts'
import { complaintLineSchema } from '../../desk/complaints/shape.ts'
import { idSchema } from '../../input.ts'
import { answerChannels, dimensions, measures, scale } from './methodology.ts'
import { unrankedReasons } from './rules.ts'
import { periodSchema } from './schemas.ts'

const figure = v.object({
  valueE2: v.number(),
  lowE2: v.nullable(v.number()),
  highE2: v.nullable(v.number()),
})
/** One measure of one round; figures in hundredths of a point, shares in 1/10,000. */
const measuredSchema = v.object({
  measure: v.picklist(measures),
  /** Households that answered, and persons who did so for them. */
  answers: v.number(),
  answered: v.number(),
  /** Perceived ÷ expected × 100, with its 95 % interval by the method named beside; null without answers. */
  index: v.nullable(figure),
  /** What is found alone, as a share of the best possible × 100: comparable with surveys that ask for nothing else. */
  scoreE2: v.nullable(v.number()),
  /** Households that found it at 2 or below. */
  low: v.number(),
  /**
   * Against the month before, with its 95 % interval for this figure alone. `significant`: beyond chance among all the
   * changes of the month in the company, at a false-discovery rate of 5 %.
   */
  change: v.nullable(
    v.object({ valueE2: v.number(), lowE2: v.number(), highE2: v.number(), significant: v.boolean() }),
  ),
})
export type Measured = v.InferOutput<typeof measuredSchema>

/** Complaints that came in during the month: what `complaintList` finds for the project and `month`. */
const complaintsSchema = v.object({
  count: v.number(),
  /** 有效投诉 (D88, D91). */
  effective: v.number(),
  /** On the last day of the month, or today in the month that runs; whether or not there was a survey. */
  households: v.number(),
  /** With its exact 95 % interval (Poisson). */
  perThousandE2: v.nullable(v.number()),
  perThousand: v.nullable(v.object({ lowE2: v.number(), highE2: v.number() })),
  /** Replied to within the term of the whole, and not. */
  met: v.number(),
  missed: v.number(),
  /** With its 95 % interval (Wilson). */
  onTimeE4: v.nullable(v.number()),
  onTime: v.nullable(v.object({ lowE4: v.number(), highE4: v.number() })),
  /** Beyond what chance and the usual differences between projects explain at this size, and to which side. */
  beyond: v.nullable(v.picklist(['above', 'below'])),
  onTimeBeyond: v.nullable(v.picklist(['above', 'below'])),
  /** The textbook's model of those who are discontent without a word (D111). */
  model: v.object({ discontent: v.number(), silent: v.number(), lost: v.number() }),
})
/**
 * Bills for the month that were published: what of them is paid by now, and what was at the end of `measuredOn`, which
 * stays and is what months and projects are compared by; null until that day is over.
 */
const collectionSchema = v.object({
  billedFen: v.number(),
  collectedFen: v.number(),
  rateE4: v.nullable(v.number()),
  dueOn: v.string(),
  measuredOn: v.string(),
  measured: v.nullable(
    v.object({ billedFen: v.number(), collectedFen: v.number(), rateE4: v.nullable(v.number()) }),
  ),
})

const roundEntries = {
  projectId: v.string(),
  name: v.string(),
  roundId: v.nullable(v.string()),
  /** `open`: figures are provisional. */
  state: v.picklist(['none', 'open', 'closed']),
  closesAt: v.nullable(v.number()),
  methodology: v.nullable(v.number()),
  households: v.number(),
  answers: v.number(),
  /** Who was asked, each for one or more households, and how many of them answered: the unit of intervals and places. */
  persons: v.number(),
  answered: v.number(),
  /** Everybody answered for every household: nothing is left to chance. */
  allHeard: v.boolean(),
  responseRateE4: v.nullable(v.number()),
  /** Answers that staff noted down: many of them make a figure worth a second look. */
  byStaff: v.number(),
  /** Of those who were asked and answered, how many would stay with the company. */
  loyaltyRate: v.nullable(v.object({ valueE4: v.number(), lowE4: v.number(), highE4: v.number() })),
  /** The whole first, then each dimension; empty without a round. */
  figures: v.array(measuredSchema),
  /** Why it is not ranked. */
  unrankedBecause: v.nullable(v.picklist(unrankedReasons)),
}

const comparedSchema = v.object({
  ...roundEntries,
  /**
   * The places that it may hold among `of` projects of the company, with 95 % confidence in all of them at once; `tied`:
   * another one has the same. `alike` names those the reader may see from whom it cannot be told.
   */
  rank: v.nullable(
    v.object({
      from: v.number(),
      to: v.number(),
      of: v.number(),
      tied: v.boolean(),
      alike: v.array(v.string()),
    }),
  ),
  complaints: complaintsSchema,
  /** Null where nothing was billed. */
  collection: v.nullable(collectionSchema),
})
export type Compared = v.InferOutput<typeof comparedSchema>

export const compareSchema = v.object({ period: v.optional(periodSchema) })
export type Compare = v.InferInput<typeof compareSchema>

const marketSchema = v.object({ key: v.string(), scoreE2: v.number(), year: v.number(), source: v.string() })
const limits = v.object({ low: v.number(), high: v.number() })
const discoveryEntries = {
  compared: v.number(),
  found: v.number(),
  /** Of those found, at most so many are expected to be chance. */
  falseAtMost: v.number(),
  /** How many chance alone would throw up without the correction. */
  uncorrected: v.number(),
}
/** What projects of every size can be expected to have; figures as fractions of `of`. */
const funnelSchema = v.object({
  ...discoveryEntries,
  projects: v.number(),
  /** With fewer than ten projects the lines are drawn and nobody is judged. */
  judged: v.boolean(),
  /** All projects together. */
  centre: v.number(),
  /** Between what projects lie that differ as usual, whatever their size; null where they differ by chance alone. */
  usual: v.nullable(limits),
  lines: v.array(v.object({ of: v.number(), warning: limits, alarm: limits })),
})
export type FunnelFigures = v.InferOutput<typeof funnelSchema>

/** A service line in the month, of the projects that are seen. */
const comparedLineSchema = v.object({
  ...complaintLineSchema.entries,
  /** Of the questions about it, what was found ÷ what was expected × 100, and persons who answered; null where none was asked. */
  satisfaction: v.nullable(v.object({ valueE2: v.number(), answered: v.number() })),
})
export type ComparedLine = v.InferOutput<typeof comparedLineSchema>

export const comparisonSchema = v.object({
  period: v.string(),
  /** By which rules intervals, changes and places were calculated (docs/decisions/0010). */
  method: v.number(),
  /** Some of the rounds are open still. */
  provisional: v.boolean(),
  leastAnswers: v.number(),
  leastRateE4: v.number(),
  /** What was collected is measured so many days after the month fell due. */
  measuredAfterDays: v.number(),
  /** All changes of the month, of every project and measure: how many were looked at, and how many are beyond chance. */
  changes: v.object(discoveryEntries),
  /** Complaints for each household, and the share of complaints settled in time. */
  complaintFunnel: v.nullable(funnelSchema),
  onTimeFunnel: v.nullable(funnelSchema),
  /** By what is found overall, the highest first. */
  ranked: v.array(comparedSchema),
  /** With too little to be ranked, by name. */
  unranked: v.array(comparedSchema),
  lines: v.array(comparedLineSchema),
  market: v.array(marketSchema),
})
export type Comparison = v.InferOutput<typeof comparisonSchema>

export const readRoundSchema = v.object({ projectId: idSchema('proj'), period: periodSchema })
export type ReadRound = v.InferInput<typeof readRoundSchema>

const spread = v.pipe(v.array(v.number()), v.length(scale.most))
export const roundSchema = v.object({
  ...roundEntries,
  method: v.number(),
  /** What an older method reported for the whole when the round closed, where that was corrected since. */
  corrected: v.nullable(
    v.object({ method: v.number(), lowE2: v.nullable(v.number()), highE2: v.nullable(v.number()) }),
  ),
  leastAnswers: v.number(),
  leastRateE4: v.number(),
  /** Of each dimension, how many households answered 1, 2, 3, 4 and 5. */
  spreads: v.array(v.object({ dimension: v.picklist(dimensions), expected: spread, perceived: spread })),
  channels: v.array(v.object({ channel: v.picklist(answerChannels), answers: v.number() })),
})
export type RoundFigures = v.InferOutput<typeof roundSchema>

export const trendQuerySchema = v.object({
  from: periodSchema,
  to: periodSchema,
  projectId: v.optional(idSchema('proj')),
  measure: v.optional(v.picklist(measures), 'all'),
})
export type TrendQuery = v.InferInput<typeof trendQuerySchema>
export const trendPointSchema = v.object({
  projectId: v.string(),
  period: v.string(),
  persons: v.number(),
  answered: v.number(),
  answers: v.number(),
  households: v.number(),
  /** By which questionnaire it was asked: months of two of them are not set against each other (D176). */
  methodology: v.number(),
  index: v.nullable(figure),
  unrankedBecause: v.nullable(v.picklist(unrankedReasons)),
})
export type TrendPoint = v.InferOutput<typeof trendPointSchema>

export const checkSchema = v.object({ period: periodSchema })
export type Check = v.InferInput<typeof checkSchema>
export const checkedSchema = v.object({
  projectId: v.string(),
  roundId: v.string(),
  intact: v.boolean(),
  /** What does not come out as it was reported; empty where all does. */
  differing: v.array(v.picklist(measures)),
})
export type Checked = v.InferOutput<typeof checkedSchema>

export const exportComparisonSchema = v.object({ ...fileEntries, ...compareSchema.entries })
export type ExportComparison = v.InferInput<typeof exportComparisonSchema>
