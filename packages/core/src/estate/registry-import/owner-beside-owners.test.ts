import { describe, expect, test } from 'vitest'
import { startCharged, type Kind } from './testing/charged-places.ts'

describe.each<Kind>(['room', 'parking'])('who is told as owner (%s)', (kind) => {
  test.each<[string, string?]>([
    ['for all time', undefined],
    ['from a day', '2020-01-01'],
  ])('after one who is on record %s, and whose last day is not taken, stays out', async (_, since) => {
    const { take, there } = await startCharged(kind)
    await take(['张', since])
    const before = await there()
    const { counts, said } = await take(['张', since, '2026-05-31'], ['李', '2026-06-01'])
    expect(said).toEqual([
      [2, 'occupancy_differs', null],
      [3, kind === 'room' ? 'owner_differs' : 'space_owner_differs', null],
    ])
    expect(counts).toMatchObject({ created: 0, changed: 0 })
    expect(await there()).toEqual(before)
  })

  test('also where a co-owner is told beside him', async () => {
    const { take, there } = await startCharged(kind)
    await take(['张', '2020-01-01'], ['王', '2020-01-01', '', '共有人'])
    const before = await there()
    const { counts, said } = await take(
      ['张', '2020-01-01', '2026-05-31'],
      ['王', '2020-01-01', '', '共有人'],
      ['李', '2026-06-01'],
    )
    expect(said).toEqual([
      [2, 'occupancy_differs', null],
      [4, kind === 'room' ? 'owner_differs' : 'space_owner_differs', null],
    ])
    expect(counts).toMatchObject({ created: 0, changed: 0 })
    expect(await there()).toEqual(before)
  })

  test.each<[string, string]>([
    ['on the day on which the owner came', '2026-03-20'],
    ['later', '2026-05-01'],
  ])('is the owner where only a co-owner is on record who came %s, and pays', async (_, since) => {
    const { take, there, billed } = await startCharged(kind)
    await take(['张', '2015-01-01', '2026-03-19'], ['王', since, '', '共有人'])
    await take(['李', '2026-03-20'], ['王', since, '', '共有人'])
    expect(await there()).toEqual([
      '张 owner 2015-01-01 2026-03-19',
      `王 co_owner ${since} `,
      '李 owner 2026-03-20 ',
    ])
    expect(await billed('2026-10')).toEqual([`李 ${kind === 'room' ? 250 : 155}`])
  })

  test('beside the owner on record, who is told as well, is a co-owner', async () => {
    const { take, there } = await startCharged(kind)
    await take(['张', '2020-01-01'])
    const { said } = await take(['张', '2020-01-01'], ['李', '2020-01-01'])
    expect(said).toEqual([])
    expect(await there()).toEqual(['张 owner 2020-01-01 ', '李 co_owner 2020-01-01 '])
  })
})
