import { Hono } from 'hono'
import type { Context } from 'hono'
import type { BackingServer } from './backing-server.ts'
import { openDatabase } from './databases.ts'
import type { Configuration, Database } from './databases.ts'

/** The endpoints of `/v1/organizations/{organization}/databases`. */
export function platformApi(backing: BackingServer, group: string, databases: Map<string, Database>): Hono {
  const api = new Hono()
  // Of two requests for one name at the same time one must find the database of the other.
  let last: Promise<unknown> = Promise.resolve()
  const oneAfterAnother = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work)
    last = next
    return next
  }

  api.post('/', async (c) => {
    const wished = (await c.req.json()) as { name?: string; group?: string }
    const name = wished.name ?? ''
    if (!/^[a-z0-9-]{1,64}$/.test(name)) return c.json({ error: `database name ${name} is not valid` }, 400)
    if (wished.group !== group) return c.json({ error: 'group not found' }, 400)
    const database = await oneAfterAnother(async () => {
      if (databases.has(name)) return null
      const made = await openDatabase(backing, name, group)
      databases.set(name, made)
      return made
    })
    if (!database) return c.json({ error: `database with name ${name} already exists` }, 409)
    return c.json({ database: { DbId: database.id, Hostname: database.hostname, Name: name } })
  })

  api.get('/', (c) => c.json({ databases: [...databases.values()].map(described) }))

  api.get('/:name', (c) => {
    const database = databases.get(c.req.param('name'))
    return database ? c.json({ database: described(database) }) : unknown(c)
  })

  api.delete('/:name', async (c) => {
    const database = databases.get(c.req.param('name'))
    if (!database) return unknown(c)
    databases.delete(database.name)
    await database.destroy()
    return c.json({ database: database.name })
  })

  api.post('/:name/auth/tokens', async (c) => {
    const database = databases.get(c.req.param('name'))
    if (!database) return unknown(c)
    const expiresIn = seconds(c.req.query('expiration') ?? 'never')
    if (expiresIn === undefined) return c.json({ error: 'expiration is not valid' }, 400)
    const access = c.req.query('authorization') === 'read-only' ? 'read-only' : 'full-access'
    return c.json({ jwt: await database.createToken(access, expiresIn) })
  })

  api.post('/:name/auth/rotate', (c) => {
    const database = databases.get(c.req.param('name'))
    if (!database) return unknown(c)
    database.rotate()
    return c.body(null)
  })

  api.get('/:name/configuration', (c) => {
    const database = databases.get(c.req.param('name'))
    return database ? c.json(database.configuration) : unknown(c)
  })

  api.patch('/:name/configuration', async (c) => {
    const database = databases.get(c.req.param('name'))
    if (!database) return unknown(c)
    await database.configure((await c.req.json()) as Partial<Configuration>)
    return c.json(database.configuration)
  })

  api.get('/:name/usage', async (c) => {
    const database = databases.get(c.req.param('name'))
    if (!database) return unknown(c)
    const usage = {
      rows_read: 0,
      rows_written: 0,
      storage_bytes: await database.storageBytes(),
      bytes_synced: 0,
    }
    return c.json({
      database: { uuid: database.id, instances: [{ uuid: database.id, usage }], total: usage },
    })
  })

  return api
}

function described(database: Database) {
  return {
    Name: database.name,
    DbId: database.id,
    Hostname: database.hostname,
    group: database.group,
    block_reads: database.configuration.block_reads,
    block_writes: database.configuration.block_writes,
    delete_protection: database.configuration.delete_protection,
    regions: ['aws-ap-northeast-1'],
    primaryRegion: 'aws-ap-northeast-1',
    parent: null,
  }
}

function unknown(c: Context) {
  return c.json({ error: `could not find database with name ${c.req.param('name')}: record not found` }, 404)
}

const unitSeconds: Record<string, number> = { w: 604_800, d: 86_400, h: 3600, m: 60, s: 1 }

/** `2w1d30m`, or `never`, which is null; undefined when it is neither. */
function seconds(expiration: string): number | null | undefined {
  if (expiration === 'never') return null
  if (!/^(\d+[wdhms])+$/.test(expiration)) return undefined
  return [...expiration.matchAll(/(\d+)([wdhms])/g)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * (unitSeconds[unit ?? ''] ?? 0),
    0,
  )
}
