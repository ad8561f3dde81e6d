import type { Write } from '@heju/db'
import { civilDateOf } from '@heju/kernel'
import type { Ctx } from '../../context.ts'
import type { MatterRow, Matters } from './matters.ts'
import { nextNumber } from './numbers.ts'
import { stepsOf, type StepRecord } from './steps.ts'

/** What is known of a matter when it comes in: its own columns, each with a value or what calculates it. */
interface NewMatter {
  id: string
  projectId: string
  place: string
  [column: string]: unknown
}

/** Writes a matter with its number and its first step, as part of a verb's write. */
export function openMatter<Row extends MatterRow, Kind extends string>(
  ctx: Ctx,
  write: Write,
  matters: Matters<Row, Kind>,
  matter: NewMatter,
  record: Omit<StepRecord, 'kind'>,
): void {
  const { procedure, table } = matters
  const registeredOn = civilDateOf(ctx.now, ctx.company.zone)
  const number = nextNumber(ctx, write, matters.counters, procedure.series, registeredOn)
  write.add(
    ctx.db.orm.insert(table).values({
      ...matter,
      number,
      state: procedure.begins,
      registeredAt: ctx.now,
      registeredOn,
      registeredBy: ctx.actor.id,
      changedAt: ctx.now,
    } as never),
  )
  const kind = procedure.begins as string as Kind
  stepsOf(matters).recordStep(ctx, write, { id: matter.id, round: 1 }, { kind, ...record })
}
