import { describe, expect, test } from 'vitest'
import { readRegistry } from './read-registry.ts'
import { sheet } from './testing.ts'

const said = ({ problems }: ReturnType<typeof readRegistry>) =>
  problems.map(({ sheet: name, row, code }) => `${name} ${row} ${code.slice(16)}`)

describe('who refers to a row that was left out', () => {
  test('is told that the fee was refused, and in which row, and not that it is not listed', () => {
    const reading = readRegistry([
      sheet('收费', [
        ['费用编号', '收费项目', '缴费周期', '计费单价'],
        [1, '物业服务费', '按季', 2.5],
        [2, '车位费', '按月', 1],
      ]),
      sheet('房屋', [
        ['楼栋', '房号', '建筑面积', '房屋费用'],
        ['1', '101', 90, 1],
        ['1', '102', 90, 7],
      ]),
    ])
    expect(said(reading)).toEqual(['收费 2 tariff_cycle', '房屋 2 tariff_refused', '房屋 3 tariff_missing'])
    expect(reading.problems[1]?.params).toEqual({ tariff: '1', otherSheet: '收费', otherRow: 2 })
  })

  test('is told so of an owner, of the head of a household and of the room of a space', () => {
    const reading = readRegistry([
      sheet('业主', [
        ['业主编号', '业主名称', '与业主关系'],
        ['A01', null, '业主'],
        ['A01', '李二', '家属'],
      ]),
      sheet('房屋', [
        ['楼栋', '房号', '建筑面积', '业主编号'],
        ['1', '101', 90, 'A01'],
        ['1', '102', '九十', null],
      ]),
      sheet('车位', [
        ['车位编号', '房号', '车位类型'],
        ['C1', '1-102', '地下'],
        ['C2', '1-103', '地下'],
      ]),
    ])
    expect(said(reading)).toEqual([
      '业主 2 name_missing',
      '业主 3 household_owner_refused',
      '房屋 2 owner_refused',
      '房屋 3 number_malformed',
      '车位 2 space_room_refused',
      '车位 3 space_room_missing',
    ])
  })
})

describe('a row', () => {
  test('that is left out bears that verdict alone, and is not said to be taken as another room', () => {
    const reading = readRegistry([
      sheet('登记', [
        ['房屋地址', '建筑面积', '业主姓名'],
        ['3号508室', 90, '甲十一'],
        ['3号楼508室', 90, '甲十二'],
      ]),
    ])
    expect(said(reading)).toEqual(['登记 2 room_of_others', '登记 3 room_of_others'])
  })

  test('that is taken still says as which room', () => {
    const reading = readRegistry([
      sheet('登记', [
        ['房屋地址', '建筑面积', '业主姓名'],
        ['3号508室', 90, '甲十一'],
        ['3号楼508室', 90, '甲十一'],
      ]),
    ])
    expect(said(reading)).toEqual(['登记 3 room_written_otherwise'])
  })
})
