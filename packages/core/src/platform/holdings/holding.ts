import type { Write } from '@heju/db'
import type { Permission } from '../../permissions/index.ts'
import { sql, type Column, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import type { HoldingKind } from './shape.ts'

/** Who takes over from whom, by projects. */
export interface Handover {
  fromId: string
  note: string
  receivers: readonly { projectId: string | null; receiverId: string }[]
}

/**
 * Something that a colleague holds and hands over when they leave or move: declared by the capability that owns it, and
 * listed in `handing-over/registry.ts`.
 */
export interface Holding {
  kind: HoldingKind
  /** What it takes to hold it, in its project. */
  permission: Permission
  /** The columns in which it names who holds it: `tests/architecture` finds one that nothing hands over. */
  columns: readonly Column[]
  /** All that somebody holds: a select of `id`, `project_id`, `title` in words without personal data of owners, and `due_at`.
   * @param staffId a value, or the column of a statement around it */
  rows: (staffId: string | SQL, ctx: Ctx) => SQL
  /** Adds the statements that give it to its receivers, with the history that each thing has of its own. */
  handOver: (ctx: Ctx, write: Write, handover: Handover) => void
}

/** Who takes over what is of a project; null where it stays. */
export function receiverOf({ receivers }: Handover, project: SQL | Column): SQL<string | null> {
  const pairs = JSON.stringify(receivers.map(({ projectId, receiverId }) => [projectId, receiverId]))
  return sql`(SELECT value ->> 1 FROM json_each(${pairs}) WHERE value ->> 0 IS ${project})`
}
