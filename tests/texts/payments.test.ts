import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import '@heju/core/fees/payments'
import { errorTexts } from '@heju/core/error-texts'
import { fill, locales, type Text } from '@heju/i18n'
import { paymentTexts } from '@heju/core/fees/payments/texts'
import { definedErrors } from '@heju/kernel'
import { describe, expect, test } from 'vitest'

const folder = join(import.meta.dirname, '../../packages/core/src/fees/payments')
const source = readdirSync(folder)
  .filter((name) => name.endsWith('-schemas.ts'))
  .map((name) => readFileSync(join(folder, name), 'utf8'))
  .join('\n')

const codes = [
  ...definedErrors()
    .map(({ code }) => code)
    .filter((code) => code.startsWith('payments.')),
  ...new Set([...source.matchAll(/'(payments\.field\.\w+)'/g)].map((match) => match[1] ?? '')),
]

describe('every refusal of payments', () => {
  test.each(codes)('%s has a text in each language', (code) => {
    const text = errorTexts[code] as Text
    const params = {
      field: 'apiV3Key',
      reason: 'SIGN_ERROR',
      from: '2026-11-15',
      to: '2026-11-22',
      most: 1,
      minutes: 35,
      why: 'untrusted',
      merchantId: '1900000109',
      entity: '和润物业',
      place: '翠湖花园',
      isOwn: 'yes',
    }
    for (const locale of locales) expect(fill(text, locale, params)).toMatch(/\S[。.]$/)
    expect(text['zh-CN']).not.toBe(text.en)
  })

  test('there is no text that nothing says', () => {
    const ours = Object.keys(errorTexts).filter((code) => code.startsWith('payments.'))
    expect(ours.filter((code) => !codes.includes(code))).toEqual([])
  })
})

test('what is printed is there in each language', () => {
  for (const text of Object.values(paymentTexts))
    for (const locale of locales)
      expect(fill(text, locale, { copy: 2, copies: 3, reason: 'x', paper: 'A5' })).not.toBe('')
})
