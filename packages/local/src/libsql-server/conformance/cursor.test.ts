import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { BatchStep } from '../protocol.ts'
import { Database, freshDatabase, integer, startTarget, text, type Target } from './target.ts'

let target: Target
let database: Database
beforeAll(async () => {
  target = await startTarget()
})
beforeEach(async () => {
  database = await freshDatabase(target)
  await database.run('CREATE TABLE t (a INTEGER PRIMARY KEY)')
})
afterAll(() => target.close())

const step = (sql: string, condition: BatchStep['condition'] = null): BatchStep => ({
  stmt: { sql },
  condition,
})

function ask(body: object): Promise<Response> {
  return fetch(`${target.url}/v3/cursor`, {
    method: 'POST',
    headers: database.headers,
    body: JSON.stringify(body),
  })
}

/** The head of an answer and its entries, without the last, which tells what only replicas look at. */
async function entries(steps: BatchStep[]): Promise<{ baton: string | null; told: unknown[] }> {
  const response = await ask({ batch: { steps } })
  expect(response.status).toBe(200)
  const lines = (await response.text()).trimEnd().split('\n')
  const [head, ...told] = lines.map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(told.pop()).toMatchObject({ type: 'replication_index' })
  return { baton: (head?.baton as string | undefined) ?? null, told }
}

test('each step is told as it begins, row by row, and how it ends', async () => {
  const { told } = await entries([step("SELECT 1 AS x, 'a' AS y"), step('INSERT INTO t VALUES (7)')])
  expect(told).toEqual([
    {
      type: 'step_begin',
      step: 0,
      cols: [
        { name: 'x', decltype: null },
        { name: 'y', decltype: null },
      ],
    },
    { type: 'row', row: [integer(1), text('a')] },
    { type: 'step_end', affected_row_count: 0, last_insert_rowid: null },
    { type: 'step_begin', step: 1, cols: [] },
    { type: 'step_end', affected_row_count: 1, last_insert_rowid: 7 },
  ])
})

test('a failed step is told, one that was skipped is not', async () => {
  const { told } = await entries([
    step('SELECT * FROM missing'),
    step('SELECT 1', { type: 'ok', step: 0 }),
    step('INSERT INTO t VALUES (1), (1)'),
  ])
  expect(told).toEqual([
    {
      type: 'step_error',
      step: 0,
      error: { code: 'SQLITE_UNKNOWN', message: 'SQLite error: no such table: missing' },
    },
    { type: 'step_begin', step: 2, cols: [] },
    {
      type: 'step_error',
      step: 2,
      error: { code: 'SQLITE_CONSTRAINT', message: 'SQLite error: UNIQUE constraint failed: t.a' },
    },
  ])
})

test('the stream goes on in a pipeline', async () => {
  const { baton } = await entries([step('BEGIN'), step('INSERT INTO t VALUES (5)')])
  await database.pipeline([{ type: 'execute', stmt: { sql: 'COMMIT' } }, { type: 'close' }], baton)
  expect((await database.run('SELECT a FROM t')).rows).toEqual([[integer(5)]])
})

test('what is no batch, no SQL or no baton of ours is refused', async () => {
  expect((await ask({})).status).toBe(400)
  expect((await ask({ baton: 'x', batch: { steps: [] } })).status).toBe(400)
  expect((await ask({ batch: { steps: [step('SELECT 1', { type: 'ok', step: 0 })] } })).status).toBe(400)
  const noSql = await ask({ batch: { steps: [step('SELEC 1')] } })
  expect([noSql.status, await noSql.text()]).toEqual([500, expect.stringContaining('could not be parsed')])
})
