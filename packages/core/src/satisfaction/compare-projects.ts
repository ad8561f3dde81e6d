import { addMonths, periodAt, type Period } from '@heju/kernel'
import { and, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../context.ts'
import { collectedIn } from '../billing/index.ts'
import { complaintCounts } from '../complaints/index.ts'
import { parse } from '../input.ts'
import { projects } from '../projects/index.ts'
import { rank } from './ranking.ts'
import { reckoningQueries, reckonings } from './reckoning.ts'
import {
  fromReckoning,
  fromResult,
  projectRound,
  type ProjectRound,
  type RoundMeasure,
} from './round-figures.ts'
import { marketFigures, rateE4, textbookModel } from './rules.ts'
import { compareSchema, type Compare, type Compared, type Comparison } from './schemas.ts'
import { settingsOf, settingsQuery } from './settings.ts'
import { surveyResults, surveyRounds } from './tables.ts'

/**
 * Projects side by side for one month (D178, D193): the index with its interval, response, complaints, time kept and
 * money collected. Closed months come from what was written when they closed; an open one is reckoned now and marked.
 * Projects with too few answers stand apart. One round trip, however many projects.
 * @param raw.period the month that was measured; left out, the one before this
 */
export async function compareProjects(ctx: Ctx, raw: Compare): Promise<Comparison> {
  const scope = ctx.projectsWhere('satisfaction.compare')
  const input = parse(compareSchema, raw)
  const period = (input.period ?? addMonths(periodAt(ctx.now, ctx.company.zone), -1)) as Period
  const read = await readAll(ctx, period, scope)
  const { settings, all, complaints, collections } = read
  const rows = all.map((round): Compared => ({
    ...round,
    rank: null,
    complaints: complaintsOf(complaints.get(round.projectId), round.households),
    collection: collectionOf(collections.get(round.projectId)),
  }))
  const { ranked, apart } = ranking(rows)
  return {
    period,
    provisional: rows.some(({ state }) => state === 'open'),
    leastAnswers: settings.leastAnswers,
    leastRateE4: settings.leastRateE4,
    ranked,
    apart,
    market: settings.showMarket ? [...marketFigures] : [],
  }
}

/** Which projects a reader may compare. */
type Scope = 'all' | readonly string[]
type Collected = Awaited<ReturnType<typeof collectedIn>>[number]
type ComplaintCounts = Awaited<ReturnType<typeof complaintCounts>>[number]

async function readAll(ctx: Ctx, period: Period, scope: Scope) {
  const { orm } = ctx.db
  const open = sql`SELECT id FROM ${surveyRounds} WHERE reckoned_at IS NULL AND period = ${period}${within(scope)}`
  const [settingRows, rounds, results, counts, collected, ...live] = await orm.batch([
    settingsQuery(ctx),
    roundsIn(ctx, period, scope),
    resultsIn(ctx, period, scope),
    complaintCounts(ctx, { from: period, to: period }, scope),
    collectedIn(ctx, { from: period, to: period }, scope),
    ...reckoningQueries(ctx, open),
  ])
  const settings = settingsOf(settingRows)
  const measures: RoundMeasure[] = [...results.map(fromResult), ...reckonings(...live).map(fromReckoning)]
  return {
    settings,
    all: rounds.map(({ project, round }) => projectRound(project, round, measures, settings)),
    complaints: new Map(counts.map((row) => [row.projectId, row])),
    collections: new Map(collected.map((row) => [row.projectId, row])),
  }
}

function within(scope: Scope): SQL {
  if (scope === 'all') return sql``
  return sql` AND project_id IN (SELECT value FROM json_each(${JSON.stringify(scope)}))`
}

function roundsIn(ctx: Ctx, period: string, scope: Scope) {
  return ctx.db.orm
    .select({ project: { id: projects.id, name: projects.name }, round: surveyRounds })
    .from(projects)
    .leftJoin(surveyRounds, and(eq(surveyRounds.projectId, projects.id), eq(surveyRounds.period, period)))
    .where(and(isNull(projects.archivedAt), scope === 'all' ? undefined : inArray(projects.id, [...scope])))
    .orderBy(projects.name)
}

/** What closed rounds of a month came to. A test holds it to its index. */
export function resultsIn(ctx: Ctx, period: string, scope: Scope) {
  return ctx.db.orm
    .select()
    .from(surveyResults)
    .where(
      and(
        eq(surveyResults.period, period),
        scope === 'all' ? undefined : inArray(surveyResults.projectId, [...scope]),
      ),
    )
}

function complaintsOf(counts: ComplaintCounts | undefined, households: number): Compared['complaints'] {
  const { complaints: count = 0, effective = 0, met = 0, missed = 0 } = counts ?? {}
  return {
    count,
    effective,
    perThousandE2: households === 0 ? null : Math.round((count * 100_000) / households),
    met,
    missed,
    onTimeE4: rateE4(met, met + missed),
    model: textbookModel(count),
  }
}

function collectionOf(collected: Collected | undefined): Compared['collection'] {
  const { billedFen = 0, collectedFen = 0 } = collected ?? {}
  return { billedFen, collectedFen, rateE4: rateE4(collectedFen, billedFen) }
}

/** Puts in order what can be ordered; figures of an older methodology stand apart from those of the newest. */
function ranking(rows: readonly Compared[]): { ranked: Compared[]; apart: Compared[] } {
  const newest = Math.max(0, ...rows.map(({ methodology }) => methodology ?? 0))
  const judged = rows.map((row) => ({ ...row, apart: row.apart ?? otherMethodology(row, newest) }))
  const places = rank(judged.filter(({ apart }) => apart === null).flatMap(contender))
  const ranked = places.flatMap(({ projectId, ...place }) =>
    judged.filter((row) => row.projectId === projectId).map((row) => ({ ...row, rank: place })),
  )
  return { ranked, apart: judged.filter(({ apart }) => apart !== null) }
}

function otherMethodology({ methodology }: ProjectRound, newest: number): Compared['apart'] {
  return methodology === newest ? null : 'other_methodology'
}

function contender({ projectId, figures }: ProjectRound) {
  const index = figures[0]?.index
  if (index === undefined || index === null || index.lowE2 === null || index.highE2 === null) return []
  return [{ projectId, value: index.valueE2, interval: { low: index.lowE2, high: index.highE2 } }]
}
