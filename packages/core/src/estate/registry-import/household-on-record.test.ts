import { newId } from '@heju/kernel'
import { describe, expect, test } from 'vitest'
import { freshRequestId } from '../../testing.ts'
import { confirmAsItIs, previewFoundRight } from './testing.ts'
import { listOf, startCharged as start, type Kind, type Told } from './testing/charged-places.ts'

const owner: Told = ['张', '', '', '业主']
const coOwner: Told = ['李', '', '', '共有人']
const toldNow: Told = ['张', '2026-10-15', '', '业主']

describe.each<[Kind, string, string[]]>([
  ['room', '1栋-101', ['张 137.1']],
  ['parking', '地库-B1', ['张 85']],
])('a co-owner of a %s who is on record without a first day', (kind, place, october) => {
  test.each<[string, Told[], number]>([
    ['that does not tell him', [toldNow], 2],
    ['that tells him without one', [toldNow, coOwner], 3],
    ['that tells him before the owner', [coOwner, toldNow], 2],
  ])('came with the owner, whose day a later list tells %s', async (_, list, row) => {
    const { take, there, billed, shown, changed } = await start(kind)
    await take(owner, coOwner)
    const { counts, said } = await take(...list)
    expect(counts).toEqual({ created: 0, changed: 2, unchanged: 0 })
    expect(said).toEqual([[row, 'first_day_of_owner', '2026-10-15']])
    expect((await there()).toSorted()).toEqual(['张 owner 2026-10-15 ', '李 co_owner 2026-10-15 '])
    expect(await shown()).toEqual(['  2026-10-14', '张 2026-10-15 '])
    expect(await changed()).toEqual([`occupancy ${place} 李 fromOn  2026-10-15`])
    await expect(billed('2026-09')).rejects.toThrow(/no_owner/)
    expect(await billed('2026-10')).toEqual(october)
    expect(await take(...list)).toMatchObject({ counts: { created: 0, changed: 0 }, said: [] })
  })
})

describe('he came with the owner also', () => {
  test('after an owner before, whom the same list tells, and who stays one', async () => {
    const { take, there, billed, shown } = await start('room')
    await take(owner, coOwner)
    await take(['王', '2015-01-01', '2026-09-30', '业主'], toldNow)
    expect((await there()).toSorted()).toEqual([
      '张 owner 2026-10-15 ',
      '李 co_owner 2026-10-15 ',
      '王 owner 2015-01-01 2026-09-30',
    ])
    expect(await shown()).toEqual([
      '  2014-12-31',
      '王 2015-01-01 2026-09-30',
      ' 2026-10-01 2026-10-14',
      '张 2026-10-15 ',
    ])
    expect([await billed('2026-09'), await billed('2026-10')]).toEqual([['王 250'], ['张 137.1']])
  })

  test('where he has left since', async () => {
    const { take, there } = await start('room')
    await take(owner, ['李', '', '2026-10-31', '共有人'])
    await take(toldNow)
    expect((await there()).toSorted()).toEqual(['张 owner 2026-10-15 ', '李 co_owner 2026-10-15 2026-10-31'])
  })

  test('where a list tells who left some days before the owner came, whose day is on record', async () => {
    const { ctx, take, there, shown, changed } = await start('room')
    await take(owner, coOwner)
    await ctx.db.client.execute("UPDATE occupancies SET from_on = '2026-10-15' WHERE role = 'owner'")
    const { said } = await take(['王', '', '2026-08-14', '业主'], owner, coOwner)
    expect(said).toEqual([[4, 'first_day_of_owner', '2026-10-15']])
    expect((await there()).toSorted()).toEqual([
      '张 owner 2026-10-15 ',
      '李 co_owner 2026-10-15 ',
      '王 owner  2026-08-14',
    ])
    expect(await shown()).toEqual(['王  2026-08-14', ' 2026-08-15 2026-10-14', '张 2026-10-15? '])
    expect(await changed()).toEqual(['occupancy 1栋-101 李 fromOn  2026-10-15'])
  })

  test('on the day after somebody else, where that is the owner’s', async () => {
    const { take, there } = await start('room')
    await take(owner, coOwner)
    await take(['王', '', '2026-10-14', '业主'], owner)
    expect((await there()).toSorted()).toEqual([
      '张 owner 2026-10-15 ',
      '李 co_owner 2026-10-15 ',
      '王 owner  2026-10-14',
    ])
  })
})

describe('he gets no day', () => {
  test('where he left before the owner came', async () => {
    const { take, there, billed } = await start('room')
    await take(owner, ['李', '', '2026-10-10', '共有人'])
    const { said } = await take(toldNow)
    expect(said).toEqual([])
    expect((await there()).toSorted()).toEqual(['张 owner 2026-10-15 ', '李 co_owner  2026-10-10'])
    expect(await billed('2026-10')).toEqual(['李 80.64', '张 137.1'])
  })

  test('of an owner whose day is on record, who is told again', async () => {
    const { ctx, take, there } = await start('room')
    await take(owner, coOwner)
    await ctx.db.client.execute("UPDATE occupancies SET from_on = '2026-10-15' WHERE role = 'owner'")
    for (const list of [[toldNow], [toldNow, coOwner], [owner, coOwner]])
      expect(await take(...list)).toMatchObject({ counts: { changed: 0 }, said: [] })
    expect((await there()).toSorted()).toEqual(['张 owner 2026-10-15 ', '李 co_owner  '])
  })

  test.each([
    [
      'a developer is there besides, with whom he may have come',
      'owner',
      ['李  2026-10-14?', '张 2026-10-15 '],
    ],
    // Of two co-owners a whole month is owed by who was there throughout.
    [
      'the owner joined one, and he may have been there before',
      'co_owner',
      ['李  2026-10-31?', '张 2026-11-01? '],
    ],
  ])('where %s: who pays up to then is said to be told by no row', async (_, role, line) => {
    const { ctx, take, there, shown } = await start('room')
    await take(owner, coOwner, ['王', '', '', '共有人'])
    for (const [name, is] of Object.entries({ 张: role, 王: 'developer' }))
      await ctx.db.client.execute(
        `UPDATE occupancies SET role = '${is}' WHERE person_id = (SELECT id FROM people WHERE name = '${name}')`,
      )
    expect(await take(toldNow)).toMatchObject({ counts: { changed: 1 }, said: [] })
    expect((await there()).toSorted()).toEqual([`张 ${role} 2026-10-15 `, '李 co_owner  ', '王 developer  '])
    expect(await shown()).toEqual(line)
  })

  test('where the list tells other days of him: who pays up to then is said to be told by no row', async () => {
    const { take, there, shown } = await start('room')
    await take(owner, coOwner)
    const { said } = await take(toldNow, ['李', '2020-01-01', '2026-12-31', '共有人'])
    expect(said).toEqual([[3, 'occupancy_differs', null]])
    expect((await there()).toSorted()).toEqual(['张 owner 2026-10-15 ', '李 co_owner  '])
    expect(await shown()).toEqual(['李  2026-10-14?', '张 2026-10-15 '])
  })
})

test('what was changed at the place meanwhile makes the import outdated', async () => {
  const { ctx, projectId, take, there } = await start('room')
  await take(owner, coOwner)
  const asked = () => ({ requestId: freshRequestId(), importId })
  const importId = newId('imp', ctx.now)
  await previewFoundRight(ctx, { ...asked(), projectId, fileName: '登记.csv' }, listOf('room', [toldNow]))
  await ctx.db.client.execute("UPDATE occupancies SET from_on = '2020-01-01' WHERE role = 'co_owner'")
  await expect(confirmAsItIs(ctx, asked())).rejects.toThrow(/registry_import/)
  expect((await there()).toSorted()).toEqual(['张 owner  ', '李 co_owner 2020-01-01 '])
})
