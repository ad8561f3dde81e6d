import { describe, expect, test } from 'vitest'
import { readRegistry } from './read-registry.ts'
import type { Cell } from '../../platform/spreadsheets/index.ts'
import { sheet } from './testing.ts'

const read = (rows: Cell[][], answers: Record<string, string> = {}, name = '登记') =>
  readRegistry([sheet(name, rows)], {}, new Map(Object.entries(answers)))
const open = ({ questions }: ReturnType<typeof read>) =>
  questions.filter(({ answer }) => answer === null).map(({ id }) => id)
const causes = ({ problems }: ReturnType<typeof read>) =>
  problems.map(({ row, column, code, params }) =>
    [row ?? column, code.slice(16), params['kept']].filter(Boolean).join(' '),
  )
const areas = ({ draft }: ReturnType<typeof read>) =>
  draft.rooms.map(({ builtAreaE2, chargeAreaE2 }) => [builtAreaE2, chargeAreaE2])

describe('two columns of one area that differ in a row', () => {
  const rows: Cell[][] = [
    ['房号', '建筑面积', '产证面积'],
    ['1-101', 94.56, '94.56㎡'],
    ['1-102', 88, 86.5],
    ['1-103', null, 70],
  ]
  const id = 'same:rooms:builtArea:产证面积|建筑面积'

  test('are asked about, with both headings and what differs', () => {
    const reading = read(rows)
    expect(reading.questions).toEqual([
      {
        id,
        about: 'same',
        sheet: '登记',
        column: 'B、C',
        heading: '建筑面积、产证面积',
        values: [
          { value: '88 / 86.5', rows: 1 },
          { value: '— / 70', rows: 1 },
        ],
        choices: ['take:建筑面积', 'take:产证面积'],
        answer: null,
      },
    ])
    expect(causes(reading)).toEqual([])
  })

  test('and the one that was chosen bills, the other being noted as left out', () => {
    const second = read(rows, { [id]: 'take:产证面积' })
    expect([open(second), areas(second)]).toEqual([
      [],
      [
        [9456, null],
        [8650, null],
        [7000, null],
      ],
    ])
    expect(causes(second)).toEqual(['B column_repeated C'])
    expect(areas(read(rows, { [id]: 'take:建筑面积' }))).toEqual([
      [9456, null],
      [8800, null],
      [null, null],
    ])
  })

  test('so are two of one heading, told apart by their order', () => {
    const twice: Cell[][] = [
      ['房号', '面积', '面积'],
      ['1-101', 94.56, 90],
    ]
    const reading = read(twice)
    expect(reading.questions[0]).toMatchObject({ choices: ['take:面积', 'take:面积#2'] })
    expect(areas(read(twice, { [open(reading)[0]!]: 'take:面积#2' }))).toEqual([[9000, null]])
  })

  test('so are those of the area that is agreed to be charged', () => {
    const charged: Cell[][] = [
      ['房号', '建筑面积', '计费面积', '收费面积'],
      ['1-101', 94.56, 94.56, 90],
    ]
    const reading = read(charged)
    expect(open(reading)).toEqual(['same:rooms:chargeArea:收费面积|计费面积'])
    const answered = read(charged, { [open(reading)[0]!]: 'take:收费面积' })
    expect(areas(answered)).toEqual([[9456, 9000]])
  })
})

describe('so are all columns that say what is charged', () => {
  test.each<[string, Cell[][]]>([
    [
      'areaPrice',
      [
        ['房号', '面积', '物业费单价', '收费标准'],
        ['1-101', 90, 2.5, 3],
      ],
    ],
    [
      'tariffs',
      [
        ['房号', '费用编号', '收费项目编号'],
        ['1-101', '1', '2'],
      ],
    ],
    [
      'tariffFromOn',
      [
        ['房号', '费用编号', '计费开始日期', '收费起始日期'],
        ['1-101', '1', '2020-01-01', '2021-01-01'],
      ],
    ],
    [
      'share',
      [
        ['房号', '业主', '份额', '产权比例'],
        ['1-101', '冯甲', '50%', '60%'],
      ],
    ],
    [
      'price',
      [
        ['收费项目', '计费单价', '收费标准'],
        ['物业费', 2.5, 3],
      ],
    ],
    [
      'amount',
      [
        ['收费项目', '固定费用', '金额'],
        ['垃圾费', 10, 12],
      ],
    ],
    [
      'pricedBy',
      [
        ['收费项目', '单价', '单位', '计费单位'],
        ['物业费', 2.5, '元/㎡·月', '元/㎡·年'],
      ],
    ],
    [
      'area',
      [
        ['车位号', '面积', '车位面积'],
        ['C1', 12, 13],
      ],
    ],
  ])('%s', (field, rows) => expect(open(read(rows)).map((id) => id.split(':')[2])).toEqual([field]))
})

describe('nothing is asked', () => {
  test('where all that say something say the same', () => {
    const reading = read([
      ['房号', '建筑面积', '产证面积', '房屋面积'],
      ['1-101', 94.56, '94.560', null],
      ['1-102', '88㎡', 88, 0],
      ['合计', 182.56, null, 7],
    ])
    expect([open(reading), areas(reading)]).toEqual([
      [],
      [
        [9456, null],
        [8800, null],
      ],
    ])
    expect(causes(reading)).toEqual(['C column_repeated B', 'D column_repeated B', '4 total_row'])
  })

  test('where one of them is empty all over: the other is read', () => {
    const reading = read([
      ['房号', '建筑面积', '产证面积'],
      ['1-101', null, 90],
      ['1-102', null, 80],
    ])
    expect([open(reading), areas(reading)]).toEqual([
      [],
      [
        [9000, null],
        [8000, null],
      ],
    ])
  })

  test('of what tells other things: the inner area, or the area that is charged, beside the built one', () =>
    expect(
      open(
        read([
          ['房号', '建筑面积', '套内面积', '计费面积'],
          ['1-101', 94.56, 80, 90],
        ]),
      ),
    ).toEqual([]))
})
