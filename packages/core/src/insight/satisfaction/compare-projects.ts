import { addMonths, periodAt, type Period } from '@heju/kernel'
import { collectionOf, measuredAfterDays } from '../../fees/collection/index.ts'
import { complaintRates } from '../../desk/complaints/index.ts'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { funnelOfMonth, type FunnelOfMonth } from './complaint-funnels.ts'
import { flagChanges } from './flag-changes.ts'
import { currentMethod } from './methodology.ts'
import { orderProjects } from './order-projects.ts'
import { readMonth } from './read-month.ts'
import { projectRound } from './round-figures.ts'
import { compareLines } from './service-lines.ts'
import { marketFigures, textbookModel } from './rules.ts'
import { compareSchema, type Compare, type Compared, type Comparison } from './figure-schemas.ts'

/**
 * Projects side by side for one month (D178, D193): the index with its interval, response, complaints, time kept and
 * money collected. Projects with too few answers stand apart. Places, flags and funnels are those of the whole company;
 * who may see some projects only gets those, in their places. One round trip, however many projects.
 * @param raw.period the month that was measured; left out, the one before this
 */
export async function compareProjects(ctx: Ctx, raw: Compare): Promise<Comparison> {
  const scope = ctx.projectsWhere('satisfaction.compare')
  const input = parse(compareSchema, raw)
  const period = (input.period ?? addMonths(periodAt(ctx.now, ctx.company.zone), -1)) as Period
  const month = await readMonth(ctx, period)
  const { settings, measures } = month
  const flagged = flagChanges(measures)
  const { funnels, complaintsOf } = complaintsOfMonth(month)
  const rounds = month.rounds.map(({ project, round }) =>
    projectRound(project, round, measures, { settings, flagged }),
  )
  const seen = (projectId: string) => scope === 'all' || scope.includes(projectId)
  const rows = orderProjects(rounds, measures)
    .filter(({ projectId }) => seen(projectId))
    .map((round): Compared => ({
      ...round,
      rank: round.rank && { ...round.rank, alike: round.rank.alike.filter(seen) },
      complaints: complaintsOf(round.projectId),
      collection: collectionFor(ctx, month.collected.get(round.projectId)),
    }))
  const { compared, found, falseAtMost, uncorrected } = flagged
  return {
    period,
    method: currentMethod,
    provisional: rows.some(({ state }) => state === 'open'),
    leastAnswers: settings.leastAnswers,
    leastRateE4: settings.leastRateE4,
    measuredAfterDays,
    changes: { compared, found, falseAtMost, uncorrected },
    complaintFunnel: funnels.rate.figures,
    onTimeFunnel: funnels.share.figures,
    ranked: rows.filter(({ unrankedBecause }) => unrankedBecause === null),
    unranked: rows.filter(({ unrankedBecause }) => unrankedBecause !== null),
    lines: linesOfMonth(month, seen),
    market: settings.showMarket ? [...marketFigures] : [],
  }
}

type Month = Awaited<ReturnType<typeof readMonth>>

/** Service lines over the projects that are seen. */
function linesOfMonth(
  { rounds, measures, complaintsByLine, questions }: Month,
  seen: (projectId: string) => boolean,
): Comparison['lines'] {
  const asked = rounds.flatMap(({ project, round }) =>
    round === null || !seen(project.id)
      ? []
      : [
          {
            methodology: round.methodology,
            measures: measures.filter(({ roundId }) => roundId === round.id),
          },
        ],
  )
  return compareLines(
    complaintsByLine.filter(({ projectId }) => seen(projectId)),
    questions,
    asked,
  )
}

/** Complaints of each project against the households that it had in the month, and who lies beyond the funnels. */
function complaintsOfMonth({ rounds, complaints, households }: Month) {
  const counted = rounds.map(({ project: { id } }) => {
    const { complaints: count = 0, effective = 0, met = 0, missed = 0 } = complaints.get(id) ?? {}
    return { id, count, effective, met, missed, households: households.get(id)?.households ?? 0 }
  })
  const funnels: Record<'rate' | 'share', FunnelOfMonth> = {
    rate: funnelOfMonth(
      'rate',
      counted.map(({ id, count, households: of }) => ({ id, count, of })),
    ),
    share: funnelOfMonth(
      'share',
      counted.map(({ id, met, missed }) => ({ id, count: met, of: met + missed })),
    ),
  }
  const known = new Map(counted.map((each) => [each.id, each]))
  const complaintsOf = (projectId: string): Compared['complaints'] => {
    const of = known.get(projectId) ?? { count: 0, effective: 0, met: 0, missed: 0, households: 0 }
    const { count, effective, met, missed } = of
    return {
      count,
      effective,
      households: of.households,
      met,
      missed,
      ...complaintRates({ ...of, complaints: count }),
      beyond: funnels.rate.beyond(projectId),
      onTimeBeyond: funnels.share.beyond(projectId),
      model: textbookModel(count),
    }
  }
  return { funnels, complaintsOf }
}

function collectionFor(
  ctx: Ctx,
  collected: Parameters<typeof collectionOf>[1] | undefined,
): Compared['collection'] {
  if (collected === undefined) return null
  const { billedFen, collectedFen, rateE4, dueOn, measuredOn, measured } = collectionOf(ctx, collected)
  return { billedFen, collectedFen, rateE4, dueOn, measuredOn, measured }
}
