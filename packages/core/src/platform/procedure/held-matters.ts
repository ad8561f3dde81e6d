import { sql, type Column, type SQL } from 'drizzle-orm'
import type { Permission } from '../../permissions/index.ts'
import { receiverOf, type Holding, type HoldingKind } from '../holdings/index.ts'
import { reassignTasks, type TaskKind } from '../tasks/index.ts'
import type { MatterRow, Matters } from './matters.ts'
import { stepsOf } from './steps.ts'

/** In what a colleague holds open matters of a kind, and what goes along when they are given away. */
interface Held<Kind extends string> {
  kind: HoldingKind
  /** What it takes to hold one. */
  permission: Permission
  /** The column by which it is known who holds one. */
  holder: Column
  /** The column that names who holds it from then on, where that is another. */
  receiver?: Column
  /** Further columns that tell of it. */
  columns?: readonly Column[]
  /** The column that says when it is due next. */
  dueAt: Column
  /** The step that stands in the history of each. */
  step: Kind
  /** Tasks that go along with it. */
  tasks?: readonly TaskKind[]
}

/** Open matters that a colleague hands over when they leave or move. */
export function heldMatters<Row extends MatterRow, Kind extends string>(
  matters: Matters<Row, Kind>,
  { kind, permission, holder, receiver = holder, columns = [], dueAt, step, tasks = [] }: Held<Kind>,
): Holding {
  const { table, placeNow = sql`place` } = matters
  const { recordHandovers } = stepsOf(matters)
  const named = (column: Column) => sql.identifier(column.name)
  const open = (staffId: string | SQL) => sql`${named(holder)} = ${staffId} AND closed_at IS NULL`
  return {
    kind,
    permission,
    columns: [holder, ...(receiver === holder ? [] : [receiver]), ...columns],
    rows: (
      staffId,
    ) => sql`SELECT id, project_id, number || ' ' || ${placeNow} AS title, ${named(dueAt)} AS due_at
      FROM ${table} WHERE ${open(staffId)}`,
    handOver(ctx, write, handover) {
      const theirs = open(handover.fromId)
      if (tasks.length > 0)
        reassignTasks(write, handover, tasks, sql`SELECT id FROM ${table} WHERE ${theirs}`)
      recordHandovers(ctx, write, handover, step, theirs)
      const to = receiverOf(handover, sql`project_id`)
      write.change(sql`UPDATE ${table} SET ${named(receiver)} = ${to}, changed_at = ${ctx.now}
        WHERE ${theirs} AND ${to} IS NOT NULL`)
    },
  }
}
