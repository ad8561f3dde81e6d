import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { namespaceHeaders, TenantDb } from '@heju/db'
import { SqldProvisioner } from '@heju/db/provisioning'
import { makeKeys } from '@heju/local/stack'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startSqld, type Sqld, type SqldOptions } from '../setup/sqld-process.ts'

const folder = mkdtempSync(join(tmpdir(), 'heju-doors-'))
let keys: Awaited<ReturnType<typeof makeKeys>>
let sqld: Sqld | undefined
beforeAll(async () => {
  keys = await makeKeys()
})
afterAll(async () => {
  await sqld?.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function start(name: string, more: Partial<SqldOptions> = {}): Promise<Sqld> {
  await sqld?.stop()
  const { sqldAdminKey: adminKey, sqldTokenPublicKey: jwtPublicKeyPem } = keys
  sqld = await startSqld({ folder: join(folder, name), adminKey, jwtPublicKeyPem, ...more })
  return sqld
}

const provisionerOf = ({ url, adminUrl }: Sqld) =>
  new SqldProvisioner({
    url,
    adminUrl,
    adminKey: keys.sqldAdminKey,
    tokenPrivateKeyPem: keys.sqldTokenKey,
  })

describe('sqld as docs/deploy.md starts it', () => {
  test('lets nobody make, see or delete a database without the key of the admin port', async () => {
    const server = await start('admin')
    const provisioner = provisionerOf(server)
    const place = await provisioner.create('one')
    for (const [method, path] of [
      ['POST', 'two/create'],
      ['GET', 'one/config'],
      ['POST', 'one/config'],
      ['GET', 'one/stats'],
      ['POST', 'one/fork/two'],
      ['DELETE', 'one'],
    ] as const) {
      for (const authorization of [undefined, 'Basic wrong', `Bearer ${keys.sqldAdminKey}`]) {
        const headers = { 'content-type': 'application/json', ...(authorization && { authorization }) }
        const init = { method, headers, ...(method === 'POST' && { body: '{}' }) }
        const { status } = await fetch(`${server.adminUrl}/v1/namespaces/${path}`, init)
        expect([method, path, authorization, status]).toEqual([method, path, authorization, 401])
      }
    }
    await expect(provisioner.find('two')).rejects.toMatchObject({ params: { status: 404 } })
    // The user port is no way round it.
    const around = await fetch(`${server.url}/v1/namespaces/two/create`, { method: 'POST', body: '{}' })
    expect(around.status).not.toBe(200)
    const db = new TenantDb(await provisioner.endpoint(place))
    expect((await db.client.execute('SELECT 7 AS n')).rows[0]?.n).toBe(7)
  })

  test('opens no other database by the path /dev/ either, though a proxy that follows the guide lets nobody get there', async () => {
    const server = await start('dev')
    const provisioner = provisionerOf(server)
    const [one, two] = [await provisioner.create('one'), await provisioner.create('two')]
    const { token } = await provisioner.endpoint(one)
    const sql = 'CREATE TABLE taken (a)'
    const body = JSON.stringify({ requests: [{ type: 'execute', stmt: { sql } }, { type: 'close' }] })
    for (const [path, named] of [
      ['/dev/two/v2/pipeline', undefined],
      ['/dev/two/v2/pipeline', 'one'],
      ['/dev/two/v2/pipeline', 'two'],
      ['/dev/one/v2/pipeline', 'two'],
      ['/v2/pipeline', 'two'],
    ] as const) {
      const headers = { authorization: `Bearer ${token}`, ...(named && namespaceHeaders(named)) }
      const { status } = await fetch(`${server.url}${path}`, { method: 'POST', headers, body })
      expect([path, named, status]).toEqual([path, named, expect.toSatisfy((code: number) => code >= 400)])
    }
    const { rows } = await new TenantDb(await provisioner.endpoint(two)).client.execute(
      "SELECT name FROM sqlite_schema WHERE name = 'taken'",
    )
    expect(rows).toEqual([])
  })

  test(
    'dies when it may open no more files; started again with the limit of the guide it has all that was answered',
    { timeout: 240_000 },
    async () => {
      const server = await start('files', { limits: ['-n 256'] })
      const provisioner = provisionerOf(server)
      const made: string[] = []
      for (let i = 0; i < 100 && server.child.exitCode === null && server.child.signalCode === null; i++) {
        const name = `company-${i}`
        const written = await write(provisioner, name).then(
          () => true,
          () => false,
        )
        if (!written) break
        made.push(name)
      }
      // Five a company, beside those of the server itself.
      expect(made.length).toBeGreaterThan(20)
      expect(made.length).toBeLessThan(60)
      const again = await start('files', { limits: [`-n ${5 * made.length + 1_000}`] })
      for (const name of made) {
        const db = new TenantDb(await provisionerOf(again).endpoint(await provisionerOf(again).find(name)))
        expect((await db.client.execute('SELECT name FROM t')).rows).toMatchObject([{ name }])
      }
    },
  )
})

async function write(provisioner: SqldProvisioner, name: string): Promise<void> {
  const db = new TenantDb(await provisioner.endpoint(await provisioner.create(name)))
  await db.client.batch(
    ['CREATE TABLE t (name TEXT)', { sql: 'INSERT INTO t VALUES (?)', args: [name] }],
    'write',
  )
}
