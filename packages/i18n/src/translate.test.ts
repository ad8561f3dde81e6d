import { expect, test } from 'vitest'
import { fill, locales } from './index.ts'

test('names that fill a placeholder stand one after the other as they are written in the language', () => {
  const text = { 'zh-CN': '按{names}收', 'zh-Hant': '按{names}收', en: 'Charged by {names}' }
  const filled = locales.map((locale) => [locale, fill(text, locale, { names: ['甲', '乙'] })])
  expect(Object.fromEntries(filled)).toEqual({
    'zh-CN': '按甲、乙收',
    'zh-Hant': '按甲、乙收',
    en: 'Charged by 甲, 乙',
  })
})
