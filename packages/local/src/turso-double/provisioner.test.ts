import { createClient } from '@libsql/client/http'
import '@heju/db/testing'
import { TursoProvisioner } from '@heju/db/provisioning'
import type { DatabaseEndpoint } from '@heju/db'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { startTursoDouble } from './index.ts'
import type { TursoDouble } from './index.ts'

let turso: TursoDouble
let provisioner: TursoProvisioner

beforeAll(async () => {
  turso = await startTursoDouble({ server: inject('databaseServer') })
  provisioner = new TursoProvisioner({
    ...turso,
    seal: async (database, token) => `${database}:${token}`,
    unseal: async (database, sealed) => sealed.slice(database.length + 1),
  })
})
afterAll(() => turso.close())

const freshName = () => `turso-${crypto.randomUUID()}`
const connect = ({ url, token }: DatabaseEndpoint) => createClient({ url, authToken: token ?? '' })

describe('a company’s database at Turso', () => {
  it('is made, and opened by the token that was kept for it', async () => {
    const place = await provisioner.create(freshName())
    const client = connect(await provisioner.endpoint(place))
    await client.execute('CREATE TABLE t(x)')
    expect((await client.execute('SELECT * FROM t')).rows).toEqual([])
    expect(await provisioner.sizeBytes(place)).toBeGreaterThan(0)
  })

  it('is found again when the answer to its making got lost', async () => {
    const name = freshName()
    turso.expect({ silent: 'after' })
    await expect(provisioner.create(name)).rejects.toThrow()
    const place = await provisioner.create(name)
    await connect(await provisioner.endpoint(place)).execute('CREATE TABLE t(x)')
    expect(turso.databases().filter((database) => database.name === name)).toHaveLength(1)
  })

  it('is one and the same when its making is repeated', async () => {
    const name = freshName()
    const first = await provisioner.create(name)
    await connect(await provisioner.endpoint(first)).execute('CREATE TABLE kept(x)')
    const second = await provisioner.create(name)
    expect(second.url).toBe(first.url)
    await connect(await provisioner.endpoint(second)).execute('SELECT * FROM kept')
  })

  it('is not opened by the token of another company', async () => {
    const [mine, theirs] = [await provisioner.create(freshName()), await provisioner.create(freshName())]
    const { token } = await provisioner.endpoint(mine)
    const { url } = await provisioner.endpoint(theirs)
    await expect(connect({ url, token } as DatabaseEndpoint).execute('SELECT 1')).rejects.toThrow('401')
  })

  it('can be closed to writing, and opened again', async () => {
    const place = await provisioner.create(freshName())
    const client = connect(await provisioner.endpoint(place))
    await client.execute('CREATE TABLE t(x)')
    await provisioner.setWritable(place, false, 'suspended')
    await expect(client.execute('INSERT INTO t VALUES (1)')).rejects.toThrow()
    expect((await client.execute('SELECT * FROM t')).rows).toEqual([])
    await provisioner.setWritable(place, true, '')
    await client.execute('INSERT INTO t VALUES (1)')
  })

  it('that was made of its history at Turso is found by its name with a token of its own; one that is not there is refused', async () => {
    const { namespace } = await provisioner.create(freshName())
    const place = await provisioner.find(namespace ?? '')
    await connect(await provisioner.endpoint(place)).execute('CREATE TABLE t(x)')
    await expect(provisioner.find(freshName())).rejects.toMatchObject({ params: { status: 404 } })
  })

  it('refuses the old token once it was renewed, and takes the new one', async () => {
    const place = await provisioner.create(freshName())
    const before = connect(await provisioner.endpoint(place))
    const renewed = await provisioner.renewToken(place)
    await expect(before.execute('SELECT 1')).rejects.toThrow('401')
    expect((await connect(await provisioner.endpoint(renewed)).execute('SELECT 1')).rows).toHaveLength(1)
  })

  it('is gone once destroyed, and destroying it again is no error', async () => {
    const place = await provisioner.create(freshName())
    const client = connect(await provisioner.endpoint(place))
    await provisioner.destroy(place)
    await provisioner.destroy(place)
    await expect(client.execute('SELECT 1')).rejects.toThrow()
  })

  it('that is gone is closed without an error, and cannot be opened', async () => {
    const place = await provisioner.create(freshName())
    await provisioner.destroy(place)
    await provisioner.setWritable(place, false, 'suspended')
    await expect(provisioner.setWritable(place, true, '')).rejects.toMatchObject({
      code: 'database.server_refused',
      params: { status: 404 },
    })
  })

  it.each([401, 402, 503] as const)('is not taken for made when Turso answers %i', async (status) => {
    turso.expect({ status })
    await expect(provisioner.create(freshName())).rejects.toMatchObject({ code: 'database.server_refused' })
  })
})
