import { expect, test } from 'vitest'
import * as v from 'valibot'
import { listsForObjects, shapeProblems } from './body-shape.ts'
import { deepest, unreadableFields } from './characters.ts'

/** Lists or objects within one another, so many of them. */
const within = (levels: number, open: string, close: string) =>
  JSON.parse(`${open.repeat(levels)}1${close.repeat(levels)}`) as unknown

test.each([
  ['lists', '[', ']'],
  ['objects', '{"a":', '}'],
])('a body holds at most 32 %s within one another, itself among them', (_, open, close) => {
  expect(deepest).toBe(32)
  const body = (levels: number) => ({ plain: 'a', z: within(levels - 1, open, close) })
  expect(shapeProblems(body(32))).toEqual([])
  for (const levels of [33, 5_000, 100_000])
    expect(shapeProblems(body(levels))).toEqual([{ path: 'z', code: 'field.too_deep' }])
  expect(shapeProblems({ 'a\0': within(40, open, close) })).toEqual([{ path: '', code: 'field.too_deep' }])
  // Neither does what looks for unreadable text go deeper, wherever it comes from.
  expect(unreadableFields(within(100_000, open, close))).toEqual([
    { path: expect.any(String), code: 'field.too_deep' },
  ])
})

test('a list is no object, also where all fields of it may be left out', () => {
  for (const body of [[], [1], [[]], [{}]])
    expect(shapeProblems(body)).toEqual([{ path: '', code: 'field.object' }])
  for (const body of [{}, { list: [] }, null, 1, 'a']) expect(shapeProblems(body)).toEqual([])
})

test('a list within a body is no object either, and is named by its path', () => {
  const days = v.object({ first: v.optional(v.number()) })
  const schema = v.object({ days, rows: v.array(v.object({ id: v.string(), days: v.nullable(days) })) })
  const named = (input: unknown) => listsForObjects(input, v.parse(schema, input))
  expect(
    named({
      days: [],
      rows: [
        { id: 'a', days: null },
        { id: 'b', days: [1] },
      ],
    }),
  ).toEqual([
    { path: 'days', code: 'field.object' },
    { path: 'rows.1.days', code: 'field.object' },
  ])
  expect(named({ days: { first: 1 }, rows: [{ id: 'a', days: {}, more: [] }] })).toEqual([])
})
