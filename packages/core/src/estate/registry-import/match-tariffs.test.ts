import type { CivilDate } from '@heju/kernel'
import { expect, test } from 'vitest'
import type { TariffOnRecord } from '../../fees/billing/index.ts'
import type { TariffDraft } from './draft.ts'
import { matchTariffs } from './match-tariffs.ts'

const told = (
  code: string,
  name: string,
  amountFen: number,
  more: Partial<TariffDraft> = {},
): TariffDraft => ({
  key: code,
  code,
  name,
  kind: name,
  way: 'fixed',
  priceE4: null,
  amountFen,
  feeItem: null,
  isOfRoom: false,
  cells: [],
  fromOn: null,
  toOn: null,
  source: { sheet: '收费标准', row: Number(code) + 1, col: 1 } as never,
  ...more,
})
const is = (name: string, amountFen: number, more: Partial<TariffOnRecord> = {}): TariffOnRecord => ({
  name,
  exclusive: Number((more.feeItem ?? 'other') !== 'other'),
  basis: 'room',
  priceE4: amountFen * 100,
  additionFen: 0,
  feeItem: 'other',
  state: 'active',
  beginsOn: '2020-01-01' as CivilDate,
  endsOn: null,
  ...more,
})
const off = { state: 'disabled' } as const

/** Each fee item as it is found: the name on record, `+` and a new name, or why it is refused. */
function found(own: TariffDraft[], onRecord: TariffOnRecord[]): string[] {
  const { tariffs, known, refused } = matchTariffs({ tariffs: own, roomTariffs: [] }, onRecord)
  const causes = new Map(refused.map(({ tariff, cause }) => [tariff.key, cause]))
  const names = new Map(tariffs.map(({ key, name }) => [key, `${known.has(key) ? '' : '+'}${name}`]))
  return own.map(({ key }) => names.get(key) ?? causes.get(key) ?? 'lost')
}

test.each<[string, TariffDraft[], TariffOnRecord[], string[]]>([
  [
    'what is switched off holds its own name at its price',
    [told('1', '保洁费', 1000)],
    [is('保洁费', 800, off)],
    ['tariff_differs'],
  ],
  [
    'what is switched off under a number holds nothing',
    [told('1', '保洁费', 1000)],
    [is('保洁费(2)', 800, off)],
    ['+保洁费'],
  ],
  [
    'of two that fit the one in use is meant',
    [told('1', '保洁费', 800)],
    [is('保洁费', 800, off), is('保洁费(2)', 800)],
    ['保洁费(2)'],
  ],
  [
    'of two in use that fit, the bare one is not meant for being written so',
    [told('1', '保洁费', 800)],
    [is('保洁费', 800), is('保洁费(2)', 800)],
    ['tariff_unclear'],
  ],
  [
    'of two that are called alike the one is meant that is written just so',
    [told('1', 'Ａ座保洁费', 800)],
    [is('A座保洁费', 800), is('Ａ座保洁费', 800)],
    ['Ａ座保洁费'],
  ],
  [
    'a number of an earlier import is of the name, although no row has it now and nothing has the bare name',
    [told('1', '保洁费', 1000)],
    [is('保洁费(2)', 1000)],
    ['保洁费(2)'],
  ],
  [
    'a word behind a name that nothing has alone is a charge of its own',
    [told('1', '保洁费', 1000)],
    [is('保洁费(商铺)', 1000)],
    ['+保洁费'],
  ],
  [
    'of two that fit, the one whose last day is told',
    [told('1', '保洁费', 800, { toOn: '2026-12-31' as CivilDate })],
    [is('保洁费', 800), is('保洁费(2)', 800, { endsOn: '2026-12-31' as CivilDate })],
    ['保洁费(2)'],
  ],
])('%s', (_, own, onRecord, expected) => expect(found(own, onRecord)).toEqual(expected))

test.each<[string, TariffDraft, string, string[]]>([
  ['a word beside the bare name', told('1', '公摊费(水)', 5), '公摊费', ['公摊费']],
  ['the bare name beside a word', told('1', '公摊费', 5), '公摊费(水)', ['公摊费(水)']],
  ['two words', told('1', '公摊费(水)', 5), '公摊费(电)', []],
  ['a word that is a number of the workbook', told('电', '公摊费(水)', 5), '公摊费(电)', ['公摊费(电)']],
])('two of one name are charged beside each other only by different words: %s', (_, own, other, expected) => {
  const { namesakes } = matchTariffs({ tariffs: [own], roomTariffs: [] }, [is(other, 900)])
  expect([...namesakes.values()]).toEqual([expected])
})

test('rooms are barred by what is in use, or to come, under a name for other services alone', () => {
  const { namesakes } = matchTariffs({ tariffs: [told('1', '保洁费', 800)], roomTariffs: [] }, [
    is('保洁费', 800),
    is('保洁费(2)', 900, { state: 'draft' }),
    is('保洁费(3)', 900, off),
    is('保洁费(4)', 900, { feeItem: 'property' }),
    is('保安费', 900),
    is('保洁费(2)(3)', 900),
  ])
  expect([...namesakes]).toEqual([['1', ['保洁费', '保洁费(2)', '保洁费(2)(3)']]])
})
