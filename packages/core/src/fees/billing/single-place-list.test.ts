import type { CivilDate } from '@heju/kernel'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { as, freshRequestId, staff, testCtx } from '../../testing.ts'
import { assignTariff, endAssignment, listTariffs, readTariff, type Scope, singlePlaceList } from './index.ts'
import { Estate } from './testing.ts'

let ctx: Ctx
let estate: Estate
let tariffId: `tariff_${string}`
beforeEach(async () => {
  ctx = await testCtx()
  estate = await Estate.lay(ctx)
  tariffId = (await estate.tariff({ name: '物业费' })) as typeof tariffId
})

const assign = (scope: Scope, fromOn = '2026-01-01', toOn?: string) =>
  assignTariff(ctx, {
    requestId: freshRequestId(),
    tariffId,
    scope,
    fromOn: fromOn as CivilDate,
    ...(toOn && { toOn: toOn as CivilDate }),
  })
const named = async (by = ctx) =>
  (await singlePlaceList.page(by, { tariffId })).items.map(({ place }) => place.name)

test('the places of a tariff that have a last day are listed, whatever they are charged under, and their last day with all tariffs', async () => {
  const [first, second, third] = (await estate.rooms([{}, {}, {}])) as [string, string, string]
  await assign({ kind: 'project' })
  const end = (scope: Scope, toOn: string) =>
    endAssignment(ctx, { requestId: freshRequestId(), tariffId, scope, toOn: toOn as CivilDate })
  const ending = async (after?: string): Promise<(string | null)[][]> => {
    const page = await singlePlaceList.page(ctx, {
      tariffId,
      ending: 'yes',
      limit: 1,
      ...(after && { after }),
    })
    const items = page.items.map(({ place, toOn }) => [place.id, toOn])
    return page.next === null ? items : [...items, ...(await ending(page.next))]
  }
  const until = async () => [
    (await listTariffs(ctx, {})).map(({ chargedUntil }) => chargedUntil),
    (await readTariff(ctx, tariffId)).chargedUntil,
  ]
  await end({ kind: 'places', ids: [third] as never }, '2026-12-31')
  await end({ kind: 'places', ids: [first] as never }, '2026-12-15')
  expect(await ending()).toEqual([
    [first, '2026-12-15'],
    [third, '2026-12-31'],
  ])
  expect(await readTariff(ctx, tariffId)).toMatchObject({
    ending: 2,
    endsOn: '2026-12-15',
    endsLastOn: '2026-12-31',
  })
  expect(await until()).toEqual([[null], null])
  await end({ kind: 'project' }, '2026-12-20')
  expect(await ending()).toEqual([
    [first, '2026-12-15'],
    [second, '2026-12-20'],
    [third, '2026-12-20'],
  ])
  expect(await until()).toEqual([['2026-12-20'], '2026-12-20'])
})

describe('the places that a tariff charges one by one', () => {
  test('are named with their days, and not those that it charges by building, use or project, nor those that ended', async () => {
    const [first, second, shop, ended] = (await estate.rooms([{}, {}, { use: 'shop' }, {}])) as [
      string,
      string,
      string,
      string,
    ]
    await assign({ kind: 'places', ids: [second, first] as never })
    await assign({ kind: 'places', ids: [ended] as never }, '2026-01-01', '2026-10-31')
    await assign({ kind: 'room_use', values: ['shop'] })
    expect((await singlePlaceList.page(ctx, { tariffId })).items).toEqual([
      {
        id: first,
        place: { kind: 'room', id: first, name: '1栋-1' },
        fromOn: '2026-01-01',
        toOn: null,
      },
      { id: second, place: { kind: 'room', id: second, name: '1栋-2' }, fromOn: '2026-01-01', toOn: null },
    ])
    // A place that is taken out of the scope and named afterwards is charged by itself.
    await endAssignment(ctx, {
      requestId: freshRequestId(),
      tariffId,
      scope: { kind: 'room_use', values: ['shop'] },
      toOn: '2026-11-30' as CivilDate,
    })
    await assign({ kind: 'places', ids: [shop] as never }, '2026-12-01')
    expect(await named()).toEqual(['1栋-1', '1栋-2'])
    const december = as(ctx, ctx.actor, Date.UTC(2026, 11, 10, 2))
    expect(await named(december)).toEqual(['1栋-1', '1栋-2', '1栋-3'])
    await assign({ kind: 'project' }, '2027-01-01')
    expect(await named()).toEqual([])
  })

  test('are not those that a scope goes on charging until an end to come', async () => {
    await estate.rooms([{}, { use: 'shop' }])
    await assign({ kind: 'project' })
    const asked = { requestId: freshRequestId(), tariffId }
    const homes: Scope = { kind: 'room_use', values: ['residence'] }
    await endAssignment(ctx, { ...asked, scope: homes, toOn: '2026-12-31' as CivilDate })
    expect(await named()).toEqual([])
    const december = as(ctx, ctx.actor, Date.UTC(2026, 11, 31, 2))
    expect(await named(december)).toEqual([])
  })

  test('are paged in their own order, spaces as well as rooms, and seen by who may see the tariff alone', async () => {
    const spaces = await estate.spaces(5)
    tariffId = (await estate.tariff({ feeItem: 'parking', basis: 'parking_space' })) as typeof tariffId
    await assign({ kind: 'places', ids: spaces.toReversed() as never })
    const names: string[] = []
    for (let after: string | undefined, more = true; more;) {
      const page = await singlePlaceList.page(ctx, { tariffId, limit: 2, ...(after && { after }) })
      names.push(...page.items.map(({ place }) => place.name))
      after = page.next ?? undefined
      more = page.next !== null
    }
    expect(names).toEqual(['C1', 'C2', 'C3', 'C4', 'C5'])
    await expect(named(as(ctx, staff('accountant', ['proj_other'])))).rejects.toMatchObject({
      code: 'billing.tariff_not_found',
    })
  })
})
