import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../../migrations')
const planes = ['platform', 'tenant']
const filesOf = (plane: string) =>
  readdirSync(join(root, plane))
    .filter((name) => name.endsWith('.sql'))
    .toSorted()

/**
 * Migrations that throw a table or column away or rebuild one, each with the reason why nothing is lost by it. Whoever
 * adds one has tried it on a filled database.
 */
const reviewed: Readonly<Record<string, string>> = {
  '0045_survey_marks.sql':
    'answers are rebuilt so that their columns may be empty, and copied whole; nothing refers to the table yet',
  '0054_revisions.sql': 'a column that is made of others is made of them in another order',
  '0047_roles.sql':
    'assignments are copied to a table that knows other scopes; a view of the old name shows them to the code before',
  '0027_keys_as_they_compare.sql':
    'of two units that are one, the one under the key of before goes when its rooms are at the other; nothing else refers to units',
  '0025_keys_of_actors.sql':
    'SQLite changes a primary key by a rebuild; nothing refers to the table, and every request is copied with its answer',
  '0004_keys_of_actors.sql':
    'SQLite changes a primary key by a rebuild; nothing refers to the table, and every request is copied with its answer',
  '0026_writes_of_the_code_before.sql':
    'of codes that live five minutes, those that stand in the other table too',
  '0018_strangers_keep_nobody_out.sql': 'codes are keyed by the address that asked too; the rows are copied',
}

/** Statements by which data can vanish. Triggers that guard tables stay aside. */
function dangerous(sql: string): string[] {
  return sql
    .split('--> statement-breakpoint')
    .filter((statement) =>
      /\bDROP\s+(TABLE|COLUMN)\b|__new_|^\s*DELETE\s+FROM\b|ON DELETE CASCADE/i.test(statement),
    )
    .map((statement) => statement.trim())
}

describe.each(planes)('the migrations of the %s database', (plane) => {
  test('throw nothing away that nobody looked at', () => {
    const found = filesOf(plane).flatMap((name) => {
      const statements = dangerous(readFileSync(join(root, plane, name), 'utf8'))
      return statements.length === 0 || name in reviewed ? [] : [{ name, statements }]
    })
    expect(found).toEqual([])
  })

  test('are all in the index that Workers bundle, in order, and the latest is named', () => {
    const index = readFileSync(join(root, plane, 'index.ts'), 'utf8')
    const imports = new Map(
      [...index.matchAll(/import (\w+) from '\.\/(.+\.sql)'/g)].map((one) => [one[1], one[2]]),
    )
    const entries = [...index.matchAll(/tag: '(.+)', sql: (\w+)/g)].map((one) => [
      `${one[1]}.sql`,
      imports.get(one[2]),
    ])
    expect(entries).toEqual(filesOf(plane).map((name) => [name, name]))
    const latest = readFileSync(join(root, plane, 'latest.ts'), 'utf8')
    expect(latest).toContain(`latestTag = '${filesOf(plane).at(-1)?.replace('.sql', '')}'`)
  })

  test('sort in the order of their numbers, none twice', () => {
    const numbers = filesOf(plane).map((name) => Number(name.slice(0, 4)))
    expect(numbers).toEqual(numbers.map((_, i) => i))
  })
})

test.each([
  'DROP TABLE `bills`;',
  'ALTER TABLE `bills` DROP COLUMN `due_on`;',
  'CREATE TABLE `__new_bills` (`id` text)',
  'DELETE FROM bills;',
  'CREATE TABLE `x` (FOREIGN KEY (`a`) REFERENCES `b`(`a`) ON DELETE CASCADE)',
])('%s would be seen', (sql) => {
  expect(dangerous(`CREATE TABLE \`a\` (\`id\` text);\n--> statement-breakpoint\n${sql}`)).toHaveLength(1)
})
