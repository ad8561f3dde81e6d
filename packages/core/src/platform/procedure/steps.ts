import type { Write } from '@heju/db'
import { newId } from '@heju/kernel'
import { and, eq, sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { attachFiles, files } from '../files/index.ts'
import { receiverOf, type Handover } from '../holdings/index.ts'
import type { MatterRow, Matters } from './matters.ts'

/** What a matter is known by while a step of it is being written. */
export interface StepOf {
  id: string
  round: number
}

/** What is written down about a step. Empty words are none. */
export interface StepRecord<Kind extends string = string> {
  kind: Kind
  ownerWords?: string
  note?: string
  /** For staff only. */
  detail?: Record<string, unknown>
  fileIds?: readonly string[]
}

/** A column or more, each with a value or what calculates it. */
type Changes<Row extends MatterRow> = Partial<Record<keyof Row, unknown>>

/** How the steps of a kind of matter are taken and written down. */
export function stepsOf<Row extends MatterRow, Kind extends string>(matters: Matters<Row, Kind>) {
  const { procedure, table, steps, stepPrefix, errors } = matters
  const { transitions, ends, reopens } = procedure

  /** Writes down what happened, as part of a verb's write. Nothing of it is ever changed. */
  function recordStep(ctx: Ctx, write: Write, matter: StepOf, record: StepRecord<Kind>): void {
    const id = newId(stepPrefix, ctx.now)
    const byKind = actorKindOf(ctx)
    write.add(
      ctx.db.orm.insert(steps).values({
        id,
        matterId: matter.id,
        round: matter.round,
        kind: record.kind,
        byKind,
        byId: ctx.actor.id,
        at: ctx.now,
        ownerWords: record.ownerWords || null,
        note: record.note || null,
        detailJson: JSON.stringify(record.detail ?? {}),
      } as Record<string, unknown>),
    )
    const { fileIds = [] } = record
    if (fileIds.length === 0) return
    attachFiles(ctx, write, id, fileIds)
    const attached = sql`SELECT count(*) FROM ${steps} JOIN ${files} ON ${files.subjectId} = ${steps.id}
      WHERE ${steps.matterId} = ${matter.id} AND ${steps.byKind} = ${byKind}`
    const most = matters.photosOfEachSide
    write.require(sql`(${attached}) <= ${most}`, errors.tooManyPhotos({ most }))
  }

  /**
   * The same step for each matter that goes from one colleague to others. Ids are made by the statement, in the order of
   * time like those of a single step. @param theirs a condition on `m`, the matter
   */
  function recordHandovers(ctx: Ctx, write: Write, handover: Handover, kind: Kind, theirs: SQL): void {
    const { fromId, note } = handover
    const start = newId(stepPrefix, ctx.now).slice(0, stepPrefix.length + 11)
    const to = receiverOf(handover, sql`m.project_id`)
    const matterId = sql.identifier(steps.matterId.name)
    write.change(sql`INSERT INTO ${steps} (id, ${matterId}, round, kind, by_kind, by_id, at, note, detail_json)
      SELECT ${start} || lower(hex(randomblob(8))), m.id, m.round, ${kind}, 'staff', ${ctx.actor.id}, ${ctx.now}, ${note},
        json_object('from', ${fromId}, 'to', ${to})
      FROM ${table} AS m WHERE ${theirs} AND ${to} IS NOT NULL`)
  }

  /**
   * Takes a matter to its next state and writes the step down, as part of a verb's write. The state that was read stands
   * in the UPDATE: of two who act at once one is told that the other was first.
   * @returns the matter in its new state, so that several steps can be taken in one write
   * @throws `outOfOrder`; at the write, `moved`
   */
  function moveOn<M extends StepOf & { state: Row['state'] }>(
    ctx: Ctx,
    write: Write,
    matter: M,
    to: Row['state'],
    more: { set?: Changes<Row>; record?: Omit<StepRecord, 'kind'> } = {},
  ): M {
    if (!transitions[matter.state].includes(to)) throw errors.outOfOrder({ state: matter.state, step: to })
    const isOver = ends.includes(to) ? { closedAt: ctx.now } : {}
    const isAgain = to === reopens ? { round: sql`round + 1`, closedAt: null } : {}
    const set = { ...more.set, ...isOver, ...isAgain, state: to }
    change(ctx, write, matter, set as Changes<Row>, Boolean(more.record?.ownerWords))
    const round = to === reopens ? matter.round + 1 : matter.round
    recordStep(ctx, write, { id: matter.id, round }, { kind: to as string as Kind, ...more.record })
    return { ...matter, round, state: to }
  }

  /** Changes a matter without taking it to another state, if it is still as it was read. @throws at the write, `moved` */
  function change(
    ctx: Ctx,
    write: Write,
    matter: StepOf & { state: Row['state'] },
    set: Changes<Row>,
    ownerHears = false,
  ): void {
    const asRead = and(eq(table.id, matter.id), eq(table.state, matter.state), eq(table.round, matter.round))
    const all = { ...set, ...matters.touched?.(ctx, ownerHears), changedAt: ctx.now }
    write.changeOne(ctx.db.orm.update(table).set(all).where(asRead), errors.moved)
  }

  return { recordStep, recordHandovers, moveOn, change }
}

/** In what capacity somebody takes a step. */
function actorKindOf({ actor }: Ctx): 'staff' | 'owner' | 'job' {
  return actor.kind === 'staff' || actor.kind === 'owner' ? actor.kind : 'job'
}
