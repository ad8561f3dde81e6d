import { afterEach, expect, test, vi } from 'vitest'
import { TenantDb } from './database.ts'

afterEach(() => vi.unstubAllGlobals())

test('a whole number that could never be read again is not sent, and one that can is', async () => {
  const bodies: string[] = []
  vi.stubGlobal('fetch', async (_: unknown, { body }: { body: string }) => {
    bodies.push(body)
    return new Response('no database', { status: 400 })
  })
  const { client } = new TenantDb({ url: 'http://database.test' })
  for (const at of [1796000000000000000, 2 ** 53, -(2 ** 53)]) {
    expect(() => client.execute({ sql: 'SELECT ?', args: [at] })).toThrow(RangeError)
    expect(() => client.batch([{ sql: 'SELECT :at', args: { at } }])).toThrow(RangeError)
  }
  expect(bodies).toEqual([])
  await expect(client.execute({ sql: 'SELECT ?', args: [2 ** 53 - 1] })).rejects.toThrow()
  expect(bodies.join()).toContain('"9007199254740991"')
})
