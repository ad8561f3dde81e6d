import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { personalOf, terms, type Personal } from '@heju/db'
import { getTableColumns, getTableName, is, Table, type Column } from 'drizzle-orm'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const sources = [
  'packages/core/src/*/*/tables.ts',
  'packages/db/src/ledger.ts',
  'packages/db/src/platform/tables.ts',
]

/**
 * Columns that hold words: anything may stand there. Not those of a closed list, of days, of hashes of contents, nor ids: what
 * an id names is told by the columns of its own table.
 */
function wordColumns(table: Table): Column[] {
  return Object.values(getTableColumns(table)).filter(
    ({ name, dataType, enumValues }) =>
      dataType === 'string' && !enumValues?.length && !/(^|_)(id|by|on|day|period|sha256)$/.test(name),
  )
}

const undeclared = (table: Table) =>
  wordColumns(table)
    .filter((column) => personalOf(column) === undefined)
    .map(({ name }) => `${getTableName(table)}.${name}`)

async function tables(): Promise<Table[]> {
  const modules = await Promise.all(
    globSync(sources, { cwd: root })
      .toSorted()
      .map((file) => import(pathToFileURL(join(root, file)).href) as Promise<object>),
  )
  return modules.flatMap((module) => Object.values(module).filter((value) => is(value, Table)))
}

/** A line of docs/personal-data.md. */
function lineOf(table: string, { name }: Column, { is: kind, seenBy, kept, afterwards }: Personal): string {
  const { years, after } = terms[kept]
  const long = years < 1 ? `${years * 12} months` : `${years} years`
  return `| ${table}.${name} | ${kind} | ${seenBy} | ${long} after ${after} | ${afterwards} |`
}

test('each column of words says what it tells of a person, or that it tells nothing', async () => {
  const all = await tables()
  expect(all.length).toBeGreaterThan(60)
  expect(all.flatMap(undeclared)).toEqual([])
  // One that nobody has looked at is found.
  expect(undeclared(sqliteTable('visits', { id: text(), at: integer(), visitor: text() }))).toEqual([
    'visits.visitor',
  ])
})

test('docs/personal-data.md lists what is kept of people, who sees it, how long, and what then becomes of it', async () => {
  const lines = (await tables()).flatMap((table) =>
    Object.values(getTableColumns(table)).flatMap((column) => {
      const what = personalOf(column)
      return typeof what === 'object' ? [lineOf(getTableName(table), column, what)] : []
    }),
  )
  const document = readFileSync(join(root, 'docs/personal-data.md'), 'utf8')
  expect(document.match(/^\| \w+\.\w+ \|.*$/gm) ?? []).toEqual(lines)
})
