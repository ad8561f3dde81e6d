import { problemSeverities } from '@heju/core/estate/registry-import'
import { errorTexts } from '@heju/core/error-texts'
import { fill, locales, type Text } from '@heju/i18n'
import { importing } from '../../packages/console/src/pages/estate/import/texts.ts'
import { importQuestions } from '../../packages/console/src/pages/estate/import/question-texts.ts'
import { expect, test } from 'vitest'

test('every problem of an import has a text that fills, in every language', () => {
  // A placeholder that the problem does not bring makes the text fail to fill.
  const params = {
    megabytes: 1,
    unit: '元/吨',
    amount: '¥0.30',
    most: 1,
    column: 'C',
    characters: 20_000,
    building: '3栋',
    firstRow: 1,
    firstSheet: '业主',
    number: '7',
    place: '3栋-2单元-1501',
    people: 5,
    percent: 110,
    tariff: '1',
    tariffs: 2,
    dates: 3,
    estate: '丁香苑',
    taken: '海棠园',
    estates: '一期、二期',
    rows: 3,
    rooms: '101、102',
    room: '101',
    registered: '0802',
    beginsOn: '2026-11-01',
    lastOn: '2026-10-31',
    begins: '2026-11-01',
    first: '2020-06-01',
    space: '地下车库 001',
    ends: '2026-10-31',
    fromOn: '2026-10-01',
    toOn: '2026-10-31',
    day: '2026-11-01',
    told: '¥3.50/㎡',
    name: '物业费',
    names: '物业费、物业费(2)',
    decimals: 4,
    questions: 1,
    what: '小区',
    otherSheet: '二期',
    otherRow: 3,
    otherWritten: '3号楼508室',
    written: 'C1',
    named: 30,
    heading: '缴费周期',
    cycle: '季度',
    lots: 'B1、B2',
    holders: '蒋戊',
    others: '2栋102',
    spaces: 2,
    code: 'C1',
    codes: 'C001、C-001',
    kept: 'S',
    keptHeading: '业态',
    keptValue: '仓储',
    other: 'E',
    otherHeading: '房间类型',
    otherValue: '商户',
  }
  for (const cause of Object.keys(problemSeverities)) {
    const text = errorTexts[`registry_import.${cause}`]
    expect(text, cause).toBeDefined()
    for (const locale of locales) expect(fill(text!, locale, params), cause).not.toMatch(/[{}]/)
  }
})

test('the texts of an import say that it was interrupted with the word that the product has for it', () => {
  const texts = { ...errorTexts, ...importing, ...importQuestions } as Record<string, Text>
  const said = Object.entries(texts).filter(
    ([key]) => errorTexts[key] === undefined || key.startsWith('registry_import.'),
  )
  expect(said.length).toBeGreaterThan(200)
  const other = said.filter(([, text]) => /停下|停住|停了/.test(text['zh-CN'] + text['zh-Hant']))
  expect(other.map(([key]) => key)).toEqual([])
})
