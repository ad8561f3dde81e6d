import * as v from 'valibot'
import { expect, test } from 'vitest'
import { parse } from './input.ts'

const schema = v.object({ name: v.string(), rows: v.array(v.object({ role: v.string(), of: v.string() })) })

test.each([
  ['a field that is left out', { rows: [] }, 'name', 'field.missing'],
  ['one within a list', { name: 'a', rows: [{ role: 'desk' }] }, 'rows.0.of', 'field.missing'],
  ['a text where an object is meant', { name: 'a', rows: ['desk'] }, 'rows.0', 'field.object'],
])('%s is told as that, by its path', (_what, input, path, code) => {
  expect(() => parse(schema, input)).toThrow(
    expect.objectContaining({ fields: [expect.objectContaining({ path, code })] }),
  )
})
