import { expect, test } from 'vitest'
import { errorTexts, locales, reasonText } from '../index.ts'

test('every reason that was written down as a code alone can be shown, whatever its words would name', () => {
  for (const code of Object.keys(errorTexts))
    for (const locale of locales) {
      const said = reasonText(code, locale)
      expect(said, code).toMatch(/\S/)
      expect(said, code).not.toContain('{')
    }
})
