import type { ColumnBaseConfig } from 'drizzle-orm'
import { impersonal, sealedAfter } from '@heju/db'
import { integer, text, type SQLiteColumn, type SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Procedure } from './define-procedure.ts'

/**
 * What the table of every kind of matter has, beside its own columns. Its project and place stand there in its own words:
 * `project_id`, and what the place was called then, `place`.
 */
export function matterColumns<State extends string>({ stateNames }: Procedure<State>) {
  return {
    id: text().primaryKey(),
    /** `TS-20261122-0001`. */
    number: impersonal(text()).notNull(),
    /** What the place was called then, or where it is in words. */
    place: sealedAfter('matter', 'address', 'readers', text()).notNull(),
    state: text({ enum: stateNames }).notNull(),
    /** 1, and one more each time it was taken up again. */
    round: integer().notNull().default(1),
    /** Who has it in hand. */
    handlerId: text('handler_id'),
    registeredAt: integer('registered_at').notNull(),
    registeredOn: text('registered_on').notNull(),
    registeredBy: text('registered_by').notNull(),
    closedAt: integer('closed_at'),
    changedAt: integer('changed_at').notNull(),
  }
}

/**
 * What happened, append-only: who, when, in which words. Two audiences: the owner's words, and all the rest for staff.
 * The table names its matter in `matterId`.
 */
export function stepColumns<Kind extends string>({ stepKinds }: Procedure<string, Kind>) {
  return {
    seq: integer().primaryKey({ autoIncrement: true }),
    /** What photos are attached to. */
    id: text().notNull(),
    round: integer().notNull(),
    kind: text({ enum: stepKinds }).notNull(),
    byKind: text('by_kind', { enum: ['staff', 'owner', 'job'] }).notNull(),
    byId: text('by_id').notNull(),
    at: integer().notNull(),
    ownerWords: sealedAfter('matter', 'words', 'readers', text('owner_words')),
    /** For staff only. */
    note: sealedAfter('matter', 'words', 'readers', text()),
    /** Facts of the step as JSON, for staff only. */
    detailJson: sealedAfter('matter', 'words', 'readers', text('detail_json')).notNull().default('{}'),
  }
}

/** That a matter was raised, append-only: once for each reason and round. The table names its matter in `matterId`. */
export function raiseColumns<Reason extends string>(reasons: readonly [Reason, ...Reason[]]) {
  return {
    round: integer().notNull(),
    reason: text({ enum: reasons }).notNull(),
    at: integer().notNull(),
  }
}

/** The last number given on a day. Raised in the batch that writes the matter, so that none is lost or given twice. */
export function counterColumns() {
  return { onDay: text('on_day').primaryKey(), last: integer().notNull() }
}

type With<Names extends string> = SQLiteTable & Record<Names, SQLiteColumn>
export type MatterTable = With<keyof ReturnType<typeof matterColumns> | 'projectId'>
export type CounterTable = With<keyof ReturnType<typeof counterColumns>>
export type RaiseTable = With<keyof ReturnType<typeof raiseColumns> | 'matterId'>

/** The table of steps, with what is read from each column. */
export type StepTable<Kind extends string = string> = SQLiteTable & {
  [Name in keyof StepValues<Kind>]: SQLiteColumn<
    ColumnBaseConfig<'string' | 'number', string> & Read<StepValues<Kind>[Name]>
  >
}
interface StepValues<Kind> {
  seq: number
  id: string
  matterId: string
  round: number
  kind: Kind
  byKind: 'staff' | 'owner' | 'job'
  byId: string
  at: number
  ownerWords: string | null
  note: string | null
  detailJson: string
}
type Read<Value> = { data: NonNullable<Value>; notNull: null extends Value ? false : true }
