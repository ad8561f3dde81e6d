import { expect, test } from 'vitest'
import { errorText, errorTexts } from './index.ts'
import { locales } from '@heju/i18n'

const waits = [
  'request.too_many',
  'identity.too_many_tries',
  'owner_access.too_many_codes',
  'owner_access.code_still_good',
  'owner_access.no_more_codes',
  'owner_access.too_many_guesses',
  'messages.channel_busy',
  'tenancy.sign_up_too_often',
  'operators.too_many_tries',
]

test.each([
  [1, '1秒', '1秒', '1 second'],
  [60, '60秒', '60秒', '60 seconds'],
  [61, '2分钟', '2分鐘', '2 minutes'],
  [3_600, '60分钟', '60分鐘', '60 minutes'],
  [3_601, '2小时', '2小時', '2 hours'],
  [86_392, '24小时', '24小時', '24 hours'],
])('a wait of %i s is said as people would say it, wherever one is said', (retryAfterSeconds, ...said) => {
  for (const code of waits)
    for (const [i, locale] of locales.entries()) {
      const text = errorText(code, locale, { retryAfterSeconds, minutes: 0 })
      expect([code, text.replace(/(\d) (?=[秒分小])/, '$1')]).toEqual([
        code,
        expect.stringContaining(said[i] ?? ''),
      ])
    }
})

test('no text says a wait by its seconds', () => {
  const saying = Object.entries(errorTexts).filter(([, text]) =>
    Object.values(text).some((one) => one.includes('{retryAfterSeconds}')),
  )
  expect(saying).toEqual([])
})
