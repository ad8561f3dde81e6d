import { maskPhone } from '@heju/kernel'
import { describe, expect, test } from 'vitest'
import { personKindOf, readIdDocument, readNames, readPhones } from './personal.ts'
import type { Cell } from '../../platform/spreadsheets/index.ts'

const none = new Set<string>()

describe('readPhones', () => {
  test.each<[Cell, string[]]>([
    [13912345678, ['+8613912345678']],
    ['１３９１２３４５６７８', ['+8613912345678']],
    ['139 1234 5678', ['+8613912345678']],
    ['139-1234-5678', ['+8613912345678']],
    ['+86 13912345678', ['+8613912345678']],
    ['008613912345678', ['+8613912345678']],
    ['13912345678、13787654321', ['+8613912345678', '+8613787654321']],
    ['13912345678 / 0755-26001234', ['+8613912345678', '+8675526001234']],
    ['1391234567813787654321', ['+8613912345678', '+8613787654321']],
    ['13912345678(妻)', ['+8613912345678']],
    ['13912345678\n13912345678', ['+8613912345678']],
    ['(0755)26001234', ['+8675526001234']],
    ['4008001234', ['+864008001234']],
    ['+85291234567', ['+85291234567']],
    ["'13912345678", ['+8613912345678']],
    ['="13912345678"', ['+8613912345678']],
    ['无', []],
    [null, []],
  ])('%o', (cell, phones) => expect(readPhones(cell, none)).toEqual({ phones, wrong: [] }))

  test.each<[Cell, string]>([
    [18999999999, 'phone_placeholder'],
    ['11111111111', 'phone_placeholder'],
    ['13800000000', 'phone_placeholder'],
    ['13800138000', 'phone_placeholder'],
    ['12345678901', 'phone_placeholder'],
    ['1.39E+10', 'phone_damaged'],
    ['1391234567', 'phone_malformed'],
    ['10912345678', 'phone_malformed'],
    // Without its area code nobody can say which city's it is.
    ['26001234', 'phone_malformed'],
    ['张三', 'phone_malformed'],
  ])('%o is not taken for a phone', (cell, wrong) => {
    expect(readPhones(cell, none)).toEqual({ phones: [], wrong: [wrong] })
  })

  test('what the remarks give for "none" is none, whatever it looks like', () => {
    const { phones, wrong } = readPhones('139 1234 5678', new Set(['13912345678']))
    expect([phones, wrong]).toEqual([[], ['phone_placeholder']])
  })

  test('a good phone beside a bad one is kept', () => {
    expect(readPhones('13912345678/未知号', none)).toEqual({
      phones: ['+8613912345678'],
      wrong: ['phone_malformed'],
    })
  })

  test('an extension is not kept, and said not to be', () => {
    expect(readPhones('0755-26001234转801', none)).toEqual({
      phones: ['+8675526001234'],
      wrong: ['phone_extension'],
    })
  })

  test('numbers that merely look even are kept', () => {
    expect(readPhones('18988888888、13900001111', none).phones).toEqual(['+8618988888888', '+8613900001111'])
  })
})

describe('readIdDocument', () => {
  test.each<[Cell, string, string]>([
    ['11010119900307053X', 'resident_id', '11010119900307053X'],
    ['11010119900307053x', 'resident_id', '11010119900307053X'],
    ['１１０１０１１９９００３０７０５３Ｘ', 'resident_id', '11010119900307053X'],
    ['110101 19900307 053X', 'resident_id', '11010119900307053X'],
    ['110101900307053', 'resident_id', '110101900307053'],
    ['91440300MA5DA0LX4B', 'uscc', '91440300MA5DA0LX4B'],
    ['E12345678', 'other', 'E12345678'],
    ['H1234567(8)', 'other', 'H1234567(8)'],
  ])('%o is a document', (cell, kind, number) =>
    expect(readIdDocument(cell, none)).toEqual({ value: { kind, number } }),
  )

  test.each<[Cell, string]>([
    [110101199001010000, 'id_damaged'],
    ['110101199001010000', 'id_damaged'],
    ['1.10101199001010E+17', 'id_damaged'],
    ['111111111111111111', 'id_placeholder'],
    ['000000', 'id_placeholder'],
    ['110101199003070531', 'id_malformed'],
    ['11010119900230053X', 'id_malformed'],
    ['91440300MA5DA0LX4A', 'id_malformed'],
    ['没带', 'id_malformed'],
    ['123', 'id_malformed'],
  ])('%o is not', (cell, wrong) => expect(readIdDocument(cell, none)).toEqual({ wrong }))
})

test('names in one cell are told apart', () => {
  expect(readNames('张三、李四')).toEqual(['张三', '李四'])
  expect(readNames('张三/李四/张三')).toEqual(['张三', '李四'])
  expect(readNames('张三 李四')).toEqual(['张三', '李四'])
  expect(readNames('王　芳')).toEqual(['王芳'])
  expect(readNames('欧阳　雪')).toEqual(['欧阳雪'])
  expect(readNames('John Smith')).toEqual(['John Smith'])
  expect(readNames('阿卜杜拉·买买提')).toEqual(['阿卜杜拉·买买提'])
  expect(readNames('好家物业管理有限公司')).toEqual(['好家物业管理有限公司'])
})

test.each([
  ["O'Neil, John", ["O'Neil, John"]],
  ['Smith, Mary', ['Smith, Mary']],
  ['Van der Berg, Jan', ['Van der Berg, Jan']],
  ['John Smith, Mary Smith', ['John Smith', 'Mary Smith']],
  ['张三,李四', ['张三', '李四']],
  ["张三、O'Neil, John", ['张三', "O'Neil, John"]],
  ['ABC Trading Co., Ltd.', ['ABC Trading Co., Ltd.']],
  ['R&F Properties Holdings', ['R&F Properties Holdings']],
  ['R&F', ['R&F']],
  ['Tom & Mary', ['Tom', 'Mary']],
  ['张三&李四', ['张三', '李四']],
  ['张三和李四', ['张三', '李四']],
  ['张和平', ['张和平']],
  ['和珅', ['和珅']],
  ['欧阳和平', ['欧阳和平']],
  ['好家和美物业管理有限公司', ['好家和美物业管理有限公司']],
  ['张三,好家公司', ['张三', '好家公司']],
])('%s names %j', (cell, names) => expect(readNames(cell)).toEqual(names))

test('a name that the registry has is one, whatever is in it', () => {
  const registered = new Set(['张三、李四', '王五;赵六', 'tom&mary'])
  expect(readNames('张三、李四', registered)).toEqual(['张三、李四'])
  expect(readNames('钱七、张三、李四、王五;赵六', registered)).toEqual(['钱七', '张三、李四', '王五;赵六'])
  expect(readNames('Tom & Mary', registered)).toEqual(['Tom & Mary'])
  expect(readNames('张三、钱七', registered)).toEqual(['张三', '钱七'])
})

test('a phone whose middle is hidden says nothing, in any of the forms in which we hide it', () => {
  for (const number of [
    '+8613912345678',
    '+862162345678',
    '+864008208820',
    '+12125550100',
    '+85291234567',
    '',
  ])
    expect(readPhones(maskPhone(number), none)).toEqual({ phones: [], wrong: [] })
})

test('a company is told from a person by its name', () => {
  expect(
    ['深圳市好家房地产开发有限公司', '某某小学校', '张公司', '中国银行深圳支行'].map(personKindOf),
  ).toEqual(['organisation', 'organisation', 'organisation', 'organisation'])
  expect(['张三', '李中心'].map(personKindOf)).toEqual(['natural', 'organisation'])
  const inBrackets = [
    '好家公司(深圳)(分)',
    '甲(乙)公司(丙)',
    '好家公司(深(分))',
    '张三(好家公司)',
    '公司(张三',
  ]
  expect(inBrackets.map((name) => personKindOf(name) === 'organisation')).toEqual([
    true,
    true,
    true,
    false,
    false,
  ])
})
