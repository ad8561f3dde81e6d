import { may, type Assignment } from '../../permissions/index.ts'
import { desc, eq, or, sql } from 'drizzle-orm'
import * as v from 'valibot'
import type { Ctx } from '../../context.ts'
import { projects } from '../../estate/projects/index.ts'
import { idSchema, parse } from '../../input.ts'
import {
  assignmentsSchema,
  colleagueSchema,
  resolvedBy,
  staff,
  staffStates,
  underOf,
  underQuery,
  unitsIn,
} from '../identity/index.ts'
import {
  assignmentsJson,
  assignmentsOf,
  ownRolesOf,
  ownRolesQuery,
  scopedRole,
  scopedRolesOf,
  scopesJson,
  type HeldRow,
} from '../roles/index.ts'
import { holdingKinds, type HoldingKind } from '../../platform/holdings/index.ts'
import { todayOf } from '../../today.ts'
import { staffNotFound } from './errors.ts'
import { heldQuery } from './held.ts'
import { holdingOf } from './registry.ts'
import { handOvers } from './tables.ts'

const rolesAsked = v.pipe(v.string(), v.parseJson(), assignmentsSchema)

export const readHoldingsSchema = v.object({
  staffId: idSchema('stf'),
  /** Roles that they would have, as JSON: then what they could hold no longer is marked. */
  assignments: v.optional(
    v.pipe(
      v.string(),
      v.maxLength(4000),
      v.check((text) => v.is(rolesAsked, text)),
    ),
  ),
})
export type ReadHoldings = v.InferInput<typeof readHoldingsSchema>

const partSchema = v.object({
  kind: v.picklist(holdingKinds),
  projectId: v.nullable(v.string()),
  projectName: v.nullable(v.string()),
  count: v.number(),
})
export const holdingsSchema = v.object({
  staffId: v.string(),
  name: v.string(),
  state: v.picklist(staffStates),
  ...v.pick(colleagueSchema, ['assignments', 'revision']).entries,
  groups: v.array(
    v.object({
      ...partSchema.entries,
      /** Whether it has to go, under the roles that were asked about; without such, whether it would if they left. */
      mustGo: v.boolean(),
    }),
  ),
  /** All colleagues but this one, and for each group, in its order, whether they may hold it. */
  colleagues: v.array(
    v.object({
      id: v.string(),
      name: v.string(),
      state: v.picklist(staffStates),
      mayHold: v.array(v.boolean()),
    }),
  ),
  /** What they handed over and took over, the newest first. */
  handOvers: v.array(
    v.object({
      id: v.string(),
      at: v.number(),
      fromName: v.string(),
      toName: v.string(),
      byName: v.nullable(v.string()),
      note: v.string(),
      parts: v.array(partSchema),
    }),
  ),
})
export type Holdings = v.InferOutput<typeof holdingsSchema>

/** As many hand-overs of somebody as their page shows. */
const mostShown = 50

/**
 * What a colleague holds, by kind and project, and who may take it over. One round trip.
 * @throws `handing_over.staff_not_found`
 */
export async function readHoldings(ctx: Ctx, raw: ReadHoldings): Promise<Holdings> {
  ctx.require('staff.manage')
  const { staffId, assignments: asked } = parse(readHoldingsSchema, raw)
  const { orm } = ctx.db
  const nameOf = (column: string) => sql<string>`(SELECT name FROM ${staff} WHERE id = ${sql.raw(column)})`
  const wanted = asked === undefined ? undefined : v.parse(rolesAsked, asked).map(scopedRole)
  const [people, held, named, own, under, past] = await orm.batch([
    orm
      .select({
        id: staff.id,
        name: staff.name,
        state: staff.state,
        revision: staff.revision,
        assigned: assignmentsJson(sql`staff.id`, todayOf(ctx)),
        scopes: scopesJson(sql`staff.id`),
      })
      .from(staff)
      .orderBy(staff.name, staff.id),
    orm
      .select({
        kind: sql<HoldingKind>`kind`,
        projectId: sql<string | null>`project_id`,
        count: sql<number>`count`,
      })
      .from(sql`(${heldQuery(ctx, staffId)})`),
    orm.select({ id: projects.id, name: projects.name }).from(projects),
    ownRolesQuery(ctx),
    underQuery(ctx, unitsIn(wanted ?? [])),
    orm
      .select({
        id: handOvers.id,
        at: handOvers.at,
        fromName: nameOf('hand_overs.from_id'),
        toName: nameOf('hand_overs.to_id'),
        byName: sql<string | null>`(SELECT name FROM ${staff} WHERE id = hand_overs.by_id)`,
        note: handOvers.note,
        partsJson: handOvers.partsJson,
      })
      .from(handOvers)
      .where(or(eq(handOvers.fromId, staffId), eq(handOvers.toId, staffId)))
      .orderBy(desc(handOvers.at), desc(handOvers.id))
      .limit(mostShown),
  ])
  const assignments = wanted && resolvedBy(wanted, ownRolesOf(own).byId, underOf(under))
  const themselves = people.find(({ id }) => id === staffId)
  if (themselves === undefined) throw staffNotFound()
  const names = new Map(named.map(({ id, name }) => [id, name]))
  const withName = <P extends { projectId: string | null }>(part: P) => ({
    ...part,
    projectName: part.projectId === null ? null : (names.get(part.projectId) ?? null),
  })
  const groups = held.map((group) => ({
    ...withName(group),
    mustGo: assignments === undefined || !mayHold(assignments, group),
  }))
  const { name, state, revision } = themselves
  return {
    staffId,
    name,
    state,
    revision,
    assignments: scopedRolesOf(JSON.parse(themselves.scopes) as HeldRow[]),
    groups,
    colleagues: people
      .filter(({ id }) => id !== staffId)
      .map((colleague) => {
        const theirs = assignmentsOf(colleague.assigned)
        const atWork = colleague.state === 'active'
        return {
          id: colleague.id,
          name: colleague.name,
          state: colleague.state,
          mayHold: groups.map((group) => atWork && mayHold(theirs, group)),
        }
      }),
    handOvers: past.map(({ partsJson, ...handOver }) => ({
      ...handOver,
      parts: (JSON.parse(partsJson) as { kind: HoldingKind; projectId: string | null; count: number }[]).map(
        withName,
      ),
    })),
  }
}

/** What is of no project is of the whole company: no project has an empty name. */
function mayHold(
  assignments: readonly Assignment[],
  { kind, projectId }: { kind: HoldingKind; projectId: string | null },
): boolean {
  return may(assignments, holdingOf(kind).permission, projectId ?? '')
}
