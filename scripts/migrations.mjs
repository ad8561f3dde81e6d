// Writes migrations/{platform,tenant} anew from the tables, one file a capability, and the index that Workers bundle.
// Until the first release nothing is deployed, so history is not kept; after it, this becomes `drizzle-kit generate`.
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const capabilityOrder = [
  'projects',
  'identity',
  'registry',
  'registry-import',
  'billing',
  'payments',
  'messages',
  'reminders',
  'files',
  'complaints',
  'satisfaction',
  'jobs',
]

/** The capabilities that have tables: the known ones in the order in which they refer to each other, then new ones. */
function capabilities() {
  const found = readdirSync('packages/core/src').filter((name) =>
    existsSync(`packages/core/src/${name}/tables.ts`),
  )
  const rank = (name) =>
    capabilityOrder.includes(name) ? capabilityOrder.indexOf(name) : capabilityOrder.length
  return found.toSorted((a, b) => rank(a) - rank(b) || a.localeCompare(b))
}

function generate(out, tag, schema, guards) {
  const folder = mkdtempSync(join(tmpdir(), 'heju-migrations-'))
  const config = join(folder, 'drizzle.config.json')
  writeFileSync(
    config,
    JSON.stringify({ dialect: 'sqlite', schema: schema.map((file) => resolve(file)), out }),
  )
  execFileSync('node_modules/.bin/drizzle-kit', ['generate', '--config', config, '--name', tag], {
    stdio: 'pipe',
  })
  rmSync(folder, { recursive: true })
  const file = readdirSync(out).find((name) => name.endsWith(`_${tag}.sql`))
  if (file === undefined || !existsSync(guards)) return
  const path = join(out, file)
  writeFileSync(
    path,
    `${readFileSync(path, 'utf8').trimEnd()}\n--> statement-breakpoint\n${readFileSync(guards, 'utf8')}`,
  )
}

function writeIndex(out) {
  const files = readdirSync(out)
    .filter((name) => name.endsWith('.sql'))
    .toSorted()
  const imports = files.map((file, i) => `import m${i} from './${file}'`)
  const entries = files.map((file, i) => `  { tag: '${file.replace('.sql', '')}', sql: m${i} },`)
  writeFileSync(
    join(out, 'index.ts'),
    `${imports.join('\n')}\n\nexport const migrations = [\n${entries.join('\n')}\n]\n`,
  )
  const last = files.at(-1)?.replace('.sql', '') ?? ''
  writeFileSync(
    join(out, 'latest.ts'),
    `/** What a database must have had for this code to read it. */\nexport const latestTag = '${last}'\n`,
  )
}

/** Replaces the migrations of a plane, once the new ones have been seen to apply. */
function plane(out, steps) {
  // Beside the real one: drizzle-kit finds its earlier snapshots by a path relative to where it runs.
  const draft = `${out}-draft`
  rmSync(draft, { recursive: true, force: true })
  const schema = []
  for (const { tag, tables, guards } of steps) {
    schema.push(tables)
    generate(draft, tag, schema, guards)
  }
  tryOut(draft)
  writeIndex(draft)
  rmSync(out, { recursive: true, force: true })
  cpSync(draft, out, { recursive: true })
  rmSync(draft, { recursive: true })
}

function tryOut(folder) {
  const Database = createRequire(resolve('packages/local/package.json'))('libsql')
  const database = new Database(':memory:')
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .toSorted()) {
    for (const sql of readFileSync(join(folder, file), 'utf8').split('--> statement-breakpoint')) {
      try {
        database.exec(sql)
      } catch (error) {
        throw new Error(`${file} does not apply: ${error.message}\n${sql.trim()}`, { cause: error })
      }
    }
  }
}

plane('migrations/platform', [
  { tag: 'platform', tables: 'packages/db/src/platform/tables.ts', guards: 'packages/db/src/guards.sql' },
])
plane('migrations/tenant', [
  { tag: 'ledger', tables: 'packages/db/src/ledger.ts', guards: 'packages/db/src/guards.sql' },
  ...capabilities().map((name) => ({
    tag: name.replaceAll('-', '_'),
    tables: `packages/core/src/${name}/tables.ts`,
    guards: `packages/core/src/${name}/guards.sql`,
  })),
])
