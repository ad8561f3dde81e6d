import { companies } from '@heju/db/platform-tables'
import { addDays, civilDateOf, instantOf } from '@heju/kernel'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { JobMessage } from '../jobs/messages.ts'
import { asPlatform, testNow, testPlatformCtx } from '../../testing.ts'
import { companiesToBackUp, fanOutBackups } from './fan-out-backups.ts'

const night = instantOf(civilDateOf(testNow), '02:00')
const on = civilDateOf(night)

async function installation() {
  const ctx = asPlatform(await testPlatformCtx(), { kind: 'job', id: 'tick' })
  const company = async (id: string, state: 'active' | 'suspended' | 'closed' | 'provisioning') => {
    const at = { createdAt: testNow, changedAt: testNow }
    await ctx.db.orm
      .insert(companies)
      .values({ id, slug: id, name: '翠湖物业', state, databaseKind: 'sqld', ...at })
  }
  const tick = async (now: number) => {
    const sent: JobMessage[] = []
    await fanOutBackups(asPlatform(ctx, ctx.actor, now), async (messages) => void sent.push(...messages))
    return sent
  }
  return { ctx, company, tick }
}

test('at night every company in use and the platform are sent for, once; by day nobody', async () => {
  const { company, tick } = await installation()
  for (const state of ['active', 'suspended', 'closed', 'provisioning'] as const) await company(state, state)
  expect(await tick(testNow)).toEqual([])
  expect(await tick(night)).toEqual([
    { type: 'backup', companyId: 'platform', on },
    { type: 'backup', companyId: 'active', on },
    { type: 'backup', companyId: 'suspended', on },
  ])
  expect(await tick(night + 60_000)).toEqual([])
  const next = addDays(on, 1)
  expect(await tick(instantOf(next, '02:00'))).toContainEqual({
    type: 'backup',
    companyId: 'active',
    on: next,
  })
})

test('what could not be sent is sent by the next tick', async () => {
  const { ctx, company, tick } = await installation()
  await company('active', 'active')
  const broken = () => Promise.reject(new Error('queue down'))
  await expect(fanOutBackups(asPlatform(ctx, ctx.actor, night), broken)).rejects.toThrow('queue down')
  expect(await tick(night + 60_000)).toHaveLength(2)
})

test('more than a hundred companies are sent for minute by minute, each once', async () => {
  const { company, tick } = await installation()
  for (let i = 0; i < 120; i++) await company(`comp_${i}`, 'active')
  const ticks = [await tick(night), await tick(night + 60_000), await tick(night + 120_000)]
  expect(ticks.map((sent) => sent.length)).toEqual([100, 21, 0])
  expect(new Set(ticks.flat().map(({ companyId }) => companyId)).size).toBe(121)
})

test('the tick finds companies to back up by the index, not by looking at each', async () => {
  const { ctx } = await installation()
  const plan = await ctx.db.orm.all<{ detail: string }>(sql`EXPLAIN QUERY PLAN ${companiesToBackUp(on)}`)
  expect(plan.map((row) => row.detail)).toEqual([
    'SEARCH companies USING INDEX companies_to_back_up (backup_sent_on<?)',
  ])
})
