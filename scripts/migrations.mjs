// Writes the next migration of a plane. `npm run migrations -- tenant NAME` writes what the tables now have and the
// last snapshot had not; with `--by-hand` an empty one, for data, triggers and whatever drizzle-kit cannot see. What
// has landed is never rewritten; the index that Workers bundle is made anew each time, also without a name.
import { execFileSync } from 'node:child_process'
import { globSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const ledger = 'packages/db/src/ledger.ts'

/** The files whose tables a plane has. */
const tablesOf = {
  platform: () => ['packages/db/src/platform/tables.ts'],
  tenant: () => [ledger, ...globSync('packages/core/src/*/*/tables.ts').toSorted()],
}

function sqlFiles(folder) {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .toSorted()
}

/** Lets drizzle-kit write the next file and snapshot; of the snapshots only the last is kept. */
function generate(plane, name, byHand) {
  const out = `migrations/${plane}`
  const folder = mkdtempSync(join(tmpdir(), 'heju-migrations-'))
  const config = join(folder, 'drizzle.config.json')
  const schema = tablesOf[plane]().map((file) => resolve(file))
  writeFileSync(config, JSON.stringify({ dialect: 'sqlite', schema, out }))
  const more = byHand ? ['--custom'] : []
  execFileSync('node_modules/.bin/drizzle-kit', ['generate', '--config', config, '--name', name, ...more], {
    // Without a terminal it fails where it would ask whether a column was renamed, and writes nothing.
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  rmSync(folder, { recursive: true })
  const snapshots = readdirSync(`${out}/meta`)
    .filter((file) => file.endsWith('_snapshot.json'))
    .toSorted()
  for (const old of snapshots.slice(0, -1)) rmSync(join(out, 'meta', old))
}

function writeIndex(plane) {
  const out = `migrations/${plane}`
  const files = sqlFiles(out)
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

function tryOut(plane) {
  const Database = createRequire(resolve('packages/local/package.json'))('libsql')
  const database = new Database(':memory:')
  for (const file of sqlFiles(`migrations/${plane}`)) {
    for (const sql of readFileSync(`migrations/${plane}/${file}`, 'utf8').split('--> statement-breakpoint')) {
      try {
        database.exec(sql)
      } catch (error) {
        throw new Error(`${file} does not apply: ${error.message}\n${sql.trim()}`, { cause: error })
      }
    }
  }
}

const [plane, ...rest] = process.argv.slice(2)
const [name] = rest.filter((word) => !word.startsWith('--'))
if (!(plane in tablesOf))
  throw new Error('Say platform or tenant, and a name in lower case with underscores.')
if (name !== undefined) generate(plane, name, rest.includes('--by-hand'))
writeIndex(plane)
tryOut(plane)
