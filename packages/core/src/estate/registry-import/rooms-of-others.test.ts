import { describe, expect, test } from 'vitest'
import { readRegistry } from './read-registry.ts'
import type { Cell } from '../../platform/spreadsheets/index.ts'
import { sheet } from './testing.ts'

const read = (...rows: Cell[][]) => readRegistry([sheet('登记', rows)])
const causes = ({ problems }: ReturnType<typeof read>) =>
  problems.filter(({ severity }) => severity === 'error').map(({ row, code }) => `${row} ${code.slice(16)}`)
const owners = ({ draft }: ReturnType<typeof read>) =>
  draft.occupancies.map(({ place, role }) => `${place.key} ${role}`)

describe('rooms that only become one by how they are written, with owners of their own', () => {
  test('are refused, each with the row and the writing of the other', () => {
    const reading = read(
      ['房屋地址', '建筑面积', '业主姓名'],
      ['3号508室', 90, '甲十一'],
      ['3号楼508室', 90, '甲十二'],
      ['88弄3号508室', 90, '甲十三'],
    )
    expect(causes(reading)).toEqual(['2 room_of_others', '3 room_of_others'])
    expect(
      reading.problems
        .filter(({ severity }) => severity === 'error')
        .map(({ column, value, params }) => [column, value, params]),
    ).toEqual([
      ['A', '3号508室', { room: '508', otherWritten: '3号楼508室', otherRow: 3 }],
      ['A', '3号楼508室', { room: '508', otherWritten: '3号508室', otherRow: 2 }],
    ])
    expect(owners(reading)).toEqual(['88弄3||508 owner'])
  })

  test.each<[string, Cell[], Cell[]]>([
    ['zeros before the number', ['2-0802', '彭乙'], ['2-802', '鲁丙']],
    ['words of the building', ['2栋802', '彭乙'], ['2号楼802', '鲁丙']],
    ['letter case', ['2-802A', '彭乙'], ['2-802a', '鲁丙']],
  ])('so are those of %s', (_, one, other) => {
    const reading = read(['房号', '业主'], one, other)
    expect(causes(reading)).toEqual(['2 room_of_others', '3 room_of_others'])
    expect(reading.draft.rooms).toEqual([])
  })

  test('so are those whose owners stand by their numbers, and tenants beside them', () => {
    const reading = read(
      ['房号', '业主编号', '关系', '业主'],
      ['2-0802', 'A01', '', ''],
      ['2-802', 'A02', '', ''],
      ['2-802', '', '租户', '冯甲'],
    )
    expect(causes(reading)).toEqual(['2 room_of_others', '3 room_of_others', '4 room_of_others'])
  })

  test('so are those of tenants of their own', () => {
    const reading = read(['房号', '租户'], ['2-0802', '彭乙'], ['2-802', '鲁丙'])
    expect(causes(reading)).toEqual(['2 room_of_others', '3 room_of_others'])
  })

  test.each<[string, Cell, Cell]>([
    ['建筑面积', 90, 88.5],
    ['户型', '三室', '两室'],
    ['房屋用途', '住宅', '商铺'],
    ['房屋状态', '自住', '空置'],
    ['物业费单价', 2.5, 3],
  ])('and those of one owner of which another %s is told, with its name', (heading, one, other) => {
    const reading = read(['房号', '业主', heading], ['2-0802', '彭乙', one], ['2-802', '彭乙', other])
    expect(causes(reading)).toEqual(['2 room_told_otherwise', '3 room_told_otherwise'])
    const found = reading.problems.find(({ code }) => code.endsWith('room_told_otherwise'))!
    expect(found.params).toEqual({ room: '0802', otherWritten: '2-802', otherRow: 3, what: heading })
    expect(reading.draft.rooms).toEqual([])
  })
})

describe('rooms that are written otherwise are taken', () => {
  test.each<[string, Cell[][], string[]]>([
    [
      'several owners of a room that is written alike',
      [
        ['房号', '业主'],
        ['2-802', '彭乙'],
        ['2-802', '鲁丙'],
      ],
      ['2||802 owner', '2||802 co_owner'],
    ],
    [
      'blanks are no other writing',
      [
        ['房号', '业主'],
        ['2栋802', '彭乙'],
        ['2栋 802', '鲁丙'],
      ],
      ['2||802 owner', '2||802 co_owner'],
    ],
    [
      'a blank that repeats the building above is none either',
      [
        ['楼栋', '房号', '业主'],
        ['2栋', '802', '彭乙'],
        ['', '802', '鲁丙'],
      ],
      ['2||802 owner', '2||802 co_owner'],
    ],
    [
      'the same owner',
      [
        ['房号', '业主'],
        ['2-0802', '彭乙'],
        ['2-802', '彭乙'],
      ],
      ['2||802 owner'],
    ],
    [
      'owners of shares',
      [
        ['房号', '业主', '产权份额'],
        ['2-0802', '彭乙', '50%'],
        ['2-802', '鲁丙', '50%'],
      ],
      ['2||802 owner', '2||802 co_owner'],
    ],
    [
      'a co-owner who is said to be one',
      [
        ['房号', '业主', '关系'],
        ['2-0802', '彭乙', '业主'],
        ['2-802', '鲁丙', '共有人'],
      ],
      ['2||802 owner', '2||802 co_owner'],
    ],
    [
      'co-owners of whom the second is written below the first, the building having another form further up',
      [
        ['楼栋', '房号', '业主'],
        ['3栋', '101', '彭乙'],
        ['3号楼', '802', '鲁丙'],
        ['', '802', '甲十一'],
      ],
      ['3||101 owner', '3||802 owner', '3||802 co_owner'],
    ],
    [
      'an owner and a tenant',
      [
        ['房号', '业主', '关系'],
        ['2-0802', '彭乙', '业主'],
        ['2-802', '鲁丙', '租户'],
      ],
      ['2||802 owner', '2||802 tenant'],
    ],
  ])('%s', (_, rows, expected) => {
    const reading = read(...rows)
    expect(causes(reading)).toEqual([])
    expect(owners(reading)).toEqual(expected)
  })
})
