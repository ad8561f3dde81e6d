import { globSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { encodeCursor, todayOf, type Ctx } from '@heju/core'
import type { List } from '@heju/core/platform/lists'
import { projectMove } from '@heju/core/estate/organisation'
import { addStaff } from '@heju/core/people/identity/testing'
import { assignmentsJson, assignmentsOf } from '@heju/core/people/roles'
import { as, freshRequestId } from '@heju/core/testing'
import { plansOf, slowSteps } from '@heju/db/testing'
import { newId } from '@heju/kernel'
import { roles, type Role } from '@heju/core/permissions'
import type { Locale } from '@heju/i18n'
import { sql } from 'drizzle-orm'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { companyWithAll, type CompanyWithAll } from '../routes/company-with-all.ts'
import { moreFees } from './fees.ts'
import { moreMatters } from './matters.ts'
import { morePlaces } from './places.ts'
import { filtersOf, findsFew, gatheredBy } from './filters.ts'

type AnyList = List<Record<never, never>, object, object>

const root = join(import.meta.dirname, '../..')
const declared = new Map<string, AnyList>()
for (const file of globSync('packages/core/src/*/*/index.ts', { cwd: root })) {
  const exported = (await import(pathToFileURL(join(root, file)).href)) as Record<string, unknown>
  for (const [name, value] of Object.entries(exported))
    if (typeof value === 'object' && value !== null && 'definition' in value)
      declared.set(name, value as AnyList)
}

/** A list of few rows is read row by row. */
const mostPages = 8

let company: CompanyWithAll
let ctx: Ctx
/** Who works for the unit of the project that has things in it, and for one beside it. */
let ofUnit: Ctx
let ofOtherUnit: Ctx
beforeAll(async () => {
  company = await companyWithAll()
  ctx = company.company.ctx
  company.things.adminId = (company.company.staff.company_admin as { id?: string }).id ?? ''
  Object.assign(company.things, await morePlaces(ctx, company.things))
  Object.assign(company.things, await moreFees(ctx, company.things))
  Object.assign(company.things, await moreMatters(reader('all'), company.things))
  const { projectId = '', unitId = '', parentId = '' } = company.things
  const fromOn = todayOf(ctx)
  await projectMove(reader('all'), { requestId: freshRequestId(), projectId, unitId, fromOn })
  await ctx.db.orm.run(sql`INSERT INTO project_units (project_id, from_on, unit_id, created_at)
    VALUES (${newId('proj', 2)}, '', ${parentId}, 0)`)
  ofUnit = await unitReader(unitId)
  ofOtherUnit = await unitReader(parentId)
})
afterAll(() => company.close())

/** A reader of all that a list has, in all projects or in some. */
const reader = (projects: 'all' | string[]): Ctx =>
  as(ctx, {
    kind: 'staff',
    id: company.things.signerId ?? '',
    assignments: roles.map((role: Role) => ({ role, projects })),
  })

/** The same who holds all roles for a unit, by what that says today. */
async function unitReader(unitId: string): Promise<Ctx> {
  const assignments = roles.map((role: Role) => ({ role, scope: { kind: 'unit' as const, unitId } }))
  const { id } = await addStaff(ctx, { name: '区域', assignments })
  const [row] = await ctx.db.orm.all<{ held: string }>(
    sql`SELECT ${assignmentsJson(sql`${id}`, todayOf(ctx))} AS held`,
  )
  const actor = {
    kind: 'staff',
    id: company.things.signerId ?? '',
    assignments: assignmentsOf(row!.held),
  } as const
  return as(ctx, actor)
}

async function pagesOf(list: AnyList, by: Ctx, filter: object, limit: number): Promise<object[]> {
  const rows: object[] = []
  for (let after: string | undefined; ;) {
    const { items, next } = await list.page(by, { ...filter, limit, ...(after && { after }) })
    rows.push(...items)
    if (next === null) return rows
    after = next
  }
}

async function countOf(list: AnyList, by: Ctx, filter: object): Promise<number> {
  const [row] = await ctx.db.orm.all<{ rows: number }>(
    sql`SELECT (${await list.countQuery(by, filter)}) AS rows`,
  )
  return row?.rows ?? 0
}

async function linesOf(list: AnyList, by: Ctx, filter: object): Promise<number | undefined> {
  if (list.definition.file === undefined) return undefined
  const { bytes } = await list.file(by, { ...filter, format: 'csv' }, 'zh-CN')
  // A cell may hold line breaks, within quotes.
  const text = new TextDecoder().decode(bytes).replaceAll(/"(?:[^"]|"")*"/g, '')
  return text.trimEnd().split(/\r?\n/).length - 1
}

/** A list of something of another project does as if that were not there. */
function notThere(cause: unknown): number {
  if (String((cause as { code?: unknown }).code).endsWith('_not_found')) return 0
  throw cause
}

/** Where a list goes on, in the middle of whatever rows there are. */
function cursorOf({ definition: { order } }: AnyList, filter: object): string {
  const { by } = typeof order === 'function' ? order(filter) : order
  const types = Object.values(by).map((key) => ('sql' in key ? key.type : key.dataType))
  return encodeCursor(types.map((type) => (type === 'number' ? 1_000 : 'm')))
}

test('each declared list is tried here, and none besides', () => {
  expect([...declared.keys()].toSorted()).toEqual(Object.keys(filtersOf).toSorted())
})

describe.each([...declared])('%s', (name, list) => {
  const filters = () => filtersOf[name]?.(company.things) ?? []
  const gathered = gatheredBy[name] ?? []

  test('is asked everything that it may be narrowed by', () => {
    const asked = filters().flatMap((filter) => Object.keys(filter))
    expect(new Set(asked)).toEqual(new Set(Object.keys(list.definition.filter)))
  })

  test('page by page, counted and as a file it is the same rows under every filter', async () => {
    const all = reader('all')
    const owns = [reader([company.things.projectId ?? '']), ofUnit]
    const found: [filter: object, rows: number][] = []
    for (const filter of filters()) {
      const whole = (await list.page(all, { ...filter, limit: 200 })).items
      found.push([filter, whole.length])
      expect(await pagesOf(list, all, filter, Math.ceil(whole.length / mostPages) || 1)).toEqual(whole)
      expect(await countOf(list, all, filter)).toBe(whole.length)
      expect(await linesOf(list, all, filter)).toBe(list.definition.file && whole.length)
      // What is a reader's by something else than a project is tested beside its list.
      if (!list.definition.project) continue
      for (const own of owns) {
        expect((await list.page(own, { ...filter, limit: 200 })).items).toEqual(whole)
        expect(await countOf(list, own, filter)).toBe(whole.length)
      }
    }
    // What finds nothing shows nothing of a list, and one row stands in every order.
    expect(found.filter(([, rows]) => rows === 0)).toEqual([])
    expect(Math.max(...found.map(([, rows]) => rows))).toBeGreaterThan(1)
  })

  test('shows nothing of another project, and is refused where that is asked for', async () => {
    const { project, theirs } = list.definition
    for (const other of [reader([newId('proj', 1)]), ofOtherUnit])
      for (const filter of filters()) {
        const refused = 'projectId' in filter
        if (!refused && (project === null || theirs !== undefined)) continue
        for (const seen of [
          list.page(other, filter).then(({ items }) => items.length),
          countOf(list, other, filter),
          ...(list.definition.file ? [linesOf(list, other, filter)] : []),
        ])
          await (refused
            ? expect(seen).rejects.toMatchObject({ code: 'access.not_allowed' })
            : expect(seen.catch(notThere)).resolves.toBe(0))
      }
  })

  test('as a file that is not of one project it says of each row which it is of', async () => {
    const { file, filter, item, project } = list.definition
    const { projectId } = filter as v.ObjectEntries
    const ofOne = projectId !== undefined && !v.is(projectId, undefined)
    const { entries } = item as unknown as { entries?: v.ObjectEntries }
    // What is the company's, all of it, has no project to say.
    const ofCompany = project === null && !('projectId' in (entries ?? {}))
    if (file === undefined || ofOne || ofCompany) return
    const asked = v.getDefaults(v.object(filter as v.ObjectEntries))
    const headings = (locale: Locale) => file.table(ctx, locale, asked).columns.map(([heading]) => heading)
    expect([headings('zh-CN'), headings('zh-Hant'), headings('en')]).toEqual([
      expect.arrayContaining(['项目']),
      expect.arrayContaining(['項目']),
      expect.arrayContaining(['Project']),
    ])
  })

  test('is served by an index under every filter, in its order', async () => {
    const some = reader([company.things.projectId ?? '', newId('proj', 1)])
    const readers = list.definition.project ? [reader('all'), some] : [reader('all')]
    for (const filter of filters())
      for (const by of readers) {
        const page = () => list.page(by, { ...filter, after: cursorOf(list, filter) })
        const plan = await plansOf(ctx.db, page)
        // Where what is gathered hangs on a row of the statement around it, SQLite makes no index of it and goes through it.
        const slow = [
          ...slowSteps(plan, { gathered }),
          ...plan.filter((step) => /^SCAN \w+ LEFT-JOIN$/.test(step)),
        ]
        const few = findsFew[name]?.(filter) ?? false
        const sorted = slowSteps(await plansOf(ctx.db, page, 'outer'), { sorted: !few, gathered })
        expect([filter, slow, sorted]).toEqual([filter, [], []])
      }
  })
})
