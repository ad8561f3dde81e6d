import { invalidInput, type FieldProblem } from '@heju/kernel'
import * as v from 'valibot'
import { notAllowed, type Ctx } from '../../context.ts'
import { idSchema, parse, requestIdSchema, seenWords } from '../../input.ts'
import type { Permission } from '../../permissions/index.ts'
import { fileIdsSchema } from '../files/shape.ts'
import { accessTo } from './access.ts'
import type { StepNeed } from './define-procedure.ts'
import type { MatterRow, Matters } from './matters.ts'
import { stepsOf } from './steps.ts'

const optionalWords = v.optional(v.pipe(v.string(), seenWords, v.maxLength(2000)), '')

/** A step with what everybody may say of one: words that the owner reads, a note that stays among staff, photos for the owner. */
const takeStepSchema = v.object({
  requestId: requestIdSchema,
  matterId: v.pipe(v.string(), v.maxLength(40)),
  step: v.pipe(v.string(), v.maxLength(40)),
  ownerWords: optionalWords,
  note: optionalWords,
  fileIds: fileIdsSchema,
  /** Who has it from now on, and who had it as whoever gives it saw it. */
  handlerId: v.optional(idSchema('stf')),
  seenHandlerId: v.optional(v.nullable(idSchema('stf'))),
})
export type TakeStep = v.InferInput<typeof takeStepSchema>
type Taken = v.InferOutput<typeof takeStepSchema>

/**
 * A verb that takes a step of a matter which asks for nothing but what every step may carry: the procedure says who takes
 * it, after which states, and what must come with it. A matter changes hands by a step that needs a handler, and by no other.
 * @param set what else the step sets
 * @throws `access.not_allowed` also for a step that nobody is named for, `request.invalid` with the fields that are missing,
 *   `notFound`, `closed`, `outOfOrder`, `moved`, and those of giving it away
 */
export async function takeStep<Row extends MatterRow, Kind extends string>(
  ctx: Ctx,
  matters: Matters<Row, Kind>,
  raw: TakeStep,
  set: object = {},
): Promise<{ matterId: string }> {
  const { procedure } = matters
  const input = parse(takeStepSchema, raw)
  const { kind, permission, needs } = ruleOf(matters, input.step)
  ctx.require(permission)
  requireNeeds(input, needs)
  const { requireGiven } = accessTo(matters)
  const { change, moveOn, recordStep } = stepsOf(matters)
  return ctx.write(`${procedure.name}.${kind}`, input, async (write) => {
    const { matterId, ownerWords, note, fileIds } = input
    const handlerId = needs.includes('handler') ? input.handlerId : undefined
    const matter = await matterToStep(ctx, matters, { ...input, handlerId, kind, permission })
    if (handlerId !== undefined) requireGiven(ctx, write, matter, handlerId)
    const given = handlerId === undefined ? {} : { handlerId }
    const detail = handlerId === undefined ? {} : { from: matter.handlerId, to: handlerId }
    const changes = { ...set, ...given } as Partial<Record<keyof Row, unknown>>
    const record = { ownerWords, note, fileIds, detail }
    const state = procedure.stateNames.find((each) => each === (kind as string))
    if (state === undefined) {
      const ownerHears = ownerWords !== '' && procedure.steps[kind].ownerSees
      change(ctx, write, matter, changes, ownerHears)
      recordStep(ctx, write, matter, { kind, ...record })
    } else moveOn(ctx, write, matter, state, { set: changes, record })
    write.audit(`${procedure.name}.${kind}`, matterId, { projectId: matter.projectId, detail })
    return { matterId }
  })
}

/** @throws `access.not_allowed` */
function ruleOf<Row extends MatterRow, Kind extends string>({ procedure }: Matters<Row, Kind>, step: string) {
  const kind = procedure.stepKinds.find((each) => each === step)
  const { by: permission, needs = [] } = kind === undefined ? {} : procedure.steps[kind]
  if (kind === undefined || permission === undefined) throw notAllowed({ permission: step })
  return { kind, permission, needs }
}

/** The matter as it is, if this step may be taken of it: of one that is over, only the one that takes it up again. */
async function matterToStep<Row extends MatterRow, Kind extends string>(
  ctx: Ctx,
  matters: Matters<Row, Kind>,
  { matterId, kind, permission, handlerId, seenHandlerId }: Taken & { kind: string; permission: Permission },
): Promise<Row> {
  const { matterFor, matterToGive } = accessTo(matters)
  if (handlerId !== undefined) return matterToGive(ctx, matterId, permission, { handlerId, seenHandlerId })
  const { matter } = await matterFor(ctx, matterId, permission)
  const { ends, reopens } = matters.procedure
  if (ends.includes(matter.state) && kind !== reopens) throw matters.errors.closed()
  return matter
}

/** @throws `request.invalid` */
function requireNeeds(input: Taken, needs: readonly StepNeed[]): void {
  const there: Record<StepNeed, boolean> = {
    ownerWords: input.ownerWords !== '',
    note: input.note !== '',
    photos: input.fileIds.length > 0,
    handler: input.handlerId !== undefined,
  }
  const paths: Record<StepNeed, string> = {
    ownerWords: 'ownerWords',
    note: 'note',
    photos: 'fileIds',
    handler: 'handlerId',
  }
  const missing: FieldProblem[] = needs
    .filter((need) => !there[need])
    .map((need) => ({ path: paths[need], code: 'field.missing' }))
  if (missing.length > 0) throw invalidInput({}, { fields: missing })
}
