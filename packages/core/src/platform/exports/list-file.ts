import type { Locale } from '@heju/i18n'
import { type CivilDate } from '@heju/kernel'
import type { Permission } from '../../permissions/index.ts'
import { eq } from 'drizzle-orm'
import * as v from 'valibot'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { encodeCursor, type PageKey } from '../../paging.ts'
import { projectNotFound, projects } from '../../estate/projects/index.ts'
import {
  listTable,
  tableFile,
  tableOfPages,
  type FileFormat,
  type ListColumns,
  type TableFile,
} from '../spreadsheets/index.ts'
import { todayOf } from '../../today.ts'
import { exportTooLong } from './errors.ts'
import type { fileEntries } from './shape.ts'

/** A year of a project with 3,000 households; its workbook is written in a second or two. */
const usualMost = 40_000
/** Rows of one read: while an answer is taken apart it lies in memory several times. */
const usualRead = 2_000

type Filter<S extends v.GenericSchema> = Omit<v.InferOutput<S>, keyof typeof fileEntries>

/** What a list is as a file. */
export interface ListFile<S extends v.GenericSchema, R> {
  /** What narrows the list, and `fileEntries`. */
  schema: S
  /** Who may read the list, by its filter where it has views of one's own; who takes it along may export besides. */
  permission: Permission | ((filter: Filter<S>) => Permission)
  /** What the log calls it. */
  action: string
  /** What of the filter stands in the log, beside the number of rows. */
  detail?: (filter: Filter<S>) => Record<string, unknown>
  /** At most so many rows of the list in its order, from a cursor on. */
  rows: (ctx: Ctx, filter: Filter<S>, after: string | undefined, most: number) => PromiseLike<readonly R[]>
  keyOf: (row: R, filter: Filter<S>) => PageKey
  table: (ctx: Ctx, locale: Locale, filter: Filter<S>) => ListColumns<R>
  /** By what files of this list are told apart: the days or the month that it holds, else the day of today. */
  when?: (filter: Filter<S>, today: CivilDate, locale: Locale) => string
  /** Rows of one read, where the list's are long. */
  rowsOfRead?: number
  /** The most rows of a file, where the list's are long. */
  most?: number
}

/**
 * Gives the verb that writes a list to a file, with all that its filter finds where its reader may export: one that is too
 * long is refused, never cut.
 * A file is named by its list, its project, and what it holds. That it was made is on record, also in a suspended company:
 * reading goes on there. Round trips: one for every read of rows, one that records it, one for the name of a project.
 * @throws `exports.too_long`, `projects.not_found`
 */
export function listFile<S extends v.GenericSchema, R>(list: ListFile<S, R>) {
  return async (ctx: Ctx, raw: v.InferInput<S>, locale: Locale): Promise<TableFile> => {
    const asked = parse(list.schema, raw) as { format: FileFormat; projectId?: string }
    const { format, ...rest } = asked
    const filter = rest as unknown as Filter<S>
    const { projectId } = asked
    const { permission } = list
    const read = typeof permission === 'function' ? permission(filter) : permission
    ctx.require(read, projectId)
    ctx.require('exports.create', projectId)
    // Rows are narrowed here, whatever the list itself goes by: a reader may hold the two in different projects.
    const reader = ctx.within('exports.create').within(read)
    const columns = list.table(ctx, locale, filter)
    const readers = { zone: ctx.company.zone, locale }
    const [table, project] = await Promise.all([
      tableOfPages(pagesOf(reader, list, filter), (rows) => listTable(columns, rows, readers)),
      projectId === undefined ? undefined : nameOfProject(ctx, projectId),
    ])
    const detail = { rows: table.rows.length, format, ...list.detail?.(filter) }
    await ctx.disclose(
      list.action,
      { action: list.action, subjectId: ctx.company.id, projectId, detail },
      { whileSuspended: true },
    )
    const today = todayOf(ctx)
    const when = list.when?.(filter, today, locale) ?? today
    return tableFile(table, format, project === undefined ? when : `${project}-${when}`)
  }
}

async function* pagesOf<S extends v.GenericSchema, R>(
  ctx: Ctx,
  { rows, keyOf, rowsOfRead = usualRead, most = usualMost }: ListFile<S, R>,
  filter: Filter<S>,
): AsyncGenerator<readonly R[], void, undefined> {
  let after: string | undefined
  for (let read = 0; ;) {
    const page = await rows(ctx, filter, after, rowsOfRead)
    read += page.length
    if (read > most) throw exportTooLong({ most })
    yield page
    const last = page.at(-1)
    if (last === undefined || page.length < rowsOfRead) return
    after = encodeCursor(keyOf(last, filter))
  }
}

async function nameOfProject(ctx: Ctx, projectId: string): Promise<string> {
  const { name, id } = projects
  const [project] = await ctx.db.orm.select({ name }).from(projects).where(eq(id, projectId))
  if (project === undefined) throw projectNotFound()
  return project.name
}
