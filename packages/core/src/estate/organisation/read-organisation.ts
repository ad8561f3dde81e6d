import { inArray } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { entitiesQuery, type EntityRow } from './entities.ts'
import type { Organisation } from './schemas.ts'
import { projectEntities, projectUnits } from './tables.ts'
import { parentsQuery, treeOf, unitsQuery } from './tree.ts'
import { projectsOf } from './whole-tree.ts'

/**
 * The tree and the legal entities with their whole history, and where the projects stood, stand and will stand that the actor
 * works in. One round trip.
 */
export async function readOrganisation(ctx: Ctx): Promise<Organisation> {
  const scope = ctx.projectsWhere('projects.read')
  const within = (table: typeof projectUnits | typeof projectEntities) =>
    scope === 'all' ? undefined : inArray(table.projectId, [...scope])
  const { orm } = ctx.db
  const [units, parents, entities, unitsOf, entitiesOf] = await orm.batch([
    unitsQuery(ctx),
    parentsQuery(ctx),
    entitiesQuery(ctx),
    orm.select().from(projectUnits).where(within(projectUnits)).orderBy(projectUnits.fromOn),
    orm.select().from(projectEntities).where(within(projectEntities)).orderBy(projectEntities.fromOn),
  ])
  const { name: company } = ctx.company
  const whose = Map.groupBy(entitiesOf, ({ projectId }) => projectId)
  return {
    units: treeOf(units, parents).map(({ id, kind, name, openedOn, closedOn, revision, parents: above }) => ({
      id,
      kind,
      openedOn,
      closedOn,
      revision,
      name: name || company,
      parents: [...above],
    })),
    entities: entities.map((entity) => entityOf(entity, company)),
    projects: projectsOf(unitsOf).map(({ projectId, units: stood }) => ({
      projectId,
      units: [...stood],
      entities: (whose.get(projectId) ?? []).map(({ entityId, fromOn }) => ({
        entityId,
        fromOn: fromOn || null,
      })),
    })),
  }
}

function entityOf(row: EntityRow, company: string): Organisation['entities'][number] {
  const { createdAt: _created, changedAt: _changed, ...known } = row
  return { ...known, name: row.name || company }
}
