import { addDays, type CivilDate } from '@heju/kernel'
import { messageTexts } from '../../platform/messages/texts.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { forbiddenThreat, nextStageDay, stages, usualPolicy, windowsOn, type Stage } from './rules.ts'

const day = (text: string) => text as CivilDate
const { days } = usualPolicy
const stageOn = (today: string, dueOn: string): Stage[] =>
  windowsOn(day(today), days)
    .filter(({ fromDueOn, toDueOn }) => dueOn >= fromDueOn && dueOn <= toDueOn)
    .map(({ stage }) => stage)

describe('the stages of a bill', () => {
  test.each([
    ['2026-11-26', []],
    ['2026-11-27', ['before']],
    ['2026-11-30', ['before']],
    ['2026-12-01', ['first']],
    ['2026-12-14', ['first']],
    ['2026-12-15', ['second']],
    ['2026-12-30', ['third']],
    ['2027-01-28', ['third']],
    ['2027-01-29', []],
  ])('on %s a bill due on 2026-11-30 is at %j', (today, expected) => {
    expect(stageOn(today, '2026-11-30')).toEqual(expected)
  })

  const offsets = fc
    .uniqueArray(fc.integer({ min: 1, max: 90 }), { minLength: 3, maxLength: 3 })
    .map((numbers) => numbers.toSorted((a, b) => a - b))
  const policies = fc.record({ before: fc.integer({ min: -10, max: -1 }), after: offsets })

  test('a bill is at one stage at most, whatever the policy', () => {
    fc.assert(
      fc.property(policies, fc.integer({ min: -40, max: 150 }), ({ before, after }, distance) => {
        const [first = 1, second = 2, third = 3] = after
        const dueOn = day('2026-06-15')
        const windows = windowsOn(addDays(dueOn, distance), { before, first, second, third })
        const at = windows.filter(({ fromDueOn, toDueOn }) => dueOn >= fromDueOn && dueOn <= toDueOn)
        expect(at.length).toBeLessThanOrEqual(1)
        if (at[0]?.stage === 'before') expect(distance).toBeLessThanOrEqual(0)
        else if (at.length > 0) expect(distance).toBeGreaterThan(0)
      }),
    )
  })

  test('the next day of a stage is the day on which the window of that stage opens', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40, max: 40 }), (distance) => {
        const dueOn = day('2026-06-15')
        const next = nextStageDay(dueOn, addDays(dueOn, distance), days)
        if (next === null) return
        const before = stageOn(addDays(next, -1), dueOn)
        expect(stageOn(next, dueOn)).not.toEqual(before)
      }),
    )
  })

  test('stages that the company left out are skipped', () => {
    const stagesOf = windowsOn(day('2026-12-20'), { first: 1 }).map(({ stage }) => stage)
    expect(stagesOf).toEqual(['first'])
    expect(stages).toContain('third')
  })
})

describe('wording', () => {
  test.each([
    '逾期将停水停电',
    '再不缴费就断电',
    '我们会停 止 供 水',
    '将切断您的燃气',
    '门禁卡将被冻结',
    '欠费业主门禁权限取消',
    '不予开门',
    '限制您的电梯',
    '電梯將會停用',
    '停.暖',
    'We will cut off your water',
    'Your access card will be disabled',
    'power will be cut',
    '停．水',
    '停·电·处·理',
    '停—水',
    '停\u200b水、断\u00ad电',
    '斷電、停氣',
    '限制業主進入小區',
    '凍結門禁',
    '門禁卡將會失效',
    '拉闸处理',
    '不得进入小区',
    'ＣＵＴ　ＯＦＦ　ＹＯＵＲ　ＷＡＴＥＲ',
    'w a t e r will be c-u-t off',
    'We stop the supply of gas',
    'Entry will be refused',
    'DENY you access',
  ])('“%s” is refused, with the article', (words) => {
    expect(forbiddenThreat(words)).toBe('民法典第九百四十四条')
  })

  test.each([
    '如有疑问请致电服务中心，感谢您的支持。',
    '方便时可到前台或在手机上缴纳。',
    '本月代收水费与物业费一并列出。',
    '停车费请在月底前缴纳。',
    '今日停电检修，不便之处请谅解缴费窗口延后。',
    '逾期未缴的，我们将依法向人民法院起诉或申请仲裁。',
    'Please pay at the desk or on your phone.',
    'Water and heating charges are listed with the property fee.',
    'Please stop by the office, or power up the app to pay.',
    '您可进入手机页面缴费，也可拉上家人一起查看。',
  ])('“%s” passes or is judged by its words', (words) => {
    const mentionsMaintenance = words.includes('停电检修')
    expect(forbiddenThreat(words) === null).toBe(!mentionsMaintenance)
  })

  test('what the product itself sends to owners who owe threatens nothing', () => {
    const own = Object.entries(messageTexts).filter(([name]) => name.startsWith('payment_reminder'))
    expect(own.length).toBeGreaterThan(1)
    for (const text of own.flatMap(([, texts]) => Object.values(texts)))
      expect([text, forbiddenThreat(text)]).toEqual([text, null])
  })
})
