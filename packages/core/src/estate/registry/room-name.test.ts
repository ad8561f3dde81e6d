import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  buildingIn,
  buildingName,
  floorOf,
  placeKey,
  readRoomName,
  roomKey,
  roomsTogether,
  unitName,
} from './room-name.ts'

describe('readRoomName', () => {
  test.each<[string, string | null, string | null, string]>([
    ['3-2-1501', '3', '2', '1501'],
    ['3栋2单元1501', '3', '2', '1501'],
    ['3栋-2单元-1501', '3', '2', '1501'],
    ['３幢２单元１５０１室', '3', '2', '1501'],
    ['三号楼二单元1501', '三', '二', '1501'],
    ['A座1203', 'A', null, '1203'],
    ['A1203', null, null, 'A1203'],
    ['A-1203', 'A', null, '1203'],
    ['3#-2-1501', '3', '2', '1501'],
    ['3#楼2单元1501', '3', '2', '1501'],
    ['3栋1501', '3', null, '1501'],
    ['3-1501', '3', null, '1501'],
    ['3栋2-1501', '3', '2', '1501'],
    ['和居花园3栋2单元1501号房', '3', '2', '1501'],
    ['1501室', null, null, '1501'],
    ['1501', null, null, '1501'],
    ['2单元301', null, '2', '301'],
    ['12棟3單元0801', '12', '3', '0801'],
    ['3_2_1501', '3', '2', '1501'],
    ['3栋2单元15层1501', '3', '2', '1501'],
    ['1-S05', '1', null, 'S05'],
  ])('%s', (text, building, unit, number) => {
    const { estate: _estate, ...name } = readRoomName(text)!
    expect(
      name && {
        ...name,
        building: name.building && placeKey(name.building),
        unit: name.unit && placeKey(name.unit),
      },
    ).toEqual({
      building: building && placeKey(building),
      unit: unit && placeKey(unit),
      number,
    })
  })

  test.each(['和居花园', '张三', '2020-06-10-1-1', '深圳市南山区', '3栋', ''])('%o is no room', (text) =>
    expect(readRoomName(text)).toBeNull(),
  )

  test('a room reads the same however it is written', () => {
    const part = fc.integer({ min: 1, max: 99 })
    const floor = fc.integer({ min: 1, max: 60 })
    const forms = [
      (b: number, u: number, n: string) => `${b}-${u}-${n}`,
      (b: number, u: number, n: string) => `${b}栋${u}单元${n}`,
      (b: number, u: number, n: string) => `${b}号楼${u}单元${n}室`,
      (b: number, u: number, n: string) => `${b}幢-${u}单元-${n}`,
      (b: number, u: number, n: string) => ` ${b} # - ${u} - ${n} `,
    ]
    fc.assert(
      fc.property(
        part,
        part,
        floor,
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom(...forms),
        (b, u, f, n, form) => {
          const number = `${f}0${n}`
          expect(readRoomName(form(b, u, number))).toEqual({ building: String(b), unit: String(u), number })
        },
      ),
    )
  })
})

test('one building has one key, whatever it is called', () => {
  expect(
    new Set(['3', '3栋', '3幢', '3号楼', '三栋', '03栋', '３栋', '3#', '3#楼', '3座'].map(placeKey)),
  ).toEqual(new Set(['3']))
  expect(['A座', 'a栋', '十二栋', '东区1栋', '裙楼', '0', '无', '-'].map(placeKey)).toEqual([
    'a',
    'a',
    '12',
    '东区1',
    '裙',
    '',
    '',
    '',
  ])
})

test('bare numbers are shown as the trade writes them', () => {
  expect(['3', 'a', '3幢', '裙楼'].map(buildingName)).toEqual(['3栋', 'A栋', '3幢', '裙楼'])
  expect(['2', '二单元'].map(unitName)).toEqual(['2单元', '二单元'])
})

test('a storey is taken from three and four digits only', () => {
  expect(['1501', '203', '1501A', '12', '10102', 'S05', '001'].map(floorOf)).toEqual([
    15,
    2,
    15,
    null,
    null,
    null,
    null,
  ])
})

test('rooms compare without the word for room', () => {
  expect([roomKey('1501室'), roomKey(' 1501 '), roomKey('1501')]).toEqual(['1501', '1501', '1501'])
})

test('a sheet may be named after its building', () => {
  expect(
    ['3栋', '和居花园3号楼业主登记表', 'A座', 'Sheet1', '业主信息', '2026年收费表'].map(buildingIn),
  ).toEqual(['3栋', '3号楼', 'A座', null, null, null])
})

test('a text that is longer than any name of a room is none, also in its plain form', () => {
  for (const text of ['1,'.repeat(60), `${'x'.repeat(100)}3-2-1501`, `${'ﷺ'.repeat(20)}3-2-1501`]) {
    expect(readRoomName(text)).toBeNull()
    expect(roomsTogether(`${text}、1502`)).toBeNull()
  }
})
