import { describe, expect, test } from 'vitest'
import { readRegistry } from './read-registry.ts'
import type { Cell } from '../../platform/spreadsheets/index.ts'
import { sheet } from './testing.ts'

const read = (rows: Cell[][], answers: Record<string, string> = {}) =>
  readRegistry([sheet('登记', rows)], {}, new Map(Object.entries(answers)))
const keys = ({ draft }: ReturnType<typeof readRegistry>) => draft.rooms.map(({ key }) => key)
const open = ({ questions }: ReturnType<typeof readRegistry>) =>
  questions.filter(({ answer }) => answer === null).map(({ id }) => id)
const causes = ({ problems }: ReturnType<typeof readRegistry>) =>
  problems.map(({ row, code }) => `${row ?? ''} ${code.slice(16)}`.trim())

describe('several estates in one file', () => {
  const words = '小区 小区名称 项目 项目名称 楼盘 楼盘名称 组团 期数 分期 期 区 苑 地块 社区 所属小区'.split(
    ' ',
  )
  const rows = (heading: string): Cell[][] => [
    [heading, '楼栋', '单元', '房号', '建筑面积', '业主姓名'],
    ['丁香苑', '1栋', '1单元', '101', 89.5, '冯甲'],
    ['海棠园', '1栋', '1单元', '101', 89.5, '蒋戊'],
  ]

  test.each(words)('%s: which one is meant is asked', (word) => {
    const reading = read(rows(word))
    expect(open(reading)).toEqual([`estate:${word}`])
    expect(reading.questions[0]).toMatchObject({
      about: 'estate',
      column: 'A',
      values: [
        { value: '丁香苑', rows: 1 },
        { value: '海棠园', rows: 1 },
      ],
    })
  })

  test('the answer takes the rows of one estate, and says how many are left out', () => {
    const reading = read(rows('小区'), { 'estate:小区': 'only:海棠园' })
    expect(open(reading)).toEqual([])
    expect(reading.draft.people.map(({ name }) => name)).toEqual(['蒋戊'])
    expect(causes(reading)).toEqual(['rows_of_other_estates'])
  })

  test('or makes it part of the buildings: two rooms, two owners', () => {
    const reading = read(rows('分期'), { 'estate:分期': 'building' })
    expect(keys(reading)).toEqual(['丁香苑1|1|101', '海棠园1|1|101'])
    expect(reading.draft.occupancies.map(({ role }) => role)).toEqual(['owner', 'owner'])
    expect(reading.draft.buildings.map(({ name }) => name)).toEqual(['丁香苑1栋', '海棠园1栋'])
  })

  test('one estate all over the file is no question', () => {
    const [heading, first] = rows('小区')
    expect(open(read([heading!, first!]))).toEqual([])
  })

  test('estates that stand before the building in the rooms’ names are asked about too', () => {
    const named: Cell[][] = [
      ['房屋地址', '业主'],
      ['丁香苑1栋101', '冯甲'],
      ['海棠园1栋101', '蒋戊'],
    ]
    expect(open(read(named))).toEqual(['estate-in-name:房屋地址'])
    expect(keys(read(named, { 'estate-in-name:房屋地址': 'building' }))).toEqual([
      '丁香苑1||101',
      '海棠园1||101',
    ])
    const one = read(named, { 'estate-in-name:房屋地址': 'only:丁香苑' })
    expect(one.draft.people.map(({ name }) => name)).toEqual(['冯甲'])
  })
})

describe('columns that could decide which room or who', () => {
  test('one that tells rows of one room with different people apart is asked about, whatever it is called', () => {
    const rows: Cell[][] = [
      ['房号', '业主', '院落编排'],
      ['1-101', '冯甲', '甲'],
      ['1-101', '蒋戊', '乙'],
    ]
    expect(open(read(rows))).toEqual(['column:rooms:院落编排'])
    expect(keys(read(rows, { 'column:rooms:院落编排': 'building' }))).toEqual(['甲1||101', '乙1||101'])
    expect(open(read(rows, { 'column:rooms:院落编排': 'ignore' }))).toEqual([])
  })

  test('what a person says a column means is what it means', () => {
    const rows: Cell[][] = [
      ['楼栋', '房号', '住家房东大名'],
      ['3', '101', '冯甲'],
      ['3', '102', '蒋戊'],
    ]
    const id = open(read(rows))[0] ?? 'column:rooms:住家房东大名'
    expect(read(rows, { [id]: 'is:name' }).draft.people.map(({ name }) => name)).toEqual(
      open(read(rows)).length > 0 ? ['冯甲', '蒋戊'] : [],
    )
  })

  test('an answer that is none of the choices leaves the question open', () => {
    const rows: Cell[][] = [
      ['小区', '房号'],
      ['甲园', '1-101'],
      ['乙园', '1-101'],
    ]
    expect(open(read(rows, { 'estate:小区': 'only:丙园' }))).toEqual(['estate:小区'])
  })

  test('a heading that names two things is each of them', () => {
    const reading = read([
      ['楼栋', '单元/座', '铺位号/房号', '面积㎡', '姓名/公司', '业主电话'],
      ['1号楼', 'A座', '1F-101', 60, '施甲', '13900000301'],
      ['1号楼', 'A座', 'B1-005', 30, '施甲', '13900000301'],
    ])
    expect(keys(reading)).toEqual(['1|a|1f-101', '1|a|b1-5'])
    expect(reading.draft.people).toHaveLength(1)
    expect(open(reading)).toEqual([])
  })

  test('roles come from a column of roles, by its heading or its values', () => {
    for (const heading of ['居住类型', '说法']) {
      const reading = read([
        ['楼栋', '单元', '房间', '业主姓名', heading],
        ['1号楼', '1单元', '101', '苏甲', '业主'],
        ['1号楼', '1单元', '102', '潘乙', '租户'],
      ])
      expect(reading.draft.occupancies.map(({ role }) => role)).toEqual(['owner', 'tenant'])
    }
  })
})

describe('sheets of another subject', () => {
  const rooms = sheet('房屋信息', [
    ['楼栋', '单元', '房号', '业主姓名'],
    ['1栋', '1单元', '101', '水甲'],
  ])
  const of = (name: string, ...rows: Cell[][]) => readRegistry([rooms, sheet(name, rows)])

  test.each<[string, string, Cell[][]]>([
    [
      'sheet_of_stock',
      '物品信息',
      [
        ['序号', '物品名称', '单价', '库存', '单位'],
        [1, '灯泡', 3.5, 120, '个'],
      ],
    ],
    [
      'sheet_of_readings',
      '抄表',
      [
        ['房屋', '表号', '上期读数', '本期读数'],
        ['1-1-101', 'W1', 12, 20],
      ],
    ],
    [
      'sheet_of_payments',
      '缴费',
      [
        ['房屋', '收费项目', '应缴金额', '实缴金额'],
        ['1-1-101', '物业费', 9, 9],
      ],
    ],
    [
      'sheet_of_staff',
      '名单',
      [
        ['姓名', '部门', '岗位', '手机号'],
        ['云员工', '客服部', '前台', '13900000777'],
      ],
    ],
  ])('%s is recognised for what it is', (cause, name, rows) => {
    const reading = of(name, ...rows)
    expect(causes(reading)).toEqual([cause])
    expect([reading.draft.rooms.length, reading.draft.people.map(({ name: who }) => who)]).toEqual([
      1,
      ['水甲'],
    ])
  })

  test('people of whom nothing says that they are residents are asked about', () => {
    const rows: Cell[][] = [
      ['姓名', '电话', '班组'],
      ['云某', '13900000777', '二班'],
    ]
    expect(open(of('名单', ...rows))).toEqual(['sheet:名单'])
    const taken = readRegistry([rooms, sheet('名单', rows)], {}, new Map([['sheet:名单', 'take']]))
    expect(taken.draft.people.map(({ name }) => name).toSorted()).toEqual(['云某', '水甲'].toSorted())
  })

  test('a sheet of data that nothing is known of is left out by a person, not silently', () => {
    const rows: Cell[][] = [
      ['甲', '乙'],
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ]
    expect(open(of('杂项', ...rows))).toEqual(['sheet:杂项'])
  })
})

describe('how rooms are written', () => {
  test('floor and door beside a unit are six rooms', () => {
    const rows = ['9-1', '9-2', '10-1', '10-2', '2-1', '3-1'].map((room): Cell[] => ['3栋', '2单元', room])
    const reading = read([['楼栋', '单元', '房号'], ...rows])
    expect(keys(reading)).toEqual(['3|2|9-1', '3|2|9-2', '3|2|10-1', '3|2|10-2', '3|2|2-1', '3|2|3-1'])
    expect(reading.draft.rooms.map(({ floor }) => floor)).toEqual([9, 9, 10, 10, 2, 3])
  })

  test.each(['1-1-101/102', '1-1-201-202', '1-1-301,302', '1-1-301、302', '1栋1单元101室、102室'])(
    '%s are rooms that were bought together: refused with that reason',
    (room) =>
      expect(
        causes(
          read([
            ['房号', '业主'],
            [room, '张三'],
          ]),
        ),
      ).toEqual(['2 rooms_together']),
  )

  test('0802 and 802 are one room, and said to be', () => {
    const reading = read([
      ['房号', '业主'],
      ['2-0802', '彭乙'],
      ['2-802', '彭乙'],
    ])
    expect(keys(reading)).toEqual(['2||802'])
    expect(causes(reading)).toEqual(['3 room_written_otherwise'])
  })

  test('a house of a lane is understood, and another lane’s is another', () => {
    const reading = read([
      ['房屋地址', '业主'],
      ['88弄3号508室', '甲'],
      ['90弄3号508室', '乙'],
      ['3号508室', '丙'],
    ])
    expect(keys(reading)).toEqual(['88弄3||508', '90弄3||508', '3||508'])
  })

  test('a unit in the name that is not that of the column is refused', () =>
    expect(
      causes(
        read([
          ['楼栋', '单元', '房号'],
          ['3', '2', '3-5-101'],
        ]),
      ),
    ).toEqual(['2 room_unreadable']))
})
