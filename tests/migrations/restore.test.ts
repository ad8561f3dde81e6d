import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { migrate, namespaceHeaders, PlatformDb, TenantDb } from '@heju/db'
import { migrationFiles } from '@heju/db/migration-files'
import { SqldProvisioner } from '@heju/db/provisioning'
import { afterAll, expect, inject, test } from 'vitest'
import { contentsOf, fill } from './fill.ts'

/** Where the dump to be loaded is fetched from, as an operator's machine gives it. */
let dump = ''
const store = createServer((_, response) => response.end(dump)).listen(0, '127.0.0.1')
afterAll(() => new Promise((resolve) => store.close(resolve)))

const server = () => inject('databaseServer')

function create(name: string, body: object): Promise<Response> {
  return fetch(`${server().adminUrl}/v1/namespaces/${name}/create`, {
    method: 'POST',
    headers: { authorization: `Basic ${server().adminKey}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}

const schemaOf = async (db: PlatformDb | TenantDb) => {
  const { rows } = await db.client.execute(
    "SELECT type, name, replace(sql, 'IF NOT EXISTS ', '') AS sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' AND name <> 'libsql_wasm_func_table' ORDER BY type, name",
  )
  // sqld puts a blank before the later lines of a statement.
  return rows.map((row) => ({ ...row, sql: String(row.sql).replaceAll(/\s+/g, ' ') }))
}

test.each([
  ['platform', PlatformDb],
  ['tenant', TenantDb],
] as const)(
  'a filled %s database is the same after backup and restore',
  { timeout: 240_000 },
  async (plane, Db) => {
    const provisioner = new SqldProvisioner(server())
    const name = `origin-${crypto.randomUUID()}`
    const endpoint = await provisioner.endpoint(await provisioner.create(name))
    const db = new Db(endpoint)
    await migrate(db, migrationFiles(plane), 0)
    let state = 7
    await fill(db, () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647)
    const headers = { ...namespaceHeaders(name), authorization: `Bearer ${endpoint.token}` }
    dump = await (await fetch(`${endpoint.url}/dump`, { headers })).text()

    const copy = `copy-${crypto.randomUUID()}`
    const { port } = store.address() as AddressInfo
    const loaded = await create(copy, { dump_url: `http://127.0.0.1:${port}/dump.sql` })
    expect([loaded.status, await loaded.text()]).toEqual([200, ''])
    const restored = new Db(await provisioner.endpoint({ kind: 'sqld', url: endpoint.url, namespace: copy }))
    expect(await contentsOf(restored)).toEqual(await contentsOf(db))
    expect(await schemaOf(restored)).toEqual(await schemaOf(db))
    expect((await restored.client.execute('PRAGMA foreign_key_check')).rows).toEqual([])
    expect((await restored.client.execute('PRAGMA integrity_check')).rows[0]?.[0]).toBe('ok')
  },
)
