import type { Locale } from '@heju/i18n'
import type { CivilDate } from '@heju/kernel'
import type { Permission } from '../../permissions/index.ts'
import { and, asc, desc, eq, inArray, sql, type Column, type SQL, type SQLWrapper } from 'drizzle-orm'
import type { BatchItem } from 'drizzle-orm/batch'
import * as v from 'valibot'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { decodeCursor, pageEntries, pageOf, pageSchema, type Page, type PageKey } from '../../paging.ts'
import { fileEntries, listFile } from '../exports/index.ts'
import type { ListColumns, TableFile } from '../spreadsheets/index.ts'

/** What a filter comes to: a list's own fields, without where it goes on. */
type FilterOf<E extends v.ObjectEntries> = v.InferOutput<v.ObjectSchema<E, undefined>>
type AskedOf<E extends v.ObjectEntries> = v.InferInput<v.ObjectSchema<E, undefined>>

/** Where the database has a value by which a list is ordered; of what is calculated also what a cursor holds of it. */
type OrderKey = Column | { sql: SQL; type: 'string' | 'number' }

/** In which order rows are: by fields that each row has. The last one is unique. */
export interface Order {
  by: Readonly<Record<string, OrderKey>>
  direction: 'ascending' | 'descending'
}

/** What a list hands its query. */
interface Part {
  /** Whose rows, what the filter says, and beyond which row. */
  where: SQL | undefined
  /** The first two of these, and the last alone: where rows have their key only once they are grouped. */
  narrowed: SQL | undefined
  beyond: SQL | undefined
  orderBy: SQL[]
  limit: number
}

/** A select of drizzle. */
interface Query<R> extends PromiseLike<R[]>, SQLWrapper {}

type NoEntries = Record<never, never>

/** What each page says of all that its filter finds: totals, mostly. */
interface Beside<E extends v.ObjectEntries, A extends v.ObjectEntries, F extends object> {
  /** The fields that stand beside `items` and `next`. */
  answer: A
  /** Asked in the round trip of the rows, of what `narrowed` finds. */
  query?: (ctx: Ctx, narrowed: SQL | undefined, filter: FilterOf<E>) => Query<F>
  /** May refuse: what is listed of one thing that is not there is no empty list. */
  shown: (found: readonly NoInfer<F>[], ctx: Ctx) => FilterOf<NoInfer<A>>
}

/** Whose rows a reader sees. */
type Scope<E extends v.ObjectEntries> =
  | {
      /** Who may read it; by the filter where it has views of one's own. */
      permission: Permission | ((filter: FilterOf<E>) => Permission)
      /** Where a row has its project, or the condition for several; null for what is of the company. */
      project: Column | ((projects: readonly string[]) => SQL) | null
      theirs?: never
    }
  | {
      /** What is the reader's by something else than one permission: the condition. @throws `access.not_allowed` */
      theirs: (ctx: Ctx, filter: FilterOf<E>) => SQL | undefined
      permission?: never
      project?: never
    }

export type ListDefinition<
  E extends v.ObjectEntries,
  R extends object,
  T extends object,
  A extends v.ObjectEntries = NoEntries,
  F extends object = object,
> = Scope<E> & {
  /** What narrows it, as it is asked for. `projectId` among it is a project in which the reader must hold the permission. */
  filter: E
  /** A row as it is answered. */
  item: v.GenericSchema<T>
  /** The conditions that a filter comes to, beside its project. */
  where: (ctx: Ctx, filter: FilterOf<E>) => (SQL | undefined)[] | Promise<(SQL | undefined)[]>
  order: Order | ((filter: FilterOf<E>) => Order)
  query: (ctx: Ctx, part: Part, filter: FilterOf<E>) => Query<R>
  /** A row as it is answered, of the row as it is read. */
  shown: (row: NoInfer<R>, ctx: Ctx, filter: FilterOf<E>) => NoInfer<T>
  beside?: Beside<E, A, F>
  file?: ListedFile<E, NoInfer<R>>
}

/** What of a list goes into its file. */
interface ListedFile<E extends v.ObjectEntries, R extends object> {
  /** What the log calls it. */
  action: string
  /** What of the filter stands in the log, beside the number of rows. */
  detail?: (filter: FilterOf<E>) => Record<string, unknown>
  /** What it takes besides to take it along; its rows are those of projects where that is held too. */
  permission?: Permission
  table: (ctx: Ctx, locale: Locale, filter: FilterOf<E>) => ListColumns<R>
  /** By what files are told apart; else the day of today. */
  when?: (filter: FilterOf<E>, today: CivilDate, locale: Locale) => string
  rowsOfRead?: number
  most?: number
}

/** A list with all that is said once of it. */
export interface List<
  E extends v.ObjectEntries,
  R extends object,
  T extends object,
  A extends v.ObjectEntries = NoEntries,
> {
  definition: ListDefinition<E, R, T, A, never>
  /** What is asked for a page. */
  schema: v.ObjectSchema<E & typeof pageEntries, undefined>
  /** A page as it is answered; written out, since clients know no types of core by name. */
  answer: v.GenericSchema<{ items: T[]; next: string | null } & FilterOf<A>>
  /** What is asked for its file. */
  fileSchema: v.ObjectSchema<typeof fileEntries & E, undefined>
  /** One page of it. Round trips: one. @throws `access.not_allowed` */
  page: (
    ctx: Ctx,
    raw: AskedOf<E> & v.InferInput<v.ObjectSchema<typeof pageEntries, undefined>>,
  ) => Promise<Page<T> & FilterOf<A>>
  /**
   * How many rows a filter finds: a query of one number, for a batch with others.
   * @param of what of the rows is counted where that is not the rows
   * @throws `access.not_allowed`
   */
  countQuery: (ctx: Ctx, raw: AskedOf<E>, of?: SQL) => Promise<SQL>
  /** All that a filter finds as a file. @throws `exports.too_long` */
  file: (ctx: Ctx, raw: AskedOf<E> & { format?: 'xlsx' | 'csv' }, locale: Locale) => Promise<TableFile>
}

/**
 * Says a list once: who reads it, what narrows it, in which order it stands. From that come its page by key, its count and
 * its file, which show the same rows: those of the projects in which the reader holds the permission, and no others.
 */
export function defineList<
  const E extends v.ObjectEntries,
  R extends object,
  T extends object,
  const A extends v.ObjectEntries = NoEntries,
  F extends object = object,
>(definition: ListDefinition<E, R, T, A, F>): List<E, R, T, A> {
  const { beside } = definition
  const filterSchema = v.object(definition.filter)
  const schema = v.object({ ...definition.filter, ...pageEntries })
  const fileSchema = v.object({ ...fileEntries, ...definition.filter })
  const file = definition.file && fileOf(definition, definition.file, fileSchema)
  return {
    definition: definition as never,
    schema,
    fileSchema,
    answer: v.object({ ...pageSchema(definition.item).entries, ...beside?.answer }) as never,
    page: async (ctx, raw) => {
      const { after, limit, ...rest } = parse(schema, raw) as { after?: string; limit: number }
      const filter = rest as unknown as FilterOf<E>
      const { query, narrowed } = await found(definition, ctx, filter, { after, limit: limit + 1 })
      const [rows, others] = await together(ctx, query, beside?.query?.(ctx, narrowed, filter))
      const { items, next } = pageOf(rows, limit, (row) => keyOf(definition, row, filter))
      const shown = items.map((row) => definition.shown(row, ctx, filter))
      return { items: shown, next, ...beside?.shown(others, ctx) } as never
    },
    countQuery: async (ctx, raw, of = sql`*`) => {
      const filter = parse(filterSchema, raw) as FilterOf<E>
      const { query } = await found(definition, ctx, filter, everyRow)
      return sql`SELECT count(${of}) FROM (${query.getSQL()})`
    },
    file: (ctx, raw, locale) => {
      if (file === undefined) throw new Error('this list has no file')
      return file(ctx, raw as never, locale)
    },
  }
}

/** Two queries in one round trip; the second may be left out. */
async function together<R, F>(
  ctx: Ctx,
  query: Query<R>,
  other: Query<F> | undefined,
): Promise<[readonly R[], readonly F[]]> {
  if (other === undefined) return [await query, []]
  return (await ctx.db.orm.batch([query, other] as unknown as [BatchItem<'sqlite'>])) as never
}

/** For SQLite, no bound. */
const everyRow = { after: undefined, limit: -1 }

function fileOf<E extends v.ObjectEntries, R extends object>(
  definition: Narrowed<E, R>,
  { permission, table, ...file }: ListedFile<E, R>,
  schema: v.ObjectSchema<typeof fileEntries & E, undefined>,
) {
  return listFile({
    ...file,
    schema: schema as never,
    permission: permission ?? ((filter: FilterOf<E>) => permissionOf(definition, filter)),
    rows: async (ctx: Ctx, filter: FilterOf<E>, after: string | undefined, most: number) =>
      (await found(definition, ctx, filter, { after, limit: most })).query,
    keyOf: (row: R, filter: FilterOf<E>) => keyOf(definition, row, filter),
    table,
  } as never) as (ctx: Ctx, raw: never, locale: Locale) => Promise<TableFile>
}

/** What of a list decides which rows a filter finds. */
type Narrowed<E extends v.ObjectEntries, R extends object> = Pick<
  ListDefinition<E, R, object>,
  'where' | 'order' | 'query'
> &
  Scope<E>

/** The query of what a filter finds beyond a cursor; in an object, since a query that is awaited is sent. */
async function found<E extends v.ObjectEntries, R extends object>(
  definition: Narrowed<E, R>,
  ctx: Ctx,
  filter: FilterOf<E>,
  { after, limit }: { after: string | undefined; limit: number },
): Promise<{ query: Query<R>; narrowed: SQL | undefined }> {
  const order = orderOf(definition, filter)
  const inScope = scopeOf(definition, ctx, filter)
  const narrowed = and(inScope, ...(await definition.where(ctx, filter)))
  const onward = beyond(order, after)
  const inOrder = order.direction === 'ascending' ? asc : desc
  // What is only counted is not sorted.
  const orderBy = limit === everyRow.limit ? [] : columnsOf(order).map((column) => inOrder(column))
  const part = { where: and(narrowed, onward), narrowed, beyond: onward, orderBy, limit }
  return { query: definition.query(ctx, part, filter), narrowed }
}

function permissionOf<E extends v.ObjectEntries>({ permission }: Scope<E>, filter: FilterOf<E>): Permission {
  if (permission === undefined) throw new Error('a list of what is the reader’s has no file')
  return typeof permission === 'function' ? permission(filter) : permission
}

function scopeOf<E extends v.ObjectEntries>(
  definition: Scope<E>,
  ctx: Ctx,
  filter: FilterOf<E>,
): SQL | undefined {
  if (definition.theirs) return definition.theirs(ctx, filter)
  const { project } = definition
  const permission = permissionOf(definition, filter)
  const { projectId } = filter as { projectId?: string }
  ctx.require(permission, projectId)
  if (project === null) return undefined
  const scope = projectId === undefined ? ctx.projectsWhere(permission) : [projectId]
  if (scope === 'all') return undefined
  if (typeof project === 'function') return project(scope)
  return projectId === undefined ? inArray(project, [...scope]) : eq(project, projectId)
}

/**
 * The projects of a list that is in the order of time. Of several, SQLite would look each up and sort; without their index
 * it stops at the page's end.
 */
export function projectsInOrder(project: Column): (projects: readonly string[]) => SQL {
  return (projects) =>
    projects.length === 1 ? eq(project, projects[0]) : sql`+${project} IN ${[...projects]}`
}

function orderOf<E extends v.ObjectEntries>(
  { order }: { order: Order | ((filter: FilterOf<E>) => Order) },
  filter: FilterOf<E>,
): Order {
  return typeof order === 'function' ? order(filter) : order
}

function columnsOf({ by }: Order): (Column | SQL)[] {
  return Object.values(by).map((key) => ('sql' in key ? key.sql : key))
}

function typesOf({ by }: Order): ('string' | 'number')[] {
  return Object.values(by).map((key) =>
    'sql' in key ? key.type : key.dataType === 'number' ? 'number' : 'string',
  )
}

/** The place of a row in the order of its list. */
function keyOf<E extends v.ObjectEntries>(
  definition: { order: Order | ((filter: FilterOf<E>) => Order) },
  row: object,
  filter: FilterOf<E>,
): PageKey {
  const values = row as Readonly<Record<string, string | number>>
  return Object.keys(orderOf(definition, filter).by).map((field) => {
    const value = values[field]
    if (value === undefined) throw new Error(`rows of this list have no ${field}`)
    return value
  })
}

/** What follows the row that a cursor names. @throws `request.invalid` for no cursor of this list */
function beyond(order: Order, after: string | undefined): SQL | undefined {
  const values = decodeCursor<PageKey>(after, typesOf(order) as never)
  if (values === undefined) return undefined
  const row = (parts: readonly unknown[]) =>
    sql.join(
      parts.map((part) => sql`${part}`),
      sql`, `,
    )
  const onward = order.direction === 'ascending' ? sql`>` : sql`<`
  return sql`(${row(columnsOf(order))}) ${onward} (${row(values)})`
}
