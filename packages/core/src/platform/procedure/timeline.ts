import { and, asc, eq, inArray, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { staff } from '../../people/identity/index.ts'
import { files } from '../files/index.ts'
import type { MatterRow, Matters } from './matters.ts'

/** What happened with a matter, as its page tells it. */
export function timelineOf<Row extends MatterRow, Kind extends string>({
  procedure,
  steps,
}: Matters<Row, Kind>) {
  /** What owners see of: steps of which they are told that they happened. */
  const seenByOwners = inArray(steps.kind, procedure.stepKindsForOwners)

  /** Reads all steps, in order, as staff see them. */
  function stepsFor(ctx: Ctx, matterId: string) {
    const { id, round, kind, byKind, byId, at, ownerWords, note, detailJson, seq } = steps
    return ctx.db.orm
      .select({ id, round, kind, byKind, byId, byName: staff.name, at, ownerWords, note, detailJson })
      .from(steps)
      .leftJoin(staff, eq(staff.id, byId))
      .where(eq(steps.matterId, matterId))
      .orderBy(asc(seq))
  }

  /** Reads the steps that its owner sees: that they happened, and the words for them. */
  function stepsForOwner(ctx: Ctx, matterId: string) {
    const { id, kind, byKind, byId, at, ownerWords: words, seq } = steps
    return ctx.db.orm
      .select({ id, kind, byKind, byId, at, words })
      .from(steps)
      .where(and(eq(steps.matterId, matterId), seenByOwners))
      .orderBy(asc(seq))
  }

  /** Reads the photos of a matter with the step that each belongs to. */
  function photosOf(ctx: Ctx, matterId: string, of?: SQL) {
    const { id, contentType, size, subjectId } = files
    return ctx.db.orm
      .select({ id, contentType, size, stepId: subjectId })
      .from(files)
      .innerJoin(steps, eq(steps.id, files.subjectId))
      .where(and(eq(steps.matterId, matterId), of))
      .orderBy(files.id)
  }

  return { seenByOwners, stepsFor, stepsForOwner, photosOf }
}

interface StepPhoto {
  id: string
  contentType: string | null
  size: number | null
  stepId: string | null
}

/** Photos as pages list them, by step. */
export function photosByStep(rows: readonly StepPhoto[]) {
  const all = Map.groupBy(rows, (row) => row.stepId)
  return (stepId: string) =>
    (all.get(stepId) ?? []).map(({ id, contentType, size }) => ({
      id,
      contentType: contentType ?? '',
      size: size ?? 0,
    }))
}
