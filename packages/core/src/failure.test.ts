import { PlatformDb } from '@heju/db'
import { freshPlatformDb } from '@heju/db/testing'
import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { failureOf, logLine } from './failure.ts'

const thrownBy = (run: () => PromiseLike<unknown>) =>
  Promise.resolve(run()).then(undefined, (error: unknown) => error)

describe('what was thrown, as an error of the product', () => {
  test('a database that is not there is unavailable', async () => {
    const gone = new PlatformDb({ url: 'http://127.0.0.1:9' })
    expect(failureOf(await thrownBy(() => gone.client.execute('SELECT 1')))).toMatchObject({
      kind: 'unavailable',
    })
    expect(failureOf(await thrownBy(() => gone.orm.all(sql`SELECT 1`)))).toMatchObject({
      kind: 'unavailable',
    })
  })

  test('a statement that the database refuses is our fault, and its parameters are not logged', async () => {
    const db = await freshPlatformDb()
    const failure = failureOf(await thrownBy(() => db.orm.all(sql`SELECT ${'13812341234'} FROM nowhere`)))
    expect(failure.kind).toBe('internal')
    const line = logLine(failure, 'request-1', '/somewhere')
    expect(JSON.parse(line)).toMatchObject({ code: 'request.internal', where: '/somewhere' })
    expect(line).not.toMatch(/13812341234|nowhere/)
  })

  test('a mistake in the code is our fault', () => {
    expect(failureOf(new TypeError('x is not a function'))).toMatchObject({ kind: 'internal' })
    expect(failureOf('thrown text')).toMatchObject({ kind: 'internal' })
  })
})
