import { outbox } from '@heju/db'
import type { Permission } from '../../permissions/index.ts'
import { sql, type SQL } from 'drizzle-orm'
import { notAllowed, type Ctx } from '../../context.ts'
import { messages } from '../messages/index.ts'
import { kindOfEvent, stoppedKinds, type StoppedKind } from './kinds.ts'

/** A passing failure is shown from this try on, or once it lasts so long: what heals by itself in a minute is no news. */
const triesBeforeShown = 3
const failingMs = 2 * 60_000

/** Who deals with what has no kind. */
const otherwise: Permission = 'company.settings'

/** A column of every kind, as one scalar: only the one that fits is looked up. */
function byKind(column: (kind: StoppedKind) => SQL): SQL {
  const cases = Object.entries(stoppedKinds).map(([name, kind]) => sql`WHEN ${name} THEN ${column(kind)}`)
  return sql`CASE ${kindOfEvent} ${sql.join(cases, sql` `)} END`
}

export const subjectOf = byKind(({ subject }) => subject)
const wholeOf = byKind(({ partOf }) => partOf ?? sql`NULL`)
export const projectOf = byKind(({ project }) => project)
export const factsOf = byKind(({ facts }) => facts)
const isOver = sql`coalesce(${byKind(({ over }) => over)}, 0)`

/** Whether it is about one thing, or a part of it: a message to the owner of a matter. */
export function concerns(subjectId: string): SQL {
  return sql`(${subjectOf} = ${subjectId} OR ${wholeOf} = ${subjectId})`
}

/**
 * What fails and was not set aside: given up, or tried in vain for a while. What was settled in another way (its run was
 * discarded, its import went through a later time, a notice told of the payment) keeps nobody waiting any more.
 */
export function standing(ctx: Ctx): SQL {
  return sql`${outbox.failure} IS NOT NULL AND ${outbox.setAsideAt} IS NULL AND (${outbox.doneAt} IS NOT NULL
    OR ${outbox.attempts} >= ${triesBeforeShown} OR ${outbox.firstFailedAt} <= ${ctx.now - failingMs})
    AND NOT ${isOver} AND NOT ${toldByAnother}`
}

const projectOfMessage = (event: SQL) =>
  sql`(SELECT project_id FROM ${messages} WHERE id = json_extract(${event}.payload_json, '$.messageId'))`

/**
 * Messages that wait for the same thing (an account that is topped up, a provider that answers) are told of once in each
 * project, by the first of them: hundreds of the same are no list of what to do.
 */
const toldByAnother = sql`(${outbox.type} = 'message.send' AND ${outbox.doneAt} IS NULL AND EXISTS (SELECT 1 FROM ${outbox} one
  WHERE one.failure = outbox.failure AND one.id < outbox.id AND one.type = 'message.send' AND one.done_at IS NULL
    AND one.set_aside_at IS NULL AND ${projectOfMessage(sql`one`)} IS ${projectOfMessage(sql`outbox`)}))`

/**
 * What the actor may deal with (`needs`) or see (`seenBy`): by kind, in the projects where they hold a permission of it.
 * What concerns the company as a whole takes a permission in all projects.
 * @throws `access.not_allowed` when that is nothing at all
 */
export function theirs(ctx: Ctx, by: 'needs' | 'seenBy'): SQL {
  const places = Object.entries(stoppedKinds).flatMap(([name, kind]) => {
    const scopes = kind[by].filter((one) => ctx.may(one)).map((one) => ctx.projectsWhere(one))
    if (scopes.length === 0) return []
    if (scopes.includes('all')) return [sql`${kindOfEvent} = ${name}`]
    const ids = JSON.stringify([...new Set(scopes.flat())])
    return [sql`(${kindOfEvent} = ${name} AND ${kind.project} IN (SELECT value FROM json_each(${ids})))`]
  })
  // Of a kind that this code does not know any more: the administrator sees it all the same.
  if (ctx.may(otherwise) && ctx.projectsWhere(otherwise) === 'all')
    places.push(
      sql`${kindOfEvent} NOT IN (SELECT value FROM json_each(${JSON.stringify(Object.keys(stoppedKinds))}))`,
    )
  if (places.length === 0) throw notAllowed({ permission: 'stopped_work' })
  return sql`(${sql.join(places, sql` OR `)})`
}

/** Whether the actor may deal with one of a kind in a project. */
export function mayAct(ctx: Ctx, kind: string, projectId: string | null): boolean {
  const needs = stoppedKinds[kind]?.needs ?? [otherwise]
  return needs.some((one) =>
    projectId === null ? ctx.may(one) && ctx.projectsWhere(one) === 'all' : ctx.may(one, projectId),
  )
}
