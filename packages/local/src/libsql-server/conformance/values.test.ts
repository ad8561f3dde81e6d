import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Value } from '../protocol.ts'
import { blob, Database, float, freshDatabase, integer, startTarget, text, type Target } from './target.ts'

let target: Target
let database: Database
beforeAll(async () => {
  target = await startTarget()
  database = await freshDatabase(target)
  await database.run('CREATE TABLE kept (id INTEGER PRIMARY KEY, value)')
})
afterAll(() => target.close())

/** Stores values and reads them back with their storage class. */
async function throughTheTable(values: Value[]): Promise<{ type: string; value: Value }[]> {
  await database.run('DELETE FROM kept')
  const holes = values.map(() => '(?)').join(',')
  await database.run(`INSERT INTO kept(value) VALUES ${holes}`, values)
  const { rows } = await database.run('SELECT typeof(value), value FROM kept ORDER BY id')
  return rows.map(([type, value]) => ({
    type: type?.type === 'text' ? type.value : '',
    value: value ?? { type: 'null' },
  }))
}

async function expectKept(values: Value[], type: string): Promise<void> {
  const kept = await throughTheTable(values)
  expect(kept).toEqual(values.map((value) => ({ type, value: unpadded(value) })))
}

/** Blobs come back without padding. */
function unpadded(value: Value): Value {
  return value.type === 'blob' ? { type: 'blob', base64: value.base64.replace(/=+$/, '') } : value
}

test('integers keep all 64 bits', async () => {
  const int64 = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })
  const edges = [0n, 1n, -1n, 2n ** 53n, 2n ** 53n + 1n, -(2n ** 53n) - 1n, 2n ** 63n - 1n, -(2n ** 63n)]
  await expectKept(edges.map(integer), 'integer')
  await fc.assert(
    fc.asyncProperty(fc.array(int64, { minLength: 1, maxLength: 50 }), (numbers) =>
      expectKept(numbers.map(integer), 'integer'),
    ),
    { numRuns: 20 },
  )
})

test('floats stay floats, whole ones as well', async () => {
  const edges = [0, 1, -1, 5, 1.5, 2 ** 53, 2 ** 63, 1e308, 5e-324, Number.MAX_VALUE, 0.1 + 0.2]
  await expectKept(edges.map(float), 'real')
  const double = fc
    .double({ noNaN: true, noDefaultInfinity: true })
    .map((number) => (number === 0 ? 0 : number))
  await fc.assert(
    fc.asyncProperty(fc.array(double, { minLength: 1, maxLength: 50 }), (numbers) =>
      expectKept(numbers.map(float), 'real'),
    ),
    { numRuns: 20 },
  )
})

test('text of every plane comes back as it was', async () => {
  await expectKept(
    ['', '和居', '物业费 ¥1,234.50', '👨‍👩‍👧‍👦', "it's", '"', '\n\r\t', '\u{10ffff}', '\ufeff'].map(text),
    'text',
  )
  const anything = fc.string({ unit: 'binary', maxLength: 60 }).map((value) => value.replaceAll('\0', ''))
  await fc.assert(
    fc.asyncProperty(fc.array(anything, { minLength: 1, maxLength: 30 }), (texts) =>
      expectKept(texts.map(text), 'text'),
    ),
    { numRuns: 20 },
  )
})

test('blobs keep every byte', async () => {
  const bytes = fc.uint8Array({ maxLength: 300 })
  await expectKept([new Uint8Array(), new Uint8Array([0]), new Uint8Array([0, 255, 0])].map(blob), 'blob')
  await fc.assert(
    fc.asyncProperty(fc.array(bytes, { minLength: 1, maxLength: 30 }), (blobs) =>
      expectKept(blobs.map(blob), 'blob'),
    ),
    { numRuns: 20 },
  )
})

test('null is null', () => expectKept([{ type: 'null' }], 'null'))

test('text with U+0000 is kept whole or refused, never cut off', async () => {
  const outcome = await throughTheTable([text('a\0b')]).catch((error: unknown) => error)
  if (target.embedded) expect(outcome).toMatchObject({ code: 'ARGS_INVALID' })
  else expect(outcome).toEqual([{ type: 'text', value: text('a\0b') }])
})

test('an integer beyond 64 bits is a malformed request', async () => {
  for (const value of ['9223372036854775808', '-9223372036854775809', '1.5', '', 'x']) {
    const response = await database.send({
      requests: [{ type: 'execute', stmt: { sql: 'SELECT ?', args: [{ type: 'integer', value }] } }],
    })
    expect(response.status).toBe(400)
    expect(await response.text()).toMatch(/^Cannot deserialize client message from JSON/)
  }
})

test('base64 is read with and without padding', async () => {
  for (const base64 of ['AA==', 'AA']) {
    const { rows } = await database.run('SELECT hex(?)', [{ type: 'blob', base64 }])
    expect(rows).toEqual([[text('00')]])
  }
})

test('an expression has the storage class that SQLite gives it', async () => {
  const { rows } = await database.run("SELECT 5 / 2, 5 / 2.0, 1.0, 9007199254740993, x'ff', NULL, '1'")
  expect(rows).toEqual([
    [
      integer(2),
      float(2.5),
      float(1),
      integer(9007199254740993n),
      { type: 'blob', base64: '/w' },
      { type: 'null' },
      text('1'),
    ],
  ])
})
