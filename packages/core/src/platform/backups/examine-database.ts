import { sha256Hex, type Migration, type PlatformDb, type TenantDb } from '@heju/db'
import { isSealedForUs } from '../../people/identity/index.ts'
import type { Ctx } from '../../context.ts'
import { damaged, notOurDatabase, otherCompany, schemaUnknown } from './errors.ts'

/** What there is in a database. */
export interface Examined {
  /** The last step that its schema has had. */
  schemaTag: string
  /** Rows by table. */
  rows: Readonly<Record<string, number>>
}

/**
 * Looks at a database before people are let into it: that it opens, is whole, has a schema that this code knows, and,
 * where `within` is given, that it is the database of that company.
 * @param migrations of its plane
 * @throws `backups.not_ours`, `backups.schema_unknown`, `backups.damaged`, `backups.other_company`
 */
export async function examineDatabase(
  db: PlatformDb | TenantDb,
  migrations: readonly Migration[],
  within?: Ctx,
): Promise<Examined> {
  const schemaTag = await knownSchema(db, migrations)
  const whole = await db.client.execute('PRAGMA integrity_check')
  const verdict = String(whole.rows[0]?.[0])
  if (verdict !== 'ok') throw damaged({ detail: verdict.slice(0, 200) })
  const dangling = await db.client.execute('PRAGMA foreign_key_check')
  if (dangling.rows.length > 0) throw damaged({ detail: `${dangling.rows.length} dangling references` })
  if (within !== undefined && !(await isSealedForUs(within))) throw otherCompany()
  return { schemaTag, rows: await rowsOf(db) }
}

async function knownSchema(db: PlatformDb | TenantDb, migrations: readonly Migration[]): Promise<string> {
  const { rows: tables } = await db.client.execute("SELECT 1 FROM sqlite_schema WHERE name = '_migrations'")
  if (tables.length === 0) throw notOurDatabase()
  const { rows } = await db.client.execute('SELECT tag, sha256 FROM _migrations ORDER BY tag')
  const known = new Map(
    await Promise.all(migrations.map(async ({ tag, sql }) => [tag, await sha256Hex(sql)] as const)),
  )
  const foreign = rows.find(({ tag, sha256 }) => known.get(String(tag)) !== sha256)
  if (foreign !== undefined) throw schemaUnknown({ tag: String(foreign.tag) })
  const last = rows.at(-1)
  // Both planes have a step of this name first; what makes them different comes later.
  if (last === undefined) throw notOurDatabase()
  return String(last.tag)
}

async function rowsOf(db: PlatformDb | TenantDb): Promise<Record<string, number>> {
  const { rows: tables } = await db.client.execute(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'libsql_%' ORDER BY name",
  )
  const names = tables.map(({ name }) => String(name))
  const counts = await db.client.batch(
    names.map((name) => `SELECT count(*) AS n FROM "${name}"`),
    'read',
  )
  return Object.fromEntries(names.map((name, i) => [name, Number(counts[i]?.rows[0]?.n)]))
}
