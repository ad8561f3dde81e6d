import type { ErrorDefinition } from '@heju/kernel'
import type { SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import type { Permission } from '../../permissions/index.ts'
import type { CounterTable, MatterTable, StepTable } from './columns.ts'
import type { Procedure } from './define-procedure.ts'

/** What every matter has in its row (`matterColumns`). */
export interface MatterRow {
  id: string
  number: string
  place: string
  projectId: string
  state: string
  round: number
  handlerId: string | null
  closedAt: number | null
}

/** A kind of matter as it is written down. */
export interface WrittenMatters<Kind extends string = string> {
  table: MatterTable
  steps: StepTable<Kind>
  /** The last number given on a day. */
  counters: CounterTable
  /** What its place is called today, where that may be other than it was: an expression on the table. */
  placeNow?: SQL
  /** What the ids of its steps begin with. */
  stepPrefix: string
  errors: MatterErrors
}

/** How what is done with a kind of matter is refused. */
interface MatterErrors {
  notFound: ErrorDefinition
  /** The step does not follow the one that was taken last. */
  outOfOrder: ErrorDefinition
  /** Somebody else took a step meanwhile. */
  moved: ErrorDefinition
  closed: ErrorDefinition
  handlerNotFound: ErrorDefinition
  /** It is in other hands than its sender saw it in. */
  handedOverMeanwhile: ErrorDefinition
  tooManyPhotos: ErrorDefinition
}

/** A kind of matter as the product holds it: how it goes, where it is written, who may do what, and how it is refused. */
export interface Matters<Row extends MatterRow, Kind extends string> extends WrittenMatters<Kind> {
  procedure: Procedure<Row['state'], Kind>
  permissions: {
    /** To see all of a project. */
    read: Permission
    /** To see what one has in hand or answers for. */
    own: Permission
    /** To have one in hand. */
    handle: Permission
  }
  /** The columns that name whose own it is. */
  holders: readonly (keyof Row & string)[]
  /** Photos of its owner, and of staff, for one matter. */
  photosOfEachSide: number
  /** What else is set whenever somebody changes one. @param ownerHears whether its owner hears of it in words */
  touched?: (ctx: Ctx, ownerHears: boolean) => object
}
