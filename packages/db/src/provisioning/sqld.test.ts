import { createServer, request, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportPKCS8, generateKeyPair } from 'jose'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { TenantDb } from '../database.ts'
import '../testing.ts'
import { SqldProvisioner } from './sqld.ts'

/** The proxy before sqld: it lets through who shows the secret, and passes everything else on. */
const seen: IncomingHttpHeaders[] = []
let target = ''
const proxy = createServer((incoming, answer) => {
  seen.push(incoming.headers)
  if (incoming.headers['x-heju-secret'] !== 'opens') return void answer.writeHead(403).end()
  const { host: _, ...headers } = incoming.headers
  const passed = request(
    new URL(incoming.url ?? '/', target).href,
    { method: incoming.method ?? 'GET', headers },
    (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers)
      response.pipe(answer)
    },
  )
  incoming.pipe(passed)
})
beforeAll(() => new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve)))
afterAll(() => new Promise((resolve) => proxy.close(resolve)))

const through = () => `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`

test('a proxy before both ports is shown what it wants to see', async () => {
  const server = inject('databaseServer')
  const headers = { 'x-heju-secret': 'opens' }
  target = server.adminUrl
  const admin = new SqldProvisioner({ ...server, url: through(), adminUrl: through(), headers })
  const place = await admin.create(`proxied-${crypto.randomUUID()}`)
  target = server.url
  const { rows } = await new TenantDb(await admin.endpoint(place)).client.execute('SELECT 7 AS n')
  expect(rows[0]?.n).toBe(7)
  expect(seen.every((one) => one['x-heju-secret'] === 'opens')).toBe(true)
})

test('a database is named in base64 without padding, which every version of sqld reads', async () => {
  const server = inject('databaseServer')
  target = server.url
  const { privateKey } = await generateKeyPair('EdDSA', { extractable: true })
  const key = await exportPKCS8(privateKey)
  const provisioner = new SqldProvisioner({
    ...server,
    tokenPrivateKeyPem: key,
    headers: { 'x-heju-secret': 'opens' },
  })
  seen.length = 0
  const endpoint = await provisioner.endpoint({ kind: 'sqld', url: through(), namespace: 'ab' })
  await new TenantDb(endpoint).client.execute('SELECT 1').catch(() => undefined)
  expect(seen[0]).toMatchObject({ 'x-namespace-bin': 'YWI' })
})
