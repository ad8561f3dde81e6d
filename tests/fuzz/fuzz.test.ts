import { verifyAudit } from '@heju/core/platform/audit-chain'
import { as, staff } from '@heju/core/testing'
import { roles } from '@heju/core/permissions'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestCaller } from '../../workers/api/src/testing.ts'
import { isApi, isOwners, routes, type Route } from '../isolation/routes.ts'
import type { ApiDescription } from '../isolation/samples.ts'
import { companyWithAll, type CompanyWithAll } from '../routes/company-with-all.ts'
import { operationOf, problemsWith } from '../routes/described.ts'
import { trueRequest } from '../routes/requests.ts'
import { companyCtx } from '../setup/two-companies.ts'
import { hostile, valuesOf, type Schema } from './values.ts'

/**
 * Requests drawn from the API's own description and changed here and there, one after the other in one company, so that
 * each meets what those before it left. The seed makes every run the same; what fails is printed as it was asked.
 */
const seed = 20_261_128
/** The whole in `.ci/run`, a part of it in `npm test`. */
const cases = process.env.CI === undefined ? 700 : 6_000
/** After so many the company is as it was at the beginning: nothing is left to act on where all is closed and void. */
const stretch = 150

interface Case {
  route: Route
  caller: 'right' | 'anybody' | 'other-owner' | 'nobody'
  role: number
  changes: Change[]
  /** Sent twice at the same moment, under one key. */
  twice: boolean
}
interface Change {
  place: 'body' | 'whole' | 'query' | 'path'
  pick: number
  how: 'schema' | 'hostile' | 'other-thing' | 'left-out'
  value: unknown
  draw: number
}

const api = routes.filter((route) => isApi(route) && !route.path.endsWith('/openapi.json'))
const change: fc.Arbitrary<Change> = fc.record({
  place: fc.constantFrom(
    'body',
    'body',
    'body',
    'body',
    'body',
    'body',
    'whole',
    'query',
    'query',
    'path',
    'path',
  ),
  pick: fc.nat(),
  how: fc.constantFrom('schema', 'schema', 'hostile', 'hostile', 'other-thing', 'left-out'),
  value: hostile,
  draw: fc.nat(),
})
const aCase: fc.Arbitrary<Case> = fc.record({
  route: fc.constantFrom(...api),
  caller: fc.constantFrom(
    'right',
    'right',
    'right',
    'right',
    'right',
    'right',
    'anybody',
    'other-owner',
    'nobody',
  ),
  role: fc.nat(roles.length - 1),
  changes: fc.array(change, { minLength: 0, maxLength: 3 }),
  twice: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
})

let all: CompanyWithAll
let description: ApiDescription
beforeAll(async () => {
  all = await companyWithAll()
  description = (await (await all.company.fetch('/api/v1/openapi.json')).json()) as ApiDescription
})
afterAll(() => all.close())

test(
  `${cases} requests of every role, well and badly formed, are each answered as described and never by a failure`,
  {
    timeout: 20 * 60_000,
  },
  async () => {
    const failures: string[] = []
    let inside = 0
    for (const [i, one] of fc.sample(aCase, { numRuns: cases, seed }).entries()) {
      if (i % stretch === 0) await all.asItWas()
      const asked = request(one)
      const answers = await Promise.all(
        Array.from({ length: one.twice ? 2 : 1 }, () => all.company.fetch(asked.path, asked.init, asked.who)),
      )
      for (const answer of answers) failures.push(...(await faultsOf(answer, one, asked)))
      // Past the door: a verb looked at it, and did it or said why not.
      if (![401, 403, 405, 413, 415, 429].includes(answers[0]?.status ?? 0)) inside += 1
      if (i % stretch === stretch - 1) failures.push(...(await brokenRules()))
      if (failures.length > 20) break
    }
    expect(failures).toEqual([])
    expect(inside / cases).toBeGreaterThan(0.6)
  },
)

function request({ route, caller, role, changes }: Case) {
  const { path, init, who } = trueRequest(route, description, all)
  const address = new URL(path, all.company.origin)
  let body: unknown = typeof init.body === 'string' && isJson(init) ? JSON.parse(init.body) : undefined
  for (const one of changes) {
    if (one.place === 'whole' && body !== undefined) body = one.value
    else if (one.place === 'body' && body !== undefined) body = changed(body, schemaOf(route), one)
    else if (one.place === 'query') changeQuery(address, route, one)
    else if (one.place === 'path') changePath(address, route, one)
  }
  return {
    path: address.pathname + address.search,
    init: body === undefined ? init : { ...init, body: JSON.stringify(body) },
    who: callerOf(route, caller, role, who),
  }
}

const isJson = (init: RequestInit) => new Headers(init.headers).get('content-type') === 'application/json'

function callerOf(route: Route, caller: Case['caller'], role: number, right: TestCaller | undefined) {
  if (caller === 'right') return right
  if (caller === 'nobody') return undefined
  // An account that has nothing: everything is somebody else's.
  if (caller === 'other-owner' && isOwners(route)) return { owner: 'ownr_01kaqf3m7s8x2w9v4t6r0pjhzd' }
  return all.company.staff[roles[role] ?? 'auditor']
}

function schemaOf(route: Route): Schema {
  const content = operationOf(route, description)?.requestBody?.content?.['application/json'] as
    | { schema?: Schema }
    | undefined
  return content?.schema ?? {}
}

/** A copy in which one value, somewhere in it, is another. */
function changed(body: unknown, schema: Schema, one: Change): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return newValue(schema, one)
  const names = [...new Set([...Object.keys(body), ...Object.keys(schema.properties ?? {})])]
  const name = names[one.pick % Math.max(1, names.length)]
  if (name === undefined) return { unknown: one.value }
  // A field that no schema knows.
  if (one.how === 'hostile' && one.draw % 4 === 0) return { ...body, unknown: one.value }
  const fields = body as Record<string, unknown>
  if (one.how === 'left-out')
    return Object.fromEntries(Object.entries(fields).filter(([key]) => key !== name))
  const inner = schema.properties?.[name] ?? {}
  const deeper = typeof fields[name] === 'object' && one.draw % 2 === 0
  return {
    ...fields,
    [name]: deeper ? changed(fields[name], inner, { ...one, pick: one.draw }) : newValue(inner, one),
  }
}

function newValue(schema: Schema, { how, value, draw }: Change): unknown {
  if (how === 'hostile' || how === 'left-out') return value
  if (how === 'other-thing') return otherThing(draw)
  return fc.sample(valuesOf(schema), { numRuns: 1, seed: draw })[0]
}

function otherThing(draw: number): string {
  const things = Object.values(all.things)
  return things[draw % things.length] ?? ''
}

function changeQuery(address: URL, route: Route, one: Change): void {
  const parameters = (operationOf(route, description)?.parameters ?? []).filter(
    ({ in: place }) => place === 'query',
  )
  const parameter = parameters[one.pick % Math.max(1, parameters.length)] as
    | { name: string; schema?: Schema }
    | undefined
  if (parameter === undefined) return
  if (one.how === 'left-out') address.searchParams.delete(parameter.name)
  else address.searchParams.set(parameter.name, textOf(newValue(parameter.schema ?? {}, one)).slice(0, 2_000))
}

/** Puts another value in the place of one that the address names. */
function changePath(address: URL, route: Route, one: Change): void {
  const named = route.path.split('/').flatMap((part, i) => (part.startsWith(':') ? [i] : []))
  const at = named[one.pick % Math.max(1, named.length)]
  if (at === undefined) return
  const parts = address.pathname.split('/')
  const value = textOf(one.how === 'hostile' ? one.value : otherThing(one.draw)).slice(0, 500)
  parts[at] = value === '' || value === '.' || value === '..' ? 'x' : encodeURIComponent(value.toWellFormed())
  address.pathname = parts.join('/')
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))

/** What must not be in any refusal: parts of SQL, of the code and of the registry's personal data. */
const leaks = /SELECT |INSERT INTO|UPDATE |SQLITE|\.ts:\d|node_modules|13900001111|李女士/

/** What a provider says to a merchant whose settings somebody has changed before. */
const refusedByProvider = /"code":"payments\.provider_refused"/

async function faultsOf(answer: Response, one: Case, asked: ReturnType<typeof request>): Promise<string[]> {
  const text = await answer.clone().text()
  const failed = answer.status >= 500 && !(answer.status === 502 && refusedByProvider.test(text))
  const faults = failed ? [`a failure: ${text}`] : []
  if (one.route.method !== 'HEAD')
    faults.push(...(await problemsWith(answer.clone(), one.route, description)))
  if (answer.status >= 400 && leaks.test(text)) faults.push('it tells what is nobody’s')
  return faults.map((fault) => `${one.route.name} ${answer.status}: ${fault}\n  ${shown(one, asked)}`)
}

function shown(one: Case, { path, init }: ReturnType<typeof request>): string {
  const body = typeof init.body === 'string' ? init.body.slice(0, 400) : ''
  return `${one.caller} ${one.twice ? 'twice ' : ''}${path.slice(0, 300)} ${body}`
}

/** What holds in the books and in the audit log whatever was asked. */
async function brokenRules(): Promise<string[]> {
  const ctx = as(await companyCtx(all.api, all.company.id), staff('auditor'))
  const rules = {
    'a bill is paid as far as its lines say':
      'SELECT count(*) AS n FROM bills b WHERE paid_fen <> (SELECT coalesce(sum(amount_fen), 0) FROM payment_lines l WHERE l.bill_id = b.id)',
    'no bill is paid over its amount': 'SELECT count(*) AS n FROM bills WHERE paid_fen > amount_fen',
    'a payment is the sum of its lines':
      'SELECT count(*) AS n FROM payments p WHERE amount_fen <> (SELECT coalesce(sum(amount_fen), 0) FROM payment_lines l WHERE l.payment_id = p.id)',
  }
  const broken: string[] = []
  for (const [rule, sql] of Object.entries(rules)) {
    const { rows } = await ctx.db.client.execute(sql)
    if (Number(rows[0]?.n) !== 0) broken.push(`broken: ${rule}`)
  }
  const verdict = await verifyAudit(ctx)
  if (verdict.breaks.length > 0 || verdict.forks.length > 0)
    broken.push(`the audit log: ${JSON.stringify(verdict)}`)
  return broken
}
