import { describe, expect, test } from 'vitest'
import type { RegistryReading } from './draft.ts'
import { type Cell, readTables } from '../../platform/spreadsheets/index.ts'
import { readRegistry } from './read-registry.ts'
import { messyWorkbook, sheet, workbook } from './testing.ts'

const read = (...rows: Cell[][]) => readRegistry([sheet('Sheet1', rows)])

/** Problems as row, column and cause; notes are left out. */
function problems({ problems: all }: RegistryReading, severity: 'all' | 'serious' = 'serious') {
  return all
    .filter((problem) => severity === 'all' || problem.severity !== 'note')
    .map(({ row, column, code }) => `${row ?? ''}${column ?? ''} ${code.replace('registry_import.', '')}`)
}

function roomNames({ draft }: RegistryReading): string[] {
  return draft.rooms.map(({ key }) => key)
}

/** Each occupancy as person, role and place. */
function who({ draft }: RegistryReading): string[] {
  const names = new Map(draft.people.map(({ key, name }) => [key, name]))
  return draft.occupancies.map(({ personKey, role, place }) => `${names.get(personKey)} ${role} ${place.key}`)
}

describe('a workbook with the faults of real ones', () => {
  const reading = async () => readRegistry(await readTables(await workbook(...messyWorkbook()), '登记.xlsx'))

  test('each sheet is recognised by its content', async () => {
    const { tables } = await reading()
    expect(tables.map(({ sheet: name, kind, dataRows }) => [name, kind, dataRows])).toEqual([
      ['楼栋', 'buildings', 3],
      ['业主', 'people', 5],
      ['收费', 'tariffs', 3],
      ['房屋', 'rooms', 5],
      ['车位', 'parking', 3],
    ])
  })

  test('every problem is told with its place', async () => {
    const { problems: all } = await reading()
    const serious = all
      .filter(({ severity }) => severity !== 'note')
      .map(({ sheet: name, row, column, code }) => `${name} ${row}${column} ${code.slice(16)}`)
    expect(serious).toEqual([
      '业主 3E phone_placeholder',
      '业主 3F id_damaged',
      '业主 4F id_placeholder',
      '收费 4C tariff_one_off',
      '房屋 3K inner_area_larger',
      '房屋 4G owner_missing',
      '房屋 4H tariff_missing',
      '房屋 6F number_malformed',
      '房屋 7B building_not_listed',
      '车位 3J dates_reversed',
      '车位 4B space_missing',
    ])
    expect(all.find(({ code }) => code.endsWith('owner_missing'))).toMatchObject({
      value: 'A09',
      params: { number: 'A09' },
    })
  })

  test('buildings, units and rooms come out whole; the bad row is left out', async () => {
    const { draft } = await reading()
    expect(draft.buildings.map(({ name, floors }) => [name, floors])).toEqual([
      ['1栋', 18],
      ['2栋', 6],
      ['9栋', null],
    ])
    expect(draft.units.map(({ buildingKey, name, elevator }) => [buildingKey, name, elevator])).toEqual([
      ['1', '1单元', true],
      ['1', '2单元', true],
      ['2', '1单元', false],
    ])
    expect(
      draft.rooms.map(({ key, floor, builtAreaE2, innerAreaE2, use, layout }) => [
        key,
        floor,
        builtAreaE2,
        innerAreaE2,
        use,
        layout,
      ]),
    ).toEqual([
      ['1|1|101', 1, 9457, 8000, 'residence', null],
      ['1|1|102', 1, 8800, 9900, 'residence', null],
      ['2|1|201', 2, 12_000, null, 'residence', null],
      ['9||301', 3, 6000, null, 'office', null],
    ])
  })

  test('people keep what is known of them and no placeholder', async () => {
    const { draft } = await reading()
    expect(
      draft.people.map(({ number, name, phones, idNumber, kind, gender }) => [
        number,
        name,
        phones,
        idNumber,
        kind,
        gender,
      ]),
    ).toEqual([
      ['A01', '陈一', ['+8618988888888'], '11010119900307053X', 'natural', null],
      ['A02', '李二', [], null, 'natural', 'female'],
      [null, '李小二', ['+8613912345678'], null, 'natural', null],
      [null, '周三', ['+8613911112222', '+8675526001234'], null, 'natural', null],
      ['A03', '深圳市好家房地产开发有限公司', ['+8675526009999'], '91440300MA5DA0LX4B', 'organisation', null],
    ])
  })

  test('owners own, their households live with them, a dangling owner leaves the room without one', async () => {
    expect(who(await reading())).toEqual([
      '陈一 owner 1|1|101',
      '李二 owner 1|1|102',
      '深圳市好家房地产开发有限公司 owner 9||301',
      '陈一 owner 1|c1',
      '李小二 family 1|1|102',
      '周三 tenant 1|1|101',
    ])
  })

  test('fee items become tariffs with their rooms and days; one-off items do not', async () => {
    const { draft } = await reading()
    expect(draft.tariffs).toMatchObject([
      {
        key: '1',
        name: '物业服务费',
        way: 'area',
        priceE4: 23_500,
        amountFen: null,
        fromOn: '2020-06-10',
        toOn: null,
      },
      {
        key: '2',
        name: '垃圾清运费',
        way: 'fixed',
        priceE4: null,
        amountFen: 1250,
        fromOn: '2020-06-10',
        toOn: null,
      },
    ])
    expect(draft.roomTariffs).toMatchObject([
      { roomKey: '1|1|101', tariffKey: '1', fromOn: '2020-06-10' },
      { roomKey: '1|1|101', tariffKey: '2', fromOn: '2020-07-10' },
      { roomKey: '1|1|102', tariffKey: '1', fromOn: '2020-06-18' },
      { roomKey: '2|1|201', tariffKey: '1', fromOn: '2020-06-10' },
    ])
  })

  test('a parking space carries its terms and plate', async () => {
    const { draft } = await reading()
    expect(draft.parkingSpaces.map(({ key, kind, tenure }) => [key, kind, tenure])).toEqual([
      ['1|c1', 'ground', 'owned'],
    ])
    const terms = draft.occupancies
      .filter(({ place }) => place.kind === 'parking')
      .map(({ plate, fromOn, toOn }) => [plate, fromOn, toOn])
    expect(terms).toEqual([['粤B12345', '2020-01-01', null]])
  })
})

describe('one table for everything, as small companies keep it', () => {
  test('rooms by their full name, owners and phones beside them', () => {
    const reading = read(
      ['和居花园业主登记表', null, null, null],
      ['房号', '业主', '电话', '面积'],
      ['3-2-1501', '张三', 13912345678, 94.56],
      ['3栋2单元1502', '李四、王五', '13911112222/13933334444', '88㎡'],
      ['A座1203', '空置', null, 120],
    )
    expect(problems(reading)).toEqual([])
    expect(roomNames(reading)).toEqual(['3|2|1501', '3|2|1502', 'a||1203'])
    expect(who(reading)).toEqual(['张三 owner 3|2|1501', '李四 owner 3|2|1502', '王五 co_owner 3|2|1502'])
    expect(reading.draft.people.map(({ phones }) => phones)).toEqual([
      ['+8613912345678'],
      ['+8613911112222'],
      ['+8613933334444'],
    ])
    expect(reading.draft.rooms.map(({ state, floor }) => [state, floor])).toEqual([
      [null, 15],
      [null, 15],
      ['vacant', 12],
    ])
  })

  test('headings of two rows tell whose name and phone it is', () => {
    const reading = read(
      ['房屋信息', null, '业主信息', null, '租户信息', null],
      ['房号', '建筑面积', '姓名', '联系电话', '姓名', '联系电话'],
      ['1-101', 90, '张三', '13912345678', '钱七', '13955556666'],
    )
    expect(who(reading)).toEqual(['张三 owner 1||101', '钱七 tenant 1||101'])
    expect(reading.draft.people.map(({ phones }) => phones[0])).toEqual(['+8613912345678', '+8613955556666'])
    expect(reading.tables[0]!.headings).toEqual({ first: 1, last: 2 })
  })

  test('a phone right of the tenant is the tenant’s', () => {
    const reading = read(
      ['房号', '业主', '电话', '租客', '电话'],
      ['1-101', '张三', '13912345678', '钱七', '13955556666'],
    )
    expect(reading.draft.people.map(({ name, phones }) => [name, phones[0]])).toEqual([
      ['张三', '+8613912345678'],
      ['钱七', '+8613955556666'],
    ])
  })

  test('traditional headings are the same headings', () => {
    const reading = read(
      ['樓棟', '單元', '房號', '業主姓名', '聯絡電話', '建築面積'],
      ['３', '２', '1501', '陳大文', '13912345678', 94.56],
    )
    expect(reading.draft.people[0]!.name).toBe('陳大文')
    expect(roomNames(reading)).toEqual(['3|2|1501'])
  })

  test('a sheet for each building names it', () => {
    const rows: Cell[][] = [
      ['单元', '房号', '业主姓名'],
      ['1', '101', '张三'],
    ]
    const reading = readRegistry([sheet('3栋', rows), sheet('5号楼', rows)])
    expect(roomNames(reading)).toEqual(['3|1|101', '5|1|101'])
    expect(reading.draft.people).toHaveLength(2)
  })

  test('a building stands only in the first row of its block', () => {
    const reading = read(
      ['楼栋', '单元', '房号'],
      ['3栋', '1', '101'],
      [null, null, '102'],
      [null, '2', '101'],
      ['5栋', null, '101'],
    )
    expect(roomNames(reading)).toEqual(['3|1|101', '3|1|102', '3|2|101', '5||101'])
    expect(problems(reading)).toEqual(['3A building_carried_down', '4A building_carried_down'])
  })

  test('a workbook that names no building has one', () => {
    const reading = read(['房号', '业主'], ['1501', '张三'], ['1502', '李四'])
    expect(roomNames(reading)).toEqual(['1||1501', '1||1502'])
    expect(problems(reading, 'all')).toEqual([' building_assumed'])
  })

  test('a room whose row alone names no building is refused', () => {
    const reading = read(['房号', '业主'], ['3-1501', '张三'], ['1502', '李四'])
    expect(problems(reading)).toEqual(['3A building_missing'])
  })

  test('rooms only, people only', () => {
    expect(roomNames(read(['房号'], ['3-2-1501'], ['3-2-1502']))).toEqual(['3|2|1501', '3|2|1502'])
    const people = read(['姓名', '电话'], ['张三', '13912345678'], ['李四', '13911112222'])
    expect(people.draft.people.map(({ name }) => name)).toEqual(['张三', '李四'])
    expect(people.draft.rooms).toEqual([])
  })

  test('two rows of one room are its co-owners; with another area the second is refused', () => {
    const reading = read(
      ['房号', '业主', '面积', '产权份额'],
      ['3-101', '张三', 90, '60%'],
      ['3-101', '李四', 90, '2/5'],
      ['3-101', '王五', 91, null],
    )
    expect(who(reading)).toEqual(['张三 owner 3||101', '李四 co_owner 3||101'])
    expect(reading.draft.occupancies.map(({ shareE4 }) => shareE4)).toEqual([6000, 4000])
    expect(problems(reading)).toEqual(['4C room_conflict'])
  })

  test('shares beyond the whole are reported', () => {
    const reading = read(['房号', '业主', '份额'], ['3-101', '张三', '60%'], ['3-101', '李四', '50%'])
    expect(reading.problems).toMatchObject([
      { code: 'registry_import.shares_exceed_whole', params: { percent: 110 } },
    ])
  })

  test('household members listed room by room', () => {
    const reading = read(
      ['房号', '姓名', '与业主关系', '电话'],
      ['3-101', '张三', '业主', '13912345678'],
      ['3-101', '张小三', '子女', null],
      ['3-101', '何人', '朋友', null],
    )
    expect(who(reading)).toEqual(['张三 owner 3||101', '张小三 family 3||101', '何人 co_owner 3||101'])
    expect(problems(reading)).toEqual(['4C role_unknown'])
  })

  test('unsold rooms and the developer who pays for them', () => {
    const reading = read(
      ['房号', '业主', '房屋状态'],
      ['3-101', '未售', null],
      ['3-102', '和居房地产开发有限公司', '未售'],
      ['3-103', '开发商', null],
    )
    expect(reading.draft.rooms.map(({ state }) => state)).toEqual(['unsold', 'unsold', 'unsold'])
    expect(who(reading)).toEqual(['和居房地产开发有限公司 developer 3||102'])
  })

  test('a price per square metre beside the room becomes a tariff for all rooms of that price', () => {
    const reading = read(
      ['房号', '建筑面积', '物业费单价（元/㎡·月）', '计费起始日期'],
      ['3-101', 90, 2.8, '2024-1-1'],
      ['3-102', 80, '2.80', null],
      ['3-103', 70, 3.255, null],
    )
    expect(reading.draft.tariffs.map(({ name, priceE4 }) => [name, priceE4])).toEqual([
      ['物业费', 28_000],
      ['物业费', 32_550],
    ])
    expect(
      reading.draft.roomTariffs.map(({ roomKey, tariffKey, fromOn }) => [roomKey, tariffKey, fromOn]),
    ).toEqual([
      ['3||101', '物业费 2.80', '2024-01-01'],
      ['3||102', '物业费 2.80', null],
      ['3||103', '物业费 3.255', null],
    ])
  })

  test('parking spaces beside the room belong to its owners', () => {
    const reading = read(['房号', '业主', '车位'], ['3-101', '张三', 'B1-001、B1-002'])
    expect(who(reading)).toEqual(['张三 owner 3||101', '张三 owner |b1-1', '张三 owner |b1-2'])
  })

  test('parking spaces in a sheet of their own find the owner by the room', () => {
    const reading = readRegistry([
      sheet('车位', [
        ['车位号', '房号', '车牌号'],
        ['B001', '3-101', '粤B12345'],
        ['B002', '3-999', null],
      ]),
      sheet('房屋', [
        ['房号', '业主'],
        ['3-101', '张三'],
      ]),
    ])
    expect(who(reading)).toEqual(['张三 owner 3||101', '张三 owner |b1'])
    expect(reading.problems.map(({ code, row }) => [code, row])).toEqual([
      ['registry_import.space_room_missing', 3],
    ])
  })
})

describe('people', () => {
  test('an owner of two rooms is one person, known by phone', () => {
    const reading = read(
      ['房号', '业主', '电话'],
      ['3-101', '张三', '13912345678'],
      ['3-102', '张 三', '13912345678'],
    )
    expect(reading.draft.people).toHaveLength(1)
  })

  test('namesakes without phone or ID are two people', () => {
    expect(read(['房号', '业主'], ['3-101', '张伟'], ['3-102', '张伟']).draft.people).toHaveLength(2)
  })

  test('a husband and wife with one phone are two people with it', () => {
    const reading = read(
      ['房号', '业主', '电话'],
      ['3-101', '张三', '13912345678'],
      ['3-102', '李四', '13912345678'],
    )
    expect(reading.draft.people.map(({ phones }) => phones)).toEqual([['+8613912345678'], ['+8613912345678']])
  })

  test('a phone of five people opens none of their rooms', () => {
    const rows = ['甲一', '乙二', '丙三', '丁四', '戊五'].map((name, at): Cell[] => [
      `3-10${at + 1}`,
      name,
      '13912345678',
    ])
    const reading = read(['房号', '业主', '电话'], ...rows)
    expect(reading.draft.people.flatMap(({ phones }) => phones)).toEqual([])
    expect(problems(reading)).toEqual([2, 3, 4, 5, 6].map((row) => `${row} phone_of_many`))
  })

  test('an ID number of another person is left out and reported with the first place', () => {
    const reading = read(
      ['房号', '业主', '身份证号'],
      ['3-101', '张三', '11010119900307053X'],
      ['3-102', '李四', '11010119900307053X'],
    )
    expect(reading.draft.people.map(({ idNumber }) => idNumber)).toEqual(['11010119900307053X', null])
    expect(reading.problems).toMatchObject([
      { row: 3, code: 'registry_import.id_of_another', params: { firstRow: 2 } },
    ])
  })

  test('one number for two owners is refused; the same owner twice is not', () => {
    const reading = read(
      ['业主编号', '业主姓名', '电话'],
      ['7', '张三', null],
      ['07', '李四', null],
      [7, '张三', '13912345678'],
    )
    expect(problems(reading)).toEqual(['3A owner_number_taken'])
    expect(reading.draft.people.map(({ name, phones }) => [name, phones[0]])).toEqual([
      ['张三', '+8613912345678'],
    ])
  })

  test('a household member of an owner who is not listed is kept and reported', () => {
    const reading = read(['业主编号', '姓名', '住户类型'], ['7', '张三', '业主'], ['8', '李四', '家属'])
    expect(problems(reading)).toEqual(['3A household_owner_missing'])
    expect(reading.draft.people).toHaveLength(2)
  })
})

describe('what is no data', () => {
  test('totals, notes, examples, blank rows and repeated headings are passed over', () => {
    const reading = read(
      ['房号', '业主', '面积'],
      ['示例：3-2-1501', '张三', 90],
      ['3-101', '李四', 80],
      [null, null, null],
      ['房号', '业主', '面积'],
      ['3-102', '王五', 70],
      ['合 计', null, 150],
      ['说明：面积以房产证为准，未办证的按合同面积填写', null, null],
    )
    expect(roomNames(reading)).toEqual(['3||101', '3||102'])
    expect(problems(reading, 'all')).toEqual(['2 example_row', '7 total_row', '8 note_row'])
  })

  test('explaining, example and hidden sheets are passed over, and said to be', () => {
    const rows: Cell[][] = [
      ['房号', '业主'],
      ['3-101', '张三'],
    ]
    const reading = readRegistry([
      sheet('填写说明', rows),
      sheet('示例-房屋', rows),
      sheet('旧', rows, { hidden: true }),
      sheet('其他', [['随便', '写写']]),
    ])
    expect(reading.draft.rooms).toEqual([])
    expect(reading.problems.map(({ code }) => code.slice(16))).toEqual([
      'sheet_of_examples',
      'nothing_recognised',
      'sheet_of_examples',
      'sheet_hidden',
      'sheet_skipped',
    ])
  })

  test('columns that are not used are named once', () => {
    const reading = read(
      ['序号', '房号', '业主', '年龄', '缘分', '电话', '联系电话'],
      [1, '3-101', '张三', 40, '很好', '13912345678', '13911112222'],
    )
    expect(reading.problems.map(({ code, column, value }) => [code.slice(16), column, value])).toEqual([
      ['column_unused', 'D', '年龄'],
      ['column_unknown', 'E', '缘分'],
      ['column_repeated', 'G', '联系电话'],
    ])
  })
})

test('headings and cells are quoted as they were typed', () => {
  const found = read(
    ['房号', '建筑面积（㎡）', '绿化㎡', '业主', '电话', '联系电话（②）', '搬离日期'],
    ['3-101', '９０㎡', '20㎡', '张三', '13912345678', '13911112222', '六月②'],
  )
  expect(found.problems.map(({ code, column, value }) => [code.slice(16), column, value])).toEqual([
    ['column_unknown', 'C', '绿化㎡'],
    ['column_repeated', 'F', '联系电话（②）'],
    ['day_malformed', 'G', '六月②'],
  ])
  expect(found.tables[0]!.columns.map(({ heading }) => heading)).toContain('建筑面积（㎡）')
})

test('a heading of two rows is quoted as the lower one was typed', () => {
  const found = read(
    ['房号', '房屋', null, '业主'],
    [null, '建筑面积㎡', '阳台㎡', null],
    ['3-101', 90, 5, '张三'],
  )
  expect(found.problems.map(({ column, value }) => [column, value])).toEqual([['C', '阳台㎡']])
})

test('what a fee sheet says of its fees is known, and not said to be left out', () => {
  const found = readRegistry([
    sheet('收费', [
      ['编号', '收费项目', '单价', '收取说明'],
      [1, '物业费', 2.5, '每年调一次'],
    ]),
  ])
  expect(found.problems).toEqual([])
})

describe('what spreadsheets do to values', () => {
  test('a room that became a date is refused', () => {
    expect(problems(read(['房号', '业主'], [{ date: '2026-03-02' }, '张三'], ['3-201', '李四']))).toEqual([
      '2A became_date',
    ])
  })

  test('a broken formula is refused where it is needed', () => {
    expect(problems(read(['房号', '面积'], ['3-101', '#REF!'], ['3-102', 80]))).toEqual(['2B formula_error'])
  })

  test('an area merged over two rooms is nobody’s', () => {
    const merged = sheet(
      '房屋',
      [
        ['楼栋', '房号', '面积'],
        ['3栋', '101', 180],
        ['3栋', '102', 180],
      ],
      { spread: new Set([2 * 16_384, 2 * 16_384 + 2]) },
    )
    const reading = readRegistry([merged])
    expect(reading.draft.rooms.map(({ key, builtAreaE2 }) => [key, builtAreaE2])).toEqual([
      ['3||101', 18_000],
      ['3||102', null],
    ])
    expect(problems(reading)).toEqual(['3C area_merged'])
  })
})

test('a building is missing from the table of buildings only where there is one, and where it is not on record', () => {
  const rooms = (name: string, building: string) =>
    sheet(name, [
      ['楼栋', '房号', '建筑面积'],
      [building, '101', 90],
    ])
  const buildings = sheet('楼栋', [
    ['楼栋号', '总层数'],
    ['1栋', 18],
  ])
  const unlisted = (sheets: Parameters<typeof readRegistry>[0], known: string[] = []) =>
    readRegistry(sheets, { buildings: new Map(known.map((name) => [name.replace('栋', ''), name])) })
      .problems.filter(({ code }) => code === 'registry_import.building_not_listed')
      .map(({ sheet: name }) => name)
  expect(unlisted([rooms('住宅', '1栋'), rooms('商铺', '2栋')])).toEqual([])
  expect(unlisted([buildings, rooms('住宅', '1栋'), rooms('商铺', '2栋')])).toEqual(['商铺'])
  expect(unlisted([buildings, rooms('住宅', '1栋'), rooms('商铺', '2栋')], ['2栋'])).toEqual([])
})
