import { defineError } from '@heju/kernel'
import type { PlatformDb, TenantDb } from './database.ts'
import { sha256Hex } from './sha256.ts'

/** One step of a schema, as drizzle-kit writes it: statements parted by `--> statement-breakpoint`. */
export interface Migration {
  /** File name without `.sql`; tags sort in the order of application. */
  tag: string
  sql: string
}

export const migrationChanged = defineError('database.migration_changed', 'internal')
const migrationFailed = defineError('database.migration_failed', 'internal')

const register = `CREATE TABLE IF NOT EXISTS _migrations (tag TEXT PRIMARY KEY, sha256 TEXT NOT NULL, applied_at INTEGER NOT NULL) STRICT`

/**
 * Brings a database up to `migrations`; can be repeated and resumed, and a step is applied wholly or not at all.
 *
 * Applied with `client.migrate()` only: run through a batch, `PRAGMA foreign_keys=OFF` has no effect, and a rebuilt
 * table takes its children with it.
 *
 * @returns the tags applied now
 * @throws `database.migration_changed` when an applied step differs from its file,
 *   `database.migration_failed` with `tag` when a step cannot be applied or leaves dangling references
 */
export async function migrate(
  db: PlatformDb | TenantDb,
  migrations: readonly Migration[],
  now: number,
): Promise<string[]> {
  const applied = await appliedMigrations(db)
  const fresh: string[] = []
  for (const migration of migrations) {
    const sha256 = await sha256Hex(migration.sql)
    const known = applied.get(migration.tag)
    if (known !== undefined && known !== sha256) throw migrationChanged({ tag: migration.tag })
    if (known !== undefined) continue
    await apply(db, migration, sha256, now)
    fresh.push(migration.tag)
  }
  return fresh
}

/** Tags and hashes of what a database has had. One round trip, two on a new database. */
export async function appliedMigrations(db: PlatformDb | TenantDb): Promise<Map<string, string>> {
  const [, rows] = await db.client.batch([register, 'SELECT tag, sha256 FROM _migrations'], 'write')
  return new Map(rows?.rows.map((row) => [String(row.tag), String(row.sha256)]))
}

async function apply(
  db: PlatformDb | TenantDb,
  migration: Migration,
  sha256: string,
  now: number,
): Promise<void> {
  const statements = migration.sql
    .split('--> statement-breakpoint')
    .map((sql) => sql.trim())
    .filter((sql) => sql !== '')
  try {
    await db.client.migrate([
      // First, so that two consumers at the same step collide here and not half-way.
      {
        sql: 'INSERT INTO _migrations (tag, sha256, applied_at) VALUES (?, ?, ?)',
        args: [migration.tag, sha256, BigInt(now)],
      },
      ...statements,
    ])
  } catch (cause) {
    if ((await appliedMigrations(db)).get(migration.tag) === sha256) return
    throw migrationFailed({ tag: migration.tag }, { cause })
  }
  const dangling = await db.client.execute('PRAGMA foreign_key_check')
  if (dangling.rows.length > 0) throw migrationFailed({ tag: migration.tag })
}
