import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ctx, Vault, type Company } from '@heju/core'
import { migrate, PlatformDb, TenantDb } from '@heju/db'
import { migrationFiles } from '@heju/db/migration-files'
import { SqldProvisioner } from '@heju/db/provisioning'
import { startLibsqlServer } from '@heju/local/libsql-server'
import { makeKeys, type LocalKeys } from '@heju/local/stack'

/** 1 November 2026, 10:00 in Shanghai. */
export const now = Date.UTC(2026, 10, 1, 2)

export const company: Company = {
  id: 'comp_bench',
  slug: 'bench',
  name: '测量',
  state: 'active',
  stateReason: null,
  zone: 'Asia/Shanghai',
  locale: 'zh-CN',
}

/** What everything is measured on: an embedded database server with data on disk, and the keys to it. */
export interface Bed {
  dataDir: string
  keys: LocalKeys
  server: Awaited<ReturnType<typeof startLibsqlServer>>
  provisioner: SqldProvisioner
  close(): Promise<void>
}

export async function makeBed(): Promise<Bed> {
  const keys = await makeKeys()
  const dataDir = mkdtempSync(join(tmpdir(), 'heju-bench-'))
  const server = await startLibsqlServer({
    dataDir,
    adminKey: keys.sqldAdminKey,
    jwtPublicKeyPem: keys.sqldTokenPublicKey,
  })
  const provisioner = new SqldProvisioner({
    url: server.url,
    adminUrl: server.adminUrl,
    adminKey: keys.sqldAdminKey,
    tokenPrivateKeyPem: keys.sqldTokenKey,
  })
  const close = async () => {
    await server.close()
    rmSync(dataDir, { recursive: true })
  }
  return { dataDir, keys, server, provisioner, close }
}

/** A migrated, empty database of a company. */
export async function tenant({ provisioner }: Bed, name: string): Promise<TenantDb> {
  const db = new TenantDb(await provisioner.endpoint(await provisioner.create(name)))
  await migrate(db, migrationFiles('tenant'), now)
  return db
}

export async function platform({ provisioner }: Bed, name: string): Promise<PlatformDb> {
  const db = new PlatformDb(await provisioner.endpoint(await provisioner.create(name)))
  await migrate(db, migrationFiles('platform'), now)
  return db
}

export async function ctxOf({ keys }: Bed, db: TenantDb, kind: 'staff' | 'job'): Promise<Ctx> {
  const vault = await Vault.open(keys.vaultKey, company.id)
  const actor =
    kind === 'job'
      ? ({ kind, id: 'bench' } as const)
      : ({ kind, id: 'stf_bench', assignments: [{ role: 'company_admin', projects: 'all' }] } as const)
  return new Ctx({ company, actor, now, requestId: 'bench', db, vault })
}

/** Prints a figure. Ratios are what is measured; absolute times depend on the machine and stand beside them for orientation. */
export function report(what: string, value: string): void {
  process.stdout.write(`${what.padEnd(72)} ${value}\n`)
}

/** Milliseconds that something takes. */
export async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await run()
  return performance.now() - start
}

/**
 * Milliseconds of the bare insert of rows of some tables, each into a table with the same columns, checks and indexes,
 * in one batch. Columns are named: `SELECT *` from a table of the same shape is no insert to SQLite but a copy of records
 * that it does not look into, four times as quick.
 * @param rows which rows, as a condition; all others are there before
 */
export async function bareInsert(
  db: TenantDb,
  tables: readonly string[],
  rows: string = 'true',
): Promise<number> {
  const named = tables.map((table) => `'${table}'`).join(', ')
  const shapes = await db.client.execute(
    `SELECT sql FROM sqlite_master WHERE tbl_name IN (${named}) AND type IN ('table', 'index') AND sql IS NOT NULL`,
  )
  const copies = shapes.rows.map((row) => bareCopy(String(row.sql), tables))
  const columns = await Promise.all(tables.map((table) => columnsOf(db, table)))
  const inserts = (condition: string) =>
    tables.map(
      (table, i) =>
        `INSERT INTO bare_${table} (${columns[i]}) SELECT ${columns[i]} FROM ${table} WHERE ${condition}`,
    )
  await db.client.batch([...copies, ...inserts(`NOT (${rows})`)], 'write')
  return timed(() => db.client.batch(inserts(rows), 'write'))
}

async function columnsOf(db: TenantDb, table: string): Promise<string> {
  const { rows } = await db.client.execute(`SELECT name FROM pragma_table_info('${table}')`)
  return rows.map(({ name }) => String(name)).join(', ')
}

/** The statement that makes a copy of a table or of an index on it; what refers to another copied table, to its copy. */
function bareCopy(statement: string, tables: readonly string[]): string {
  const quoted = new RegExp(`([\`"])(${tables.join('|')})([\`"])`, 'g')
  return statement.replace(quoted, '$1bare_$2$3').replace(/^(CREATE (?:UNIQUE )?INDEX [`"])/, '$1bare_')
}
