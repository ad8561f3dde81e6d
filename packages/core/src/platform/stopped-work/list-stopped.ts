import { outbox } from '@heju/db'
import { and, desc, isNotNull, lt, sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { decodeCursor, pageOf, type Page } from '../../paging.ts'
import { kindOfEvent } from './kinds.ts'
import { concerns, factsOf, mayAct, projectOf, standing, subjectOf, theirs } from './queries.ts'
import { stoppedFilterSchema, type Stopped, type StoppedFilter } from './schemas.ts'

/**
 * Work of the system that stopped or does not get on, newest first: for those who can do something about it. Of one
 * thing (`subjectId`) or sort (`kind`) it is shown to everybody who sees such things. One round trip.
 */
export async function listStopped(ctx: Ctx, raw: StoppedFilter): Promise<Page<Stopped>> {
  const { setAside, subjectId, kind, after, limit } = parse(stoppedFilterSchema, raw)
  const key = decodeCursor<[string]>(after, ['string'])
  const rows = await ctx.db.orm
    .select({
      id: outbox.id,
      kind: sql<string>`${kindOfEvent}`,
      subjectId: sql<string | null>`${subjectOf}`,
      projectId: sql<string | null>`${projectOf}`,
      factsJson: sql<string | null>`${factsOf}`,
      failure: sql<string>`${outbox.failure}`,
      attempts: outbox.attempts,
      since: sql<number>`coalesce(${outbox.firstFailedAt}, ${outbox.doneAt}, ${outbox.at})`,
      doneAt: outbox.doneAt,
      setAsideAt: outbox.setAsideAt,
      notBefore: outbox.notBefore,
    })
    .from(outbox)
    .where(
      and(
        setAside === 'yes' ? sql`failure IS NOT NULL AND ${isNotNull(outbox.setAsideAt)}` : standing(ctx),
        theirs(ctx, subjectId === undefined && kind === undefined ? 'needs' : 'seenBy'),
        subjectId === undefined ? undefined : concerns(subjectId),
        kind === undefined ? undefined : sql`substr(${kindOfEvent}, 1, ${kind.length}) = ${kind}`,
        key === undefined ? undefined : lt(outbox.id, key[0]),
      ),
    )
    .orderBy(desc(outbox.id))
    .limit(limit + 1)
  return pageOf(
    rows.map(({ factsJson, doneAt, setAsideAt, notBefore, ...row }) => ({
      ...row,
      facts: JSON.parse(factsJson ?? '{}') as Stopped['facts'],
      state: setAsideAt !== null ? 'set_aside' : doneAt !== null ? 'stopped' : 'retrying',
      nextAt: doneAt === null ? notBefore : null,
      mayAct: mayAct(ctx, row.kind, row.projectId),
    })),
    limit,
    (row) => [row.id],
  )
}

/** How much waits for the actor: a query of one number. */
export function countOfStopped(ctx: Ctx): SQL {
  return sql`SELECT count(*) FROM ${outbox} WHERE ${standing(ctx)} AND ${theirs(ctx, 'needs')}`
}
