import { sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import {
  projectMove,
  unitMove,
  type Judging,
  type MoveProject,
  type MoveUnit,
} from '../../estate/organisation/index.ts'
import {
  crossesByChange,
  movedOverLine,
  ownRolesFrom,
  ownRolesJson,
  roleAssignments,
  roleChangedMeanwhile,
  scopeWidened,
  widens,
  type HeldRow,
  type OwnRoleJson,
} from '../roles/index.ts'
import { staff } from './tables.ts'

/**
 * Puts a unit under another. Whoever works for a unit works from that day on for what stands under it then; so nobody widens
 * their own scope by it, and nobody comes over a line.
 * @throws `roles.scope_widened`, `roles.moved_over_line`, `roles.changed_meanwhile`, and what `organisation` throws
 */
export function moveUnit(ctx: Ctx, raw: MoveUnit): Promise<{ unitId: string }> {
  return unitMove(ctx, raw, byScopes(ctx))
}

/** Puts a project under another unit. @throws as `moveUnit` */
export function moveProject(ctx: Ctx, raw: MoveProject): Promise<{ projectId: string }> {
  return projectMove(ctx, raw, byScopes(ctx))
}

/** All that those hold who hold something for a unit: whom a change of the tree concerns. */
const heldForUnits = sql<string>`json_array(json((SELECT json_group_array(json_array(a.staff_id, a.name, a.role, a.scope_kind,
    a.scope_id)) FROM (SELECT b.*, s.name FROM ${roleAssignments} b JOIN ${staff} s ON s.id = b.staff_id WHERE b.staff_id IN
      (SELECT c.staff_id FROM ${roleAssignments} c WHERE c.scope_kind = 'unit')
    ORDER BY b.staff_id, b.role, b.scope_kind, b.scope_id) AS a)), json(${ownRolesJson}))`

function byScopes(ctx: Ctx): Judging {
  return {
    held: heldForUnits,
    judge: (write, held, change) => {
      const [rows, own] = JSON.parse(held) as [[staffId: string, name: string, ...HeldRow][], OwnRoleJson[]]
      const roles = ownRolesFrom(own)
      const crosses = crossesByChange(change, roles)
      for (const [staffId, theirs] of Map.groupBy(rows, ([id]) => id)) {
        const scopes = theirs.map(([, , ...row]) => row)
        if (staffId === ctx.actor.id && widens(change, roles, scopes)) throw scopeWidened()
        if (crosses(scopes)) throw movedOverLine({ name: theirs[0]![1] })
      }
      write.require(sql`${heldForUnits} = ${held}`, roleChangedMeanwhile)
    },
  }
}
