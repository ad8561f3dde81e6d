import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { TenantDb } from '@heju/db'
import { isApi, routes, writes, type Route } from '../isolation/routes.ts'
import type { ApiDescription } from '../isolation/samples.ts'
import { companyWithAll, type CompanyWithAll } from '../routes/company-with-all.ts'
import { trueRequest } from '../routes/requests.ts'
import { companyCtx } from '../setup/two-companies.ts'
import { exempt, meanwhile, type Meanwhile } from './meanwhile.ts'

/*
 * A verb judges by what it reads, and somebody else may change that before it writes. Whatever they do: the verb is
 * refused and leaves nothing, or it leaves what it leaves when it is asked for after them.
 */

type Request = ReturnType<typeof trueRequest>
type Contents = Record<string, string[]>

let all: CompanyWithAll
let description: ApiDescription
let tables: string[]
beforeAll(async () => {
  all = await companyWithAll()
  description = (await (await all.company.fetch('/api/v1/openapi.json')).json()) as ApiDescription
  // Times are then the same in every run, and so is what is calculated from them.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
  const { rows } = await all.company.ctx.db.client.execute(
    `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`,
  )
  tables = rows.map(({ name }) => String(name)).filter((name) => !ofNoSubject.has(name))
  Object.assign(connection, watched)
})
afterEach(() => {
  interrupt = undefined
})
afterAll(async () => {
  Object.assign(connection, { batch, execute })
  vi.useRealTimers()
  await all.close()
})

/** Tables that tell of requests, and not of what they did. */
const ofNoSubject = new Set(['_requests', '_expect', 'throttles', 'known_addresses', 'audit_seals'])
/** Columns that are others each time. */
const ofNoMeaning = new Set(['seq', 'request_id', 'sha256', 'token_sha256'])

/** What is done before the next write that follows a reading, or a write that read as well, as those do that count tries. */
let interrupt: (() => Promise<unknown>) | undefined
let hasRead = false
const connection = Object.getPrototypeOf(
  new TenantDb({ url: 'http://127.0.0.1' }).client,
) as TenantDb['client']
const { batch, execute } = connection
const watched = {
  execute(this: TenantDb['client'], ...asked: Parameters<typeof execute>) {
    hasRead = true
    return execute.apply(this, asked)
  },
  async batch(this: TenantDb['client'], ...asked: Parameters<typeof batch>) {
    const something = interrupt
    if (asked[1] === 'write' && hasRead && something !== undefined) {
      interrupt = undefined
      await something()
    }
    hasRead = true
    return batch.apply(this, asked)
  },
}

const id = /\b([a-z]+)_[0-9a-hjkmnp-tv-z]{26}\b/g

/** What the tables hold, without the ids that the product made on the way and what is sealed. @param told where ids stand that clients gave */
async function contents(told: string): Promise<Contents> {
  const { db } = await companyCtx(all.api, all.company.id)
  const selects = tables.map((table) => `SELECT * FROM "${table}"`)
  const results = await db.client.batch(selects, 'read')
  const known = new Set([...Object.values(all.things), ...(told.match(id) ?? [])])
  const plain = (value: unknown): unknown => {
    if (typeof value !== 'string') return value
    if (/^(v\d\.|scrypt)/.test(value)) return 'sealed'
    return value.replace(id, (one, prefix: string) => (known.has(one) ? one : `${prefix}_made`))
  }
  return Object.fromEntries(
    results.map(({ rows, columns }, i) => {
      const named = columns.filter((name) => !ofNoMeaning.has(name))
      const texts = rows.map((row) => named.map((name) => `${name}: ${String(plain(row[name]))}`).join(', '))
      return [tables[i]!, texts.toSorted()]
    }),
  )
}

/** The tables in which rows are others, with those that only the one and only the other has. */
function differences(one: Contents, other: Contents) {
  const parts = tables.map((table) => {
    const [a, b] = [one[table] ?? [], other[table] ?? []]
    return [table, [a.filter((row) => !b.includes(row)), b.filter((row) => !a.includes(row))]] as const
  })
  return Object.fromEntries(parts.filter(([, [a, b]]) => a.length + b.length > 0))
}

const send = ({ path, init, who }: Request) => all.company.fetch(path, init, who)

function requestOf(name: string, body?: object): Request {
  const route: Route | undefined = routes.find((each) => each.name === name)
  if (route === undefined) throw new Error(`There is no route ${name}`)
  const request = trueRequest(route, description, all)
  if (body === undefined) return request
  const usual = JSON.parse(String(request.init.body ?? '{}')) as object
  const headers = { ...request.init.headers, 'content-type': 'application/json' }
  return { ...request, init: { ...request.init, headers, body: JSON.stringify({ ...usual, ...body }) } }
}

/** The request with the ids of its path put in place by those of the same kind. */
function about(request: Request, ids: readonly string[]): Request {
  const byKind = new Map(ids.map((one) => [one.slice(0, one.indexOf('_')), one]))
  return { ...request, path: request.path.replace(id, (one, kind: string) => byKind.get(kind) ?? one) }
}

const pairs = Object.entries(meanwhile).flatMap(([name, others]) =>
  others.map((one): { name: string; other: string; one: Meanwhile } => {
    const between = one === 'itself' ? { name } : one
    return { name, other: between.name, one: between }
  }),
)

describe('between what a verb reads and what it writes', () => {
  test.each(pairs)('$name bears $other', async ({ name, one }) => {
    const on = (thing: string | undefined) => (thing === undefined ? [] : [all.things[thing] ?? ''])
    const asked = about(requestOf(name, one.asked), on(one.both))
    const other = requestOf(one.name, one.body)
    const things = [...(asked.path.match(id) ?? []), ...on(one.both ?? one.on)]
    const between = one.path === undefined ? about(other, things) : { ...other, path: one.path }
    const told = `${String(asked.init.body)} ${String(between.init.body)}`

    await all.asItWas()
    hasRead = false
    let came = 'nothing came between'
    interrupt = async () => {
      const answer = await send(between)
      came = answer.status < 400 ? 'done' : await answer.text()
    }
    const raced = await send(asked)
    expect(came).toBe('done')
    expect(raced.status).toBeLessThan(500)
    const left = await contents(told)

    await all.asItWas()
    await send(between)
    // What was refused left nothing but what the other did.
    const after = raced.status < 400 ? await send(asked) : raced
    const outcome = { status: raced.status, differences: {} }
    expect({ status: after.status, differences: differences(left, await contents(told)) }).toEqual(outcome)
  })
})

test('every route that reads before it writes is asked so, or it is said why not', async () => {
  const unasked: string[] = []
  for (const route of routes.filter((each) => isApi(each) && writes(each))) {
    if (route.name in meanwhile || route.name in exempt) continue
    await all.asItWas()
    hasRead = false
    interrupt = async () => unasked.push(route.name)
    await send(trueRequest(route, description, all))
  }
  expect(unasked).toEqual([])
})

test('no exemption is of a route that is not there, or is asked', () => {
  const names = new Set(routes.map(({ name }) => name))
  expect(Object.keys(exempt).filter((name) => !names.has(name) || name in meanwhile)).toEqual([])
})
