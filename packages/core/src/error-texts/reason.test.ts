import { expect, test } from 'vitest'
import { errorTexts, reasonText } from './index.ts'
import { locales } from '@heju/i18n'

test('one that was written down before its words named all that they do now can be shown with what is known', () => {
  const said = reasonText('registry_import.room_conflict', 'zh-CN', { firstRow: 3 })
  expect(said).toContain('第 3 行')
  expect(said).toContain('“…”')
})

test('every reason that was written down as a code alone can be shown, whatever its words would name', () => {
  for (const code of Object.keys(errorTexts))
    for (const locale of locales) {
      const said = reasonText(code, locale)
      expect(said, code).toMatch(/\S/)
      expect(said, code).not.toContain('{')
    }
})
