import { locales } from '@heju/i18n'
import { describe, expect, test } from 'vitest'
import { measureCodes, measureHeadings, measureOf, measureWords } from './shape.ts'

describe('a measure', () => {
  test.each([
    ['satisfaction.index', '满意度指数', '满意度指数下限（95%）', '实际感受的分数之和 ÷ 期望的分数之和'],
    [
      'complaints.on_time',
      '投诉按时答复率 (%)',
      '投诉按时答复率下限（95%） (%)',
      '每一轮都在时限内答复的投诉件数 ÷ 已按时答复和已超过时限的件数，还在时限内的不算',
    ],
    ['complaints.effective', '有效投诉数', '有效投诉数下限（95%）', '经核实判定为有效的投诉件数，目标是零'],
  ] as const)('%s is called and calculated in one way', (code, value, low, formula) => {
    expect(measureHeadings(code, 'zh-CN')).toMatchObject({ value, low })
    expect(measureWords(code, 'zh-CN').formula).toBe(formula)
  })

  test('says by which month it counts, which way is good and when it says little', () => {
    expect(measureWords('complaints.per_thousand', 'zh-CN').more).toEqual([
      '按登记的月份统计',
      '越低越好',
      '不足 10 件时只供参考',
    ])
    expect(measureWords('collection.fixed', 'zh-CN').more).toEqual(['按账单的账期统计', '越高越好'])
  })

  test('says of what it is told: some of service lines as well', () => {
    const told = measureCodes.filter((code) => measureWords(code, 'zh-CN').grain === '按项目、按服务线')
    expect(told).toEqual(['satisfaction.index', 'complaints.on_time'])
    expect(measureWords('collection.fixed', 'zh-CN').grain).toBe('按项目')
  })

  test.each(locales)('has a name and words of its own in %s', (locale) => {
    const names = measureCodes.map((code) => measureHeadings(code, locale).value)
    expect(new Set(names).size).toBe(measureCodes.length)
    for (const code of measureCodes) expect(measureWords(code, locale).formula).not.toBe('')
  })

  test('leads to rows of a page', () => {
    for (const code of measureCodes) expect(measureOf(code).behind.page).toMatch(/^[a-z]+\/[a-z-]+$/)
  })
})
