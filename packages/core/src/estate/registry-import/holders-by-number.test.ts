import { beforeAll, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { testCtx } from '../../testing.ts'
import { projectOfSpaces, type Rows } from './testing/project-of-spaces.ts'

let ctx: Ctx
beforeAll(async () => {
  ctx = await testCtx()
})

const people: Rows = [
  ['业主编号', '姓名'],
  ['A01', '冯甲'],
  ['A02', '蒋戊'],
]
const roomsBy = (heading: string, ...owners: string[]): Rows => [
  ['楼栋', '房号', heading, '车位'],
  ['1栋', '101', owners[0]!, '001'],
  ['1栋', '102', owners[1]!, ''],
]
const listBy = (heading: string, ...of: [lot: string, code: string, holder: string][]): Rows => [
  ['停车场', '车位号', heading],
  ...of,
]

test('a list that names holders by number is asked about as one that names them, where the registry has their names alone', async () => {
  const { take, preview } = await projectOfSpaces(ctx)
  await take({}, roomsBy('业主', '冯甲', '蒋戊'))
  const own = await preview(people, listBy('业主编号', ['地下车库', '001', 'A01']))
  expect(own.questions).toMatchObject([{ spaces: { onRecord: 1, ofOthers: 0 } }])
  const others = await preview(people, listBy('业主编号', ['地下车库', '001', 'A02']))
  expect(others.questions).toMatchObject([{ spaces: { onRecord: 1, ofOthers: 1 } }])
})

const lots = ['东区', '西区'] as const

test('a code beside a room whose owner is told by number is in the lot in which a list names him', async () => {
  const { take, written } = await projectOfSpaces(ctx)
  const list = listBy('姓名', [lots[0], '001', '冯甲'], [lots[1], '001', '蒋戊'])
  expect((await take({}, people, roomsBy('业主编号', 'A01', 'A02'), list)).said).toEqual([])
  expect(await written()).toEqual(['东区|001 冯甲', '西区|001 蒋戊'])
})

test('one beside a room whose owner is told by name is left out where lists tell numbers: he may be another', async () => {
  const { take, written } = await projectOfSpaces(ctx)
  const list = listBy('业主编号', [lots[0], '001', 'A01'], [lots[1], '001', 'A02'])
  expect((await take({}, people, roomsBy('业主', '冯甲', '蒋戊'), list)).said).toEqual([
    '2 space_beside_unclear',
  ])
  expect(await written()).toEqual(['东区|001 冯甲', '西区|001 蒋戊'])
})
