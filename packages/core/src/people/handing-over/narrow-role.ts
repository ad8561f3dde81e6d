import { sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import type { HoldingKind } from '../../platform/holdings/index.ts'
import { holdsThere, staff } from '../identity/index.ts'
import { roleAssignments, roleChange, type ChangeRole } from '../roles/index.ts'
import { heldByRole, heldOtherwise } from './errors.ts'
import { holdings } from './registry.ts'

/**
 * Changes a role of the company's own. What its holders hold by nothing else is handed over before it carries less: nothing
 * stays with somebody who may not see it any more.
 * @throws `handing_over.held_by_role` with who holds something, `handing_over.held_otherwise` when it came to them meanwhile,
 *   and what `roles` throws
 */
export function changeRole(ctx: Ctx, raw: ChangeRole): Promise<{ roleId: string }> {
  return roleChange(ctx, raw, {
    held: (roleId) =>
      heldByNothingElse(
        ctx,
        roleId,
        kindsThat(() => true),
      ),
    judge: (write, roleId, { removed, held }) => {
      const lost = kindsThat((permission) => removed.includes(permission))
      if (lost.length === 0) return
      const theirs = (JSON.parse(held) as [HoldingKind, staffId: string, name: string][]).filter(([kind]) =>
        lost.includes(kind),
      )
      const names = new Map(theirs.map(([, staffId, name]) => [staffId, name]))
      if (names.size > 0)
        throw heldByRole({ names: [...names.values()].join('、'), staffIds: [...names.keys()].join(' ') })
      write.require(sql`${heldByNothingElse(ctx, roleId, lost)} = '[]'`, heldOtherwise)
    },
  })
}

const kindsThat = (so: (permission: (typeof holdings)[number]['permission']) => boolean): HoldingKind[] =>
  holdings.filter(({ permission }) => so(permission)).map(({ kind }) => kind)

/** Who of a role's holders holds what, and could not without it: as one JSON value. */
function heldByNothingElse(ctx: Ctx, roleId: string, kinds: readonly HoldingKind[]): SQL<string> {
  const holders = sql`FROM ${staff} AS holder WHERE holder.id IN
    (SELECT a.staff_id FROM ${roleAssignments} a WHERE a.role = ${roleId})`
  const each = holdings
    .filter(({ kind }) => kinds.includes(kind))
    .map(
      ({ kind, rows, permission }) => sql`SELECT ${kind} AS kind, holder.id, holder.name ${holders}
        AND EXISTS (SELECT 1 FROM (${rows(sql`holder.id`, ctx)}) AS thing
          WHERE NOT ${holdsThere(ctx, sql`holder.id`, permission, sql`thing.project_id`, roleId)})`,
    )
  return sql<string>`(SELECT json_group_array(json_array(kind, id, name)) FROM (${sql.join(each, sql` UNION ALL `)}))`
}
