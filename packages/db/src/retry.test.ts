import { expect, test } from 'vitest'
import { freshTenantDb } from './testing.ts'
import { retryWhenBusy } from './retry.ts'

/** Lets a transaction that has read upgrade after somebody wrote: the engine's own SQLITE_BUSY. */
async function busyOnce() {
  const db = await freshTenantDb()
  await db.client.execute('CREATE TABLE t (a INTEGER)')
  const late = await db.client.transaction('deferred')
  await late.execute('SELECT * FROM t')
  await db.client.execute('INSERT INTO t VALUES (1)')
  return { db, late: () => late.execute('INSERT INTO t VALUES (2)'), close: () => late.close() }
}

test('a statement that met a lock is carried out in its place', async () => {
  const { db, late, close } = await busyOnce()
  let tries = 0
  await retryWhenBusy(async () => {
    tries += 1
    if (tries === 1) return late().finally(close)
    return db.client.execute('INSERT INTO t VALUES (2)')
  })
  expect(tries).toBe(2)
  expect((await db.client.execute('SELECT a FROM t')).rows.map((row) => row.a)).toEqual([1, 2])
})

test('another failure is told at once', async () => {
  const db = await freshTenantDb()
  let tries = 0
  const failing = retryWhenBusy(() => {
    tries += 1
    return db.client.execute('SELECT * FROM missing')
  })
  await expect(failing).rejects.toThrow('no such table')
  expect(tries).toBe(1)
})
