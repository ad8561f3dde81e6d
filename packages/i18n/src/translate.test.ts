import { expect, test } from 'vitest'
import { fill, locales } from './index.ts'
import { wordOfValue } from './texts/audit-values.ts'
import { tariffs } from './texts/console/tariffs.ts'

test('names that fill a placeholder stand one after the other as they are written in the language', () => {
  const text = { 'zh-CN': '按{names}收', 'zh-Hant': '按{names}收', en: 'Charged by {names}' }
  const filled = locales.map((locale) => [locale, fill(text, locale, { names: ['甲', '乙'] })])
  expect(Object.fromEntries(filled)).toEqual({
    'zh-CN': '按甲、乙收',
    'zh-Hant': '按甲、乙收',
    en: 'Charged by 甲, 乙',
  })
})

test('the log says what became of another charge in the words with which it was chosen', () => {
  const chosen = { replace: 'others.replace', keep: 'others.keep', surcharge: 'surcharge.choose' } as const
  for (const [choice, words] of Object.entries(chosen))
    for (const locale of ['zh-CN', 'zh-Hant'] as const)
      expect(tariffs[words][locale]).toContain(wordOfValue('others', choice)?.[locale])
  expect(wordOfValue('scope', 'places')).toEqual(tariffs['scope.places'])
})
