import { stoppedKinds } from '@heju/core/platform/stopped-work'
import { wordOfValue } from '@heju/core/platform/audit/value-texts'
import { locales, type Texts } from '@heju/i18n'
import { describe, expect, test } from 'vitest'
import { arrears } from '../../packages/console/src/pages/fees/bills/arrears-texts.ts'
import { tariffs } from '../../packages/console/src/pages/fees/tariffs/texts.ts'
import { today } from '../../packages/console/src/pages/people/today/texts.ts'
import { stoppedWork } from '../../packages/console/src/pages/platform/stopped-work/texts.ts'

describe('what pages say', () => {
  test.each([...Object.keys(stoppedKinds), 'other'])(
    'of stopped work: %s has its words: what it is, what about, what it holds up',
    (kind) => {
      for (const part of ['kind', 'subject', 'holds'])
        for (const locale of locales)
          expect((stoppedWork as Texts)[`${part}.${kind}`]?.[locale], part).toMatch(/\S/)
    },
  )

  test('of what became of another charge is in the log what was chosen', () => {
    const chosen = { replace: 'others.replace', keep: 'others.keep', surcharge: 'surcharge.choose' } as const
    for (const [choice, words] of Object.entries(chosen))
      for (const locale of ['zh-CN', 'zh-Hant'] as const)
        expect(tariffs[words][locale]).toContain(wordOfValue('others', choice)?.[locale])
    expect(wordOfValue('scope', 'places')).toEqual(tariffs['scope.places'])
  })

  test('of households that owe is called the same where they are counted and where they are listed', () => {
    expect(today['count.bills_overdue']).toEqual(arrears.payers)
  })
})
