import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isReadable, unreadableFields } from './characters.ts'
import { parse } from './input.ts'
import * as v from 'valibot'

test('what people write is readable: line breaks, tabs, characters of every plane, joined ones', () => {
  for (const text of ['', '3栋-2单元\n1501\t好\r\n', '𠮷野家', '👨‍👩‍👧', 'é', '¥1,234.50'])
    expect(isReadable(text)).toBe(true)
  fc.assert(fc.property(fc.stringMatching(/^[\p{L}\p{N}\p{P}\p{S}\p{Zs}\t\n\r]*$/u), isReadable))
})

test('control characters and halves of characters are not', () => {
  for (const text of ['a\0', '\u0007', '\u001B[31m', '\u007F', '\u0085', '\uD800', 'a\uDC00b'])
    expect(isReadable(text)).toBe(false)
})

test('each field that holds one is named by its path', () => {
  const schema = v.object({ name: v.string(), rows: v.array(v.object({ note: v.string() })) })
  const refused = () => parse(schema, { name: '王\0', rows: [{ note: '好' }, { note: '\u0001' }] })
  expect(refused).toThrow(
    expect.objectContaining({
      code: 'request.invalid',
      fields: [
        { path: 'name', code: 'field.characters' },
        { path: 'rows.1.note', code: 'field.characters' },
      ],
    }),
  )
  expect(unreadableFields(['a', 1, null, undefined, new Uint8Array(2)])).toEqual([])
})
