import { describe, expect, test } from 'vitest'
import type { Cell } from '../../platform/spreadsheets/index.ts'
import { fieldOf, headingWords, tableKinds } from './headings.ts'
import { readRegistry } from './read-registry.ts'
import { sheet } from './testing.ts'

type Rows = Cell[][]
const fees: Rows = [
  ['编号', '收费项目', '计费方式', '单价', '固定费用'],
  [1, '物业费', '面积×单价', 2.5, null],
  [2, '电梯费', '固定费用', null, 10],
]
const of = (...sheets: [string, Rows][]) => readRegistry(sheets.map(([name, rows]) => sheet(name, rows)))
const causes = ({ problems }: ReturnType<typeof of>) =>
  problems
    .filter(({ severity }) => severity !== 'note')
    .map(({ sheet: name, row, code }) => `${name} ${row} ${code.slice(16)}`)
const charged = ({ draft }: ReturnType<typeof of>) =>
  draft.roomTariffs.map(({ tariffKey, fromOn }) => `${tariffKey} ${fromOn ?? '—'}`).toSorted()
const stays = ({ draft }: ReturnType<typeof of>) =>
  draft.occupancies.map(({ personKey, role, fromOn, toOn }) => {
    const { name } = draft.people.find(({ key }) => key === personKey)!
    return `${name} ${role} ${fromOn ?? ''}~${toOn ?? ''}`
  })

describe('a last day that is told as a month is the last of it', () => {
  test.each<Cell>(['2026年11月', '2026-11', '2026/11', { date: '2026-11-01', isMonth: true }])(
    'of a fee item, of people and of a parking space: %o',
    (end) => {
      const { draft, problems } = of(
        [
          '收费',
          [
            ['编号', '收费项目', '单价', '开始日期', '计费结束时间'],
            [1, '物业费', 2.5, '2026年1月', end],
          ],
        ],
        [
          '房屋',
          [
            ['房号', '业主', '搬离日期', '租户', '租期止'],
            ['3-101', '张三', end, '李四', end],
          ],
        ],
        [
          '车位',
          [
            ['车位号', '使用人', '结束时间'],
            ['B1', '王五', end],
          ],
        ],
      )
      expect(problems.filter(({ severity }) => severity !== 'note')).toEqual([])
      expect(draft.tariffs).toMatchObject([{ fromOn: '2026-01-01', toOn: '2026-11-30' }])
      expect(draft.occupancies.map(({ toOn }) => toOn)).toEqual(Array(3).fill('2026-11-30'))
    },
  )
})

describe('the first day of a charge', () => {
  const one = (headings: string[], row: Cell[]) =>
    of(
      ['收费', fees],
      [
        '房屋',
        [
          ['房号', '建筑面积', ...headings],
          ['3-101', 90, ...row],
        ],
      ],
    )

  test.each<[string, string[], Cell[], string[]]>([
    [
      'of the property fee is that of the price beside the room, whatever else it is charged by',
      ['费用编号', '物业费单价', '物业费起始日期'],
      [2, 3, '2026-06-01'],
      ['2 —', '物业费 3.00 2026-06-01'],
    ],
    [
      'of no fee is that of all of the row',
      ['费用编号', '物业费单价', '计费开始时间'],
      [2, 3, '2026-06-01'],
      ['2 2026-06-01', '物业费 3.00 2026-06-01'],
    ],
    [
      'of each of them is its own',
      ['费用编号', '物业费单价', '计费开始时间', '物业费起算日期'],
      ['2', 3, '2026-06-01', '2026-07-01'],
      ['2 2026-06-01', '物业费 3.00 2026-07-01'],
    ],
    [
      'of the property fee is that of the fee item which is one',
      ['费用编号', '物业费开始日期'],
      ['1#2', '2026-06-01'],
      ['1 2026-06-01', '2 —'],
    ],
    ['is meant of the only fee item', ['费用编号', '物业费开始日期'], [2, '2026-06-01'], ['2 2026-06-01']],
    ['stands in its place', ['费用编号', '计费开始时间'], ['1#2', '#2026-09-01'], ['1 —', '2 2026-09-01']],
    ['and leaves one empty', ['费用编号', '计费开始时间'], ['1#2', '2026-09-01#'], ['1 2026-09-01', '2 —']],
    [
      'is read with its time of day',
      ['费用编号', '计费开始时间'],
      ['1#2', '2026-11-15 00:00:00#2026/11/16 0:00'],
      ['1 2026-11-15', '2 2026-11-16'],
    ],
    ...[',', '、', ';', '；', '，', ' ', '\n', '/', ' # '].map(
      (mark): [string, string[], Cell[], string[]] => [
        `is parted as numbers are, by ${JSON.stringify(mark)}`,
        ['费用编号', '计费开始时间'],
        [`1${mark}2`, `2026-07-01${mark}2026-09-01`],
        ['1 2026-07-01', '2 2026-09-01'],
      ],
    ),
    [
      'with slashes is parted by one',
      ['费用编号', '计费开始时间'],
      ['1/2', '2026/7/1/2026/9/1'],
      ['1 2026-07-01', '2 2026-09-01'],
    ],
    [
      'has no place behind the last number',
      ['费用编号', '计费开始时间'],
      ['1#2', '2026-07-01#2026-09-01##'],
      ['1 2026-07-01', '2 2026-09-01'],
    ],
    [
      'stands in its place, whatever follows the last number',
      ['费用编号', '计费开始时间'],
      ['1#2#', '2026-07-01#2026-09-01'],
      ['1 2026-07-01', '2 2026-09-01'],
    ],
    [
      'without anything in a cell of marks alone is none',
      ['费用编号', '计费开始时间'],
      ['1#2', '##'],
      ['1 —', '2 —'],
    ],
    [
      'in compact digits is parted by a blank or a slash',
      ['费用编号', '计费开始时间'],
      ['1/2', '20260701 20260901'],
      ['1 2026-07-01', '2 2026-09-01'],
    ],
    [
      'of the property fee, one for each number, stands in its place',
      ['费用编号', '物业费起始日期'],
      ['1#2', '2026-06-01#2026-07-01'],
      ['1 2026-06-01', '2 2026-07-01'],
    ],
    [
      'of the property fee is not that of a price which is of something else',
      ['费用编号', '单价', '计费开始时间', '物业费起算日期'],
      ['能耗费', 3, '2026-06-01', '2026-07-01'],
      ['能耗费 3.00 2026-06-01'],
    ],
    [
      'is one for all, whatever stands behind the last number',
      ['费用编号', '计费开始时间'],
      ['1#2#', '2026年6月'],
      ['1 2026-06-01', '2 2026-06-01'],
    ],
  ])('%s', (_, headings, row, expected) => {
    const reading = one(headings, row)
    expect([charged(reading), causes(reading)]).toEqual([expected, []])
  })

  test.each<[string, string[], Cell[], string[], string]>([
    [
      'as many dates as numbers, or one',
      ['费用编号', '计费开始时间'],
      ['1#2', '2026-06-01#2026-07-01#2026-08-01'],
      [],
      'tariff_dates_mismatch',
    ],
    [
      'several dates beside one price',
      ['物业费单价', '计费开始时间'],
      [3, '2026-06-01#2026-07-01'],
      [],
      'tariff_dates_mismatch',
    ],
    [
      'a day for each number, and none for the price',
      ['费用编号', '物业费单价', '计费开始时间'],
      ['1#2', 3, '2026-06-01#2026-07-01'],
      ['1 2026-06-01', '2 2026-07-01'],
      'tariff_dates_mismatch',
    ],
    [
      'a day that there is not, of one of them',
      ['费用编号', '计费开始时间'],
      ['1#2', '2026-06-01#2026-11-31'],
      ['1 2026-06-01'],
      'tariff_day_of_room',
    ],
    ['a year of two digits', ['费用编号', '计费开始时间'], ['1#2', '26/11/15'], [], 'tariff_day_of_room'],
    ['a formula that fails', ['费用编号', '计费开始时间'], [1, '#N/A'], [], 'tariff_day_of_room'],
    [
      'of the price alone',
      ['费用编号', '物业费单价', '物业费起始日期'],
      [2, 3, '六月'],
      ['2 —'],
      'tariff_day_of_room',
    ],
  ])(
    'that cannot be taken leaves out what it is of, and the room comes in: %s',
    (_, headings, row, kept, cause) => {
      const reading = one(headings, row)
      expect([charged(reading), causes(reading)]).toEqual([kept, [`房屋 2 ${cause}`]])
      expect(reading.draft.rooms).toHaveLength(1)
    },
  )

  test.each<[string, Cell, string[]]>([
    ['for each of them, they are theirs', '2026-06-01#2026-07-01', ['2 2026-06-01', '3 2026-07-01']],
    ['none, there is nothing to say', null, ['2 —', '3 —']],
  ])('of the property fee beside several others: %s', (_, day, expected) => {
    const reading = of(
      ['收费', [...fees, [3, '垃圾费', '固定费用', null, 5]]],
      [
        '房屋',
        [
          ['房号', '费用编号', '物业费起始日期'],
          ['3-101', '2#3', day],
        ],
      ],
    )
    expect([charged(reading), causes(reading)]).toEqual([expected, []])
  })

  test('of the property fee is nobody’s where several others are charged', () => {
    const reading = of(
      ['收费', [...fees, [3, '垃圾费', '固定费用', null, 5]]],
      [
        '房屋',
        [
          ['房号', '费用编号', '物业费起始日期'],
          ['3-101', '2#3', '2026-06-01'],
          ['3-102', '2#3', null],
        ],
      ],
    )
    expect([charged(reading), causes(reading)]).toEqual([['2 —', '3 —'], ['房屋 2 tariff_day_of_none']])
  })

  test('that cannot be read leaves out the charge, although another row of the room tells none', () => {
    const reading = of(
      ['收费', fees],
      [
        '房屋',
        [
          ['房号', '业主', '费用编号', '计费开始时间'],
          ['3-101', '张三', 1, '2026-11-31'],
          ['3-101', '李四', 1, null],
        ],
      ],
    )
    expect([charged(reading), causes(reading)]).toEqual([[], ['房屋 2 tariff_day_of_room']])
  })
})

describe('a day that cannot be read, or an end before its beginning, leaves out', () => {
  test.each<[Cell, Cell, string]>([
    ['2026-11-31', null, 'day_malformed'],
    [null, '26/11/15', 'day_malformed'],
    [null, '2026年6月底', 'day_malformed'],
    ['2026-06-01', '2026-05-31', 'dates_reversed'],
    ['#REF!', null, 'formula_error'],
  ])('the fee item, the holder and the tenant with their rows: %o to %o', (from, to, cause) => {
    const reading = of(
      [
        '收费',
        [
          [...fees[0]!, '开始日期', '结束日期'],
          [...fees[1]!, from, to],
          [...fees[2]!, null, null],
        ],
      ],
      [
        '房屋',
        [
          ['房号', '业主', '入住日期', '搬离日期', '租户', '起租日期', '退租日期', '费用编号'],
          ['3-101', '张三', from, to, null, null, null, '1#2'],
          ['3-102', '李四', null, null, '王五', from, to, '1#2'],
          ['3-103', '赵六', null, null, null, null, null, '1#2'],
          ['3-104', '空置', from, to, null, from, to, 2],
        ],
      ],
      [
        '车位',
        [
          ['车位号', '使用人', '开始时间', '结束时间'],
          ['B1', '钱七', from, to],
          ['B2', '孙八', null, null],
        ],
      ],
      [
        '业主',
        [
          ['业主编号', '姓名', '住户类型', '入住日期', '搬离日期'],
          [7, '周九', '业主', from, to],
        ],
      ],
    )
    expect(causes(reading)).toEqual([
      `收费 2 ${cause}`,
      `房屋 2 ${cause}`,
      `房屋 3 ${cause}`,
      '房屋 4 tariff_refused',
      `车位 2 ${cause}`,
      `业主 2 ${cause}`,
    ])
    expect(stays(reading)).toEqual(['赵六 owner ~', '孙八 owner ~'])
    expect(charged(reading)).toEqual(['2 —', '2 —'])
  })

  test('nobody where it is said that there is none', () => {
    const reading = of([
      '房屋',
      [
        ['房号', '业主', '入住日期', '搬离日期'],
        ['3-101', '张三', '未入住', '在住'],
        ['3-102', '李四', '无', '至今'],
      ],
    ])
    expect([causes(reading), stays(reading)]).toEqual([[], ['张三 owner ~', '李四 owner ~']])
  })
})

describe('days of people', () => {
  test('are those of who owns together, and of a tenant whose list has one pair of columns', () => {
    const reading = of([
      '房屋',
      [
        ['房号', '姓名', '关系', '共有人', '入住日期', '搬离日期'],
        ['3-101', '张三', '业主', '李四', '2020-01-01', '2025-12-31'],
        ['3-102', '王五', '租户', null, '2025-01-01', '2025-12-31'],
      ],
    ])
    expect(stays(reading)).toEqual([
      '张三 owner 2020-01-01~2025-12-31',
      '李四 co_owner 2020-01-01~2025-12-31',
      '王五 tenant 2025-01-01~2025-12-31',
    ])
  })

  test('in a list of people are those of their places that tell none', () => {
    const reading = of(
      [
        '业主',
        [
          ['业主编号', '姓名', '住户类型', '入住时间', '搬离时间'],
          [7, '张三', '业主', '2020-06-10', null],
          [7, '李四', '租户', '2024-01-01', '2025-12-31'],
        ],
      ],
      [
        '房屋',
        [
          ['房号', '业主编号', '入住日期'],
          ['3-101', 7, null],
          ['3-102', 7, '2022-01-01'],
        ],
      ],
    )
    expect(stays(reading)).toEqual([
      '张三 owner 2020-06-10~',
      '张三 owner 2022-01-01~',
      '李四 tenant 2024-01-01~2025-12-31',
      '李四 tenant 2024-01-01~2025-12-31',
    ])
  })
})

describe('headings of days', () => {
  test('are known alike in all their forms', () => {
    for (const kind of tableKinds) {
      const words = headingWords(kind)
      for (const [word, field] of words) {
        const stem = /^(.+)(?:日期|时间)$/.exec(word)?.[1]
        // 计费日 is a day of the month on which bills are made, and 出生日期 tells of nothing here.
        if (stem === undefined || field === 'ignored' || stem === '计费') continue
        expect([kind, ...['日期', '时间', '日'].map((form) => words.get(stem + form))]).toEqual([
          kind,
          field,
          field,
          field,
        ])
      }
    }
    const { draft } = of([
      '房屋',
      [
        ['房号', '业主', '搬离时间'],
        ['3-101', '张三', '2026-10-31'],
      ],
    ])
    expect(draft.occupancies[0]!.toOn).toBe('2026-10-31')
  })

  const asked = (rows: Rows, answers: [string, string][] = []) =>
    readRegistry([sheet('房屋', rows), sheet('收费', fees)], {}, new Map(answers))

  test('that are not understood, and may decide, are asked about, also where all rows tell one day', () => {
    const rows: Rows = [
      ['房号', '业主', '业主实际搬离日', '费用编号'],
      ['3-101', '张三', '2026-10-31', 1],
    ]
    const open = asked(rows)
    expect(open.questions).toMatchObject([
      {
        about: 'column',
        heading: '业主实际搬离日',
        answer: null,
        choices: [
          'is:fromOn',
          'is:toOn',
          'is:tenantFromOn',
          'is:tenantToOn',
          'is:tariffFromOn',
          'is:propertyFromOn',
          'ignore',
        ],
      },
    ])
    const { id } = open.questions[0]!
    expect(stays(asked(rows, [[id, 'is:toOn']]))).toEqual(['张三 owner ~2026-10-31'])
    expect(stays(asked(rows, [[id, 'ignore']]))).toEqual(['张三 owner ~'])
  })

  test.each(['身份证到期日期', '装修开始时间', '合同签订日期', '车险到期日', '创建时间'])(
    'that tell of something else are not: %s',
    (heading) => {
      const { questions } = asked([
        ['房号', '业主', heading],
        ['3-101', '张三', '2026-10-31'],
      ])
      expect(questions).toEqual([])
    },
  )

  test('of two that tell one thing and differ it is asked which counts', () => {
    const { questions } = asked([
      ['房号', '业主', '入住日期', '过户日期'],
      ['3-101', '张三', '2020-01-01', '2021-01-01'],
    ])
    expect(questions).toMatchObject([{ about: 'same', choices: ['take:入住日期', 'take:过户日期'] }])
  })
})

test('a day of leaving and of coming is called alike in each list that tells who has a place', () => {
  for (const kind of ['rooms', 'people', 'parking'] as const)
    for (const form of ['日期', '时间', '日']) {
      for (const word of ['搬离', '搬出', '迁离', '迁出', '结束', '终止', '截止'])
        expect([kind, word, fieldOf(kind, `${word}${form}`)?.field]).toEqual([kind, word, 'toOn'])
      for (const word of ['入住', '迁入', '搬入', '过户', '购买', '起始', '开始'])
        expect([kind, word, fieldOf(kind, `${word}${form}`)?.field]).toEqual([kind, word, 'fromOn'])
    }
})
