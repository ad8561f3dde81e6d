import type { ServiceLine } from '../../estate/service-lines/index.ts'
import { complaintLines, type ComplaintCounts } from '../../desk/complaints/index.ts'
import type { Ctx } from '../../context.ts'
import type { ComparedLine } from './figure-schemas.ts'
import type { RoundMeasure } from './round-figures.ts'
import { hundredths } from './rules.ts'
import { surveyQuestions } from './tables.ts'

/** Whose work each question is about. A query, for `orm.batch`. */
export function linesOfQuestions(ctx: Ctx) {
  const { methodology, code, serviceLine } = surveyQuestions
  return ctx.db.orm.select({ methodology, code, serviceLine }).from(surveyQuestions)
}
type Questions = Awaited<ReturnType<typeof linesOfQuestions>>

/** What was asked in a round, and what it came to. */
export interface AskedRound {
  methodology: number
  measures: readonly RoundMeasure[]
}

/**
 * The service lines side by side: complaints, how many were answered in time, and what was found of what was expected. Marks are
 * added over rounds and questions of a line, as the index adds those of all; a line that nothing was asked about has none.
 */
export function compareLines(
  complaints: readonly (ComplaintCounts & { serviceLine: ServiceLine | null })[],
  questions: Questions,
  rounds: readonly AskedRound[],
): ComparedLine[] {
  return complaintLines(complaints).map((line) => ({
    ...line,
    satisfaction: line.serviceLine && foundOf(line.serviceLine, questions, rounds),
  }))
}

function foundOf(
  line: ServiceLine,
  questions: Questions,
  rounds: readonly AskedRound[],
): ComparedLine['satisfaction'] {
  const asked = rounds.map(({ methodology, measures }) =>
    measures.filter(({ measure }) =>
      questions.some(
        (one) => one.serviceLine === line && one.methodology === methodology && one.code === measure,
      ),
    ),
  )
  const all = asked.flat().map(({ sample }) => sample.sums)
  const [x, y] = [sum(all.map((each) => each.x)), sum(all.map((each) => each.y))]
  // Who answers a questionnaire answers all that it asks on both sides.
  const answered = sum(asked.map(([first]) => first?.answered ?? 0))
  return x === 0 ? null : { valueE2: hundredths((100 * y) / x), answered }
}

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0)
