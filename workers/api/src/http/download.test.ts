import { expect, test } from 'vitest'
import { download, spreadsheetTypes } from './download.ts'

test('a file whose name holds markup is saved under it, and never opened as a page', () => {
  const answer = download(new Uint8Array([1]), '登记"><img src onerror=ran=1>\r\n.csv', spreadsheetTypes.csv)
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''[\w.%~()!*-]+$/)
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
})
