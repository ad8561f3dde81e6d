import type { Ctx } from '@heju/core'
import type { Handler, TypedResponse } from 'hono'
import * as v from 'valibot'
import type { List } from '@heju/core/platform/lists'
import type { TableFile } from '@heju/core/platform/spreadsheets'
import type { Locale } from '@heju/i18n'
import { withCtx } from './context.ts'
import { anySpreadsheet, body, idempotent, params, query, route, type Refusal } from './describe.ts'
import { tableDownload } from './download.ts'
import type { HttpContext, HttpEnv } from './env.ts'
import { getOnly } from './get-only.ts'

/** What a verb takes: an object's fields, also of one that is checked further as a whole. */
type Fields = v.GenericSchema & { readonly entries: v.ObjectEntries }
type Taken<S extends Fields> = v.InferInput<S> & object

/** A verb as a route calls it: what needs the world outside finds it by the request. */
type Verb<S extends Fields, A extends v.GenericSchema> = (
  ctx: Ctx,
  input: v.InferInput<S>,
  c: HttpContext,
) => Promise<v.InferInput<A>>

/** The names of an address, `:roomId` and the like. */
type NamesIn<P extends string> = P extends `${string}:${infer Name}/${infer Onward}`
  ? Name | NamesIn<`/${Onward}`>
  : P extends `${string}:${infer Name}`
    ? Name
    : never

type InAddress<P extends string, I> = [NamesIn<P>] extends [never]
  ? object
  : { param: Pick<I, NamesIn<P> & keyof I> }
type Rest<P extends string, I> = Omit<I, NamesIn<P> | 'requestId'>
type InBody<P extends string, I> = [keyof Rest<P, I>] extends [never] ? object : { json: Rest<P, I> }
type InHeader<I> = 'requestId' extends keyof I ? { header: { 'idempotency-key': string } } : object
type InQuery<P extends string, I> = [keyof Rest<P, I>] extends [never] ? object : { query: Rest<P, I> }

interface Of<I extends object> {
  in: I
  out: I
}

/** An address with all that answers it, as Hono's methods take it: `.post(...command(…))`. Clients read its types. */
type Answered<P extends string, I extends object, A extends v.GenericSchema> = [
  path: P,
  handler: Handler<HttpEnv, P, Of<I>, Promise<Response & TypedResponse<v.InferInput<A>, 200, 'json'>>>,
]

/**
 * A verb that changes something, said once: from its own schema come the parts of the address, the body, the id of the
 * request (the header `Idempotency-Key`), the description and the client's types.
 * @param path names in it are fields of the schema
 * @param more statuses that it refuses with, beside those of every command: 502 of one that asks a provider
 */
export function command<const P extends string, S extends Fields, A extends v.GenericSchema>(
  path: P,
  summary: string,
  verb: Verb<S, A>,
  schema: S,
  answer: A,
  more: readonly Refusal[] = [],
): Answered<P, InAddress<P, Taken<S>> & InBody<P, Taken<S>> & InHeader<Taken<S>>, A> {
  const { address, rest } = partsOf(path, schema)
  const handlers = [
    route(summary, answer, [401, 403, 404, 409, 422, ...more]),
    ...('requestId' in schema.entries ? [idempotent] : []),
    ...(address === undefined ? [] : [params(address)]),
    ...(rest === undefined ? [] : [body(rest)]),
    answering(verb),
  ]
  return [path, ...handlers] as never
}

/**
 * A verb that only reads, said in the same way: what is not in the address is asked in the query.
 * @param more as `command`
 */
export function question<const P extends string, S extends Fields, A extends v.GenericSchema>(
  path: P,
  summary: string,
  verb: Verb<S, A>,
  schema: S,
  answer: A,
  more: readonly Refusal[] = [],
): Answered<P, InAddress<P, Taken<S>> & InQuery<P, Taken<S>>, A> {
  const { address, rest } = partsOf(path, schema)
  const handlers = [
    route(summary, answer, [401, 403, ...(address === undefined ? [] : [404 as const]), ...more]),
    ...(address === undefined ? [] : [params(address)]),
    ...(rest === undefined ? [] : [query(rest)]),
    answering(verb),
  ]
  return [path, ...handlers] as never
}

/** A list as a file, said in the same way: what narrows it is asked in the query. */
export function tableOf<const P extends string, S extends Fields>(
  path: P,
  summary: string,
  verb: (ctx: Ctx, input: v.InferInput<S>, locale: Locale) => Promise<TableFile>,
  schema: S,
): [path: P, handler: Handler<HttpEnv, P, Of<InQuery<P, Taken<S>>>, Promise<Response>>] {
  const answer = async (c: HttpContext) => {
    const input = c.req.valid('query' as never) as v.InferInput<S>
    return tableDownload(await withCtx(c, (ctx) => verb(ctx, input, c.var.locale)))
  }
  const described = route(summary, anySpreadsheet, [401, 403, 404, 413, 422])
  return [path, getOnly, described, query(schema), answer] as never
}

/** A list, page by page, as it was declared. */
export function listOf<
  const P extends string,
  E extends v.ObjectEntries,
  R extends object,
  T extends object,
  A extends v.ObjectEntries,
>(path: P, summary: string, { page, schema, answer }: List<E, R, T, A>) {
  return question(path, summary, page as never, schema, answer)
}

/** The whole of a list as a file, as it was declared. */
export function fileOf<
  const P extends string,
  E extends v.ObjectEntries,
  R extends object,
  T extends object,
  A extends v.ObjectEntries,
>(path: P, summary: string, { file, fileSchema }: List<E, R, T, A>) {
  return tableOf(path, summary, file as never, fileSchema)
}

/** For a verb that is asked nothing but by whom. */
export const nothing = v.object({})

/** A verb that has nothing to tell but that it was done. */
export function done<I>(verb: (ctx: Ctx, input: I, c: HttpContext) => Promise<unknown>) {
  return async (ctx: Ctx, input: I, c: HttpContext): Promise<{ done: true }> => {
    await verb(ctx, input, c)
    return { done: true }
  }
}

/** A schema's fields by where they come from; each part is checked by itself, and all together by the verb. */
function partsOf(path: string, { entries }: Fields) {
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name)
  const part = (isOf: (name: string) => boolean) => {
    const some = Object.entries(entries).filter(([name]) => isOf(name))
    return some.length === 0 ? undefined : v.object(Object.fromEntries(some))
  }
  return {
    address: part((name) => names.includes(name)),
    rest: part((name) => name !== 'requestId' && !names.includes(name)),
  }
}

/** What the validators let through, put together for the verb, and its answer. */
function answering(verb: Verb<never, v.GenericSchema>) {
  return async (c: HttpContext) => {
    const valid = (target: 'header' | 'param' | 'query' | 'json') =>
      c.req.valid(target as never) as Record<string, unknown> | undefined
    const requestId = valid('header')?.['idempotency-key']
    const input = {
      ...(requestId !== undefined && { requestId }),
      ...valid('param'),
      ...valid('query'),
      ...valid('json'),
    }
    return c.json(await withCtx(c, (ctx) => verb(ctx, input as never, c)))
  }
}
