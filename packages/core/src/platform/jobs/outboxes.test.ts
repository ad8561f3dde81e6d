import { companies } from '@heju/db/platform-tables'
import { freshPlatformDb, plansOf, slowSteps } from '@heju/db/testing'
import { describe, expect, test } from 'vitest'
import { testNow as now } from '../../testing.ts'
import { claimOutboxes, nextLook } from './outboxes.ts'

const minute = 60_000
const day = 24 * 60 * minute

async function platformWith(count: number) {
  const platform = await freshPlatformDb()
  const at = { createdAt: now, changedAt: now }
  const row = (i: number) => ({ id: `comp_${i}`, slug: `slug-${i}`, name: `公司 ${i}`, ...at })
  await platform.orm.insert(companies).values(
    Array.from({ length: count }, (_, i) => ({
      ...row(i),
      state: 'active' as const,
      databaseKind: 'sqld' as const,
    })),
  )
  return platform
}

describe('looking at outboxes', () => {
  test('one in which something waits is looked at when that is due, one in which nothing waits once a day', async () => {
    const platform = await platformWith(2)
    await nextLook(platform, 'comp_0', now + 5 * minute, now)
    await nextLook(platform, 'comp_1', null, now)
    expect(await claimOutboxes(platform, now + 4 * minute)).toEqual([])
    expect(await claimOutboxes(platform, now + 5 * minute)).toEqual(['comp_0'])
    await nextLook(platform, 'comp_0', null, now + 5 * minute)
    expect(await claimOutboxes(platform, now + day)).toEqual(['comp_1'])
    expect(await claimOutboxes(platform, now + day + 5 * minute)).toEqual(['comp_0'])
  })

  test('of two looks at once the earlier wish counts, whichever is written last', async () => {
    for (const wishes of [
      [null, now + minute],
      [now + minute, null],
    ]) {
      const platform = await platformWith(1)
      await nextLook(platform, 'comp_0', now, now)
      await claimOutboxes(platform, now)
      for (const wish of wishes) await nextLook(platform, 'comp_0', wish, now)
      expect(await claimOutboxes(platform, now + minute)).toEqual(['comp_0'])
    }
  })

  test('a look that nobody reports done is wanted again after a quarter of an hour', async () => {
    const platform = await platformWith(1)
    await nextLook(platform, 'comp_0', now, now)
    expect(await claimOutboxes(platform, now)).toEqual(['comp_0'])
    expect(await claimOutboxes(platform, now + 14 * minute)).toEqual([])
    expect(await claimOutboxes(platform, now + 16 * minute)).toEqual(['comp_0'])
  })

  test('what is due is found by its index', async () => {
    const platform = await platformWith(1)
    const plan = await plansOf(platform, () => claimOutboxes(platform, now))
    expect(plan.join()).toMatch(/USING INDEX outboxes_due/)
    expect(slowSteps(plan, { sorted: true })).toEqual([])
  })
})
