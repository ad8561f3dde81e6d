import { outbox } from '@heju/db'
import { isNotNull, sql } from 'drizzle-orm'
import * as v from 'valibot'
import { defineList } from '../lists/index.ts'
import { kindOfEvent } from './kinds.ts'
import { concerns, factsOf, mayAct, projectOf, standing, subjectOf, theirs } from './queries.ts'
import { stoppedSchema, type Stopped } from './schemas.ts'

const { id, attempts, doneAt, setAsideAt, notBefore } = outbox

/**
 * Work of the system that stopped or does not get on, newest first: for those who can do something about it. Of one
 * thing (`subjectId`) or sort (`kind`) it is shown to everybody who sees such things.
 */
export const stoppedWorkList = defineList({
  theirs: (ctx, { subjectId, kind }) =>
    theirs(ctx, subjectId === undefined && kind === undefined ? 'needs' : 'seenBy'),
  filter: {
    /** What was set aside instead of what waits for somebody. */
    setAside: v.optional(v.picklist(['yes', 'no']), 'no'),
    /** What stopped about one thing: a bill run, an import, a complaint. */
    subjectId: v.optional(v.pipe(v.string(), v.maxLength(80))),
    /** What stopped of a sort: how its kind begins, `payments.` or `job.reminders`. */
    kind: v.optional(v.pipe(v.string(), v.regex(/^[a-z_.]{1,60}$/))),
  },
  item: stoppedSchema,
  where: (ctx, { setAside, subjectId, kind }) => [
    setAside === 'yes' ? sql`failure IS NOT NULL AND ${isNotNull(setAsideAt)}` : standing(ctx),
    subjectId === undefined ? undefined : concerns(subjectId),
    kind === undefined ? undefined : sql`substr(${kindOfEvent}, 1, ${kind.length}) = ${kind}`,
  ],
  order: { by: { id }, direction: 'descending' },
  query: (ctx, { where, orderBy, limit }) =>
    ctx.db.orm
      .select({
        id,
        kind: sql<string>`${kindOfEvent}`,
        subjectId: sql<string | null>`${subjectOf}`,
        projectId: sql<string | null>`${projectOf}`,
        factsJson: sql<string | null>`${factsOf}`,
        failure: sql<string>`${outbox.failure}`,
        attempts,
        since: sql<number>`coalesce(${outbox.firstFailedAt}, ${doneAt}, ${outbox.at})`,
        doneAt,
        setAsideAt,
        notBefore,
      })
      .from(outbox)
      .where(where)
      .orderBy(...orderBy)
      .limit(limit),
  shown: ({ factsJson, doneAt: ended, setAsideAt: aside, notBefore: next, ...row }, ctx): Stopped => ({
    ...row,
    facts: JSON.parse(factsJson ?? '{}') as Stopped['facts'],
    state: aside !== null ? 'set_aside' : ended !== null ? 'stopped' : 'retrying',
    nextAt: ended === null ? next : null,
    mayAct: mayAct(ctx, row.kind, row.projectId),
  }),
})
