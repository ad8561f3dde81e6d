import { globSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { holdings } from '@heju/core/people/handing-over'
import { holdingKinds } from '@heju/core/platform/holdings'
import { getTableColumns, getTableName, is, Table, type Column } from 'drizzle-orm'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { companyWithAll, type CompanyWithAll } from '../routes/company-with-all.ts'

const root = join(import.meta.dirname, '../..')

/** Columns that name a colleague and tell who did something, or are the colleague's own: nobody takes that over. */
const facts: readonly RegExp[] = [
  // Who did it.
  /\.(\w+_by|by_id|actor_id)$/,
  // The account itself, its roles, sign-ins and links.
  /^(staff|role_assignments|sessions|throttle|known_addresses)\./,
  /^invitations\.staff_id$/,
  // What was handed over, the log, and what was answered to a request.
  /^hand_overs\./,
  /^(audit_log|_requests|outbox)\./,
]

const nameOf = (column: Column) => `${getTableName(column.table)}.${column.name}`
const held = new Set(holdings.flatMap(({ columns }) => columns.map(nameOf)))
const isAccounted = (name: string) => held.has(name) || facts.some((fact) => fact.test(name))

/** Columns of a table that by their name, or by what they refer to, name a colleague. */
function namingStaff(table: Table): string[] {
  const referring = getTableConfig(table as SQLiteTable)
    .foreignKeys.map((key) => key.reference())
    .filter(({ foreignTable }) => getTableName(foreignTable) === 'staff')
    .flatMap(({ columns }) => columns)
  const named = Object.values(getTableColumns(table)).filter(({ name }) =>
    /(^|_)((staff|handler|receiver|answerer|instead|steward|stand_in|lead)_id|by)$/.test(name),
  )
  return [...new Set([...referring, ...named].map(nameOf))]
}

let all: CompanyWithAll
beforeAll(async () => {
  all = await companyWithAll()
})
afterAll(() => all.close())

test('each kind that may be held is declared once', () => {
  expect(holdings.map(({ kind }) => kind).toSorted()).toEqual([...holdingKinds].toSorted())
})

test('a column that names who holds something is handed over when they leave', async () => {
  const modules = await Promise.all(
    globSync('packages/core/src/*/*/tables.ts', { cwd: root }).map(
      (file) => import(pathToFileURL(join(root, file)).href) as Promise<object>,
    ),
  )
  const tables = modules.flatMap((module) => Object.values(module).filter((value) => is(value, Table)))
  const naming = tables.flatMap(namingStaff)
  expect(naming.length).toBeGreaterThan(15)
  expect(naming.filter((name) => !isAccounted(name))).toEqual([])
  // One that nobody has thought of is found.
  const visits = sqliteTable('visits', { id: text(), at: integer(), leadId: text('lead_id') })
  expect(namingStaff(visits).filter((name) => !isAccounted(name))).toEqual(['visits.lead_id'])
})

test('whatever a column is called: no other has the id of a colleague in it', async () => {
  const { client } = all.company.ctx.db
  const { rows: columns } = await client.execute(
    `SELECT m.name AS t, c.name AS c FROM sqlite_master AS m, pragma_table_xinfo(m.name) AS c
      WHERE m.type = 'table' AND c.type LIKE 'text%'`,
  )
  const found = await client.batch(
    columns.map(({ t, c }) => `SELECT count(*) AS n FROM "${String(t)}" WHERE "${String(c)}" GLOB 'stf_*'`),
  )
  const naming = columns.flatMap(({ t, c }, at) =>
    Number(found[at]?.rows[0]?.['n']) > 0 ? [`${String(t)}.${String(c)}`] : [],
  )
  expect(naming).toContain('complaints.handler_id')
  expect(naming.filter((name) => !isAccounted(name))).toEqual([])
})
