import { expect, test } from 'vitest'
import { locales } from '@heju/i18n'
import { errorText, reasonText } from './index.ts'

test.each(locales)(
  'a failure that is known by its code alone leaves no hole where its number would be (%s)',
  (locale) => {
    for (const words of [
      errorText('request.internal', locale, {}),
      errorText('nobody.knows', locale, {}),
      reasonText('request.internal', locale),
    ]) {
      expect(words).not.toMatch(/编号|編號|number|…|\{/)
      expect(words).not.toBe('')
    }
    expect(errorText('request.internal', locale, { requestId: 'req_1' })).toContain('req_1')
  },
)
