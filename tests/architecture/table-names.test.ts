import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const files = globSync('packages/core/src/*/*/**/*.ts', { cwd: root })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => !/\.test\.ts$|\/testing(\.ts|\/)/.test(file))
const sources = files.map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }))

/** The capability that declares a table owns it. */
const ownerOf = new Map(
  sources.flatMap(({ file, text }) =>
    [...text.matchAll(/sqliteTable\(\s*'(\w+)'/g)].map(([, table]) => [table!, capabilityOf(file)] as const),
  ),
)

function capabilityOf(file: string): string {
  return file.split('/').slice(3, 5).join('/')
}

/** Where a file names the table of another capability in SQL, each with its line. */
function foreignNames(file: string, text: string): string[] {
  const named = /\b(?:FROM|JOIN|INTO|UPDATE)\s+(?:OR \w+ )?(\w+)\b/g
  return [...text.matchAll(named)].flatMap(({ 1: table, index }) => {
    const owner = ownerOf.get(table!)
    const line = text.slice(0, index).split('\n').length
    return owner === undefined || owner === capabilityOf(file)
      ? []
      : [`${file}:${line} names ${table} of ${owner}`]
  })
}

describe('a table is named by the capability that owns it', () => {
  test('others take it from its index, so that a change of it finds whoever reads it', () => {
    expect(ownerOf.size).toBeGreaterThan(50)
    expect(sources.flatMap(({ file, text }) => foreignNames(file, text))).toEqual([])
  })

  test('a name in the text of a query is found, with its line', () => {
    const query = 'const owed = sql`SELECT 1\n  FROM bills b LEFT JOIN rooms r ON r.id = b.room_id`'
    expect(foreignNames('packages/core/src/fees/billing/owed.ts', query)).toEqual([
      'packages/core/src/fees/billing/owed.ts:2 names rooms of estate/registry',
    ])
  })
})
