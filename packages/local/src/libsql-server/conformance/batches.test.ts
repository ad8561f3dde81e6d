import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { BatchResult, BatchStep, Condition } from '../protocol.ts'
import { Database, freshDatabase, integer, startTarget, type Target } from './target.ts'

let target: Target
let database: Database
beforeAll(async () => {
  target = await startTarget()
})
beforeEach(async () => {
  database = await freshDatabase(target)
  await database.run('CREATE TABLE t (a INTEGER UNIQUE)')
})
afterAll(() => target.close())

const step = (sql: string, condition: Condition | null = null): BatchStep => ({ stmt: { sql }, condition })
const ok = (index: number): Condition => ({ type: 'ok', step: index })
const not = (cond: Condition): Condition => ({ type: 'not', cond })

async function batch(steps: BatchStep[], version = 2): Promise<BatchResult> {
  const { results } = await database.pipeline(
    [{ type: 'batch', batch: { steps } }, { type: 'close' }],
    null,
    version,
  )
  const [result] = results
  if (result?.type === 'ok' && result.response.type === 'batch') return result.response.result
  throw new Error(JSON.stringify(result))
}

/** `+` for a step that succeeded, `!` for one that failed, `-` for one that was skipped. */
function marks(result: BatchResult): string {
  return result.step_results
    .map((stepResult, index) => (stepResult ? '+' : result.step_errors[index] ? '!' : '-'))
    .join('')
}

const failing = 'INSERT INTO t VALUES (1), (1)'

test('steps run in order, and a failed one does not stop those without a condition', async () => {
  const result = await batch([
    step('INSERT INTO t VALUES (1)'),
    step(failing),
    step('INSERT INTO t VALUES (2)'),
  ])
  expect(marks(result)).toBe('+!+')
  expect(result.step_errors[1]).toMatchObject({ code: 'SQLITE_CONSTRAINT' })
  expect((await database.run('SELECT a FROM t ORDER BY a')).rows).toEqual([[integer(1)], [integer(2)]])
})

test('ok and error look at what a step came to', async () => {
  const result = await batch([
    step('SELECT 1'),
    step(failing),
    step('SELECT 2', ok(0)),
    step('SELECT 3', ok(1)),
    step('SELECT 4', { type: 'error', step: 0 }),
    step('SELECT 5', { type: 'error', step: 1 }),
  ])
  expect(marks(result)).toBe('+!+--+')
})

test('not, and, or, with their empty forms', async () => {
  const result = await batch([
    step('SELECT 1'),
    step(failing),
    step('SELECT 2', not(ok(1))),
    step('SELECT 3', { type: 'and', conds: [ok(0), ok(1)] }),
    step('SELECT 4', { type: 'or', conds: [ok(0), ok(1)] }),
    step('SELECT 5', { type: 'and', conds: [] }),
    step('SELECT 6', { type: 'or', conds: [] }),
  ])
  expect(marks(result)).toBe('+!+-++-')
})

test('a transaction in a batch is all or nothing', async () => {
  const transaction = (sql: string): BatchStep[] => [
    step('BEGIN IMMEDIATE'),
    step('INSERT INTO t VALUES (10)', ok(0)),
    step(sql, ok(1)),
    step('COMMIT', ok(2)),
    step('ROLLBACK', not(ok(3))),
  ]
  expect(marks(await batch(transaction(failing)))).toBe('++!-+')
  expect((await database.run('SELECT count(*) FROM t')).rows).toEqual([[integer(0)]])
  expect(marks(await batch(transaction('INSERT INTO t VALUES (11)')))).toBe('++++-')
  expect((await database.run('SELECT count(*) FROM t')).rows).toEqual([[integer(2)]])
})

test('is_autocommit belongs to version 3', async () => {
  const steps = [
    step('BEGIN'),
    step('SELECT 1', { type: 'is_autocommit' }),
    step('COMMIT', not({ type: 'is_autocommit' })),
    step('SELECT 2', { type: 'is_autocommit' }),
  ]
  expect(marks(await batch(steps, 3))).toBe('+-++')
  expect((await database.send({ requests: [{ type: 'batch', batch: { steps } }] })).status).toBe(400)
})

test('a condition on a later step breaks the protocol', async () => {
  for (const index of [0, 1, -1]) {
    const steps = [step('SELECT 1', ok(index))]
    expect((await database.send({ requests: [{ type: 'batch', batch: { steps } }] })).status).toBe(400)
  }
})

test('a text that is no SQL spoils the whole batch before it begins', async () => {
  const steps = [step('INSERT INTO t VALUES (1)'), step('SELEC 1')]
  const { results } = await database.pipeline([{ type: 'batch', batch: { steps } }, { type: 'close' }])
  expect(results[0]).toMatchObject({ type: 'error', error: { code: 'SQL_PARSE_ERROR' } })
  expect((await database.run('SELECT count(*) FROM t')).rows).toEqual([[integer(0)]])
})

test('a later step may use what an earlier one creates', async () => {
  const result = await batch([
    step('CREATE TABLE later (x)'),
    step('INSERT INTO later VALUES (5)', ok(0)),
    step('SELECT x FROM later', ok(1)),
  ])
  expect(marks(result)).toBe('+++')
  expect(result.step_results[2]?.rows).toEqual([[integer(5)]])
})

test('an empty batch is answered', async () => {
  expect(await batch([])).toMatchObject({ step_results: [], step_errors: [] })
})
