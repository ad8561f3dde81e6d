import { freshPlatformDb, plansOf, slowSteps } from '@heju/db/testing'
import { companies, schedules } from '@heju/db/platform-tables'
import type { PlatformDb } from '@heju/db'
import { describe, expect, test } from 'vitest'
import { testNow as now } from '../../testing.ts'
import { claimDueJobs, finishJob, wakeJob } from './schedule.ts'

const minute = 60_000

async function platformWith(...states: ('active' | 'suspended')[]): Promise<PlatformDb> {
  const platform = await freshPlatformDb()
  const rows = states.map((state, i) => ({
    id: `comp_${i}`,
    slug: `slug-${i}`,
    name: `公司 ${i}`,
    state,
    databaseKind: 'sqld' as const,
    createdAt: now,
    changedAt: now,
  }))
  await platform.orm.insert(companies).values(rows)
  return platform
}

describe('the schedule', () => {
  test('a job is claimed once it is due, and once only', async () => {
    const platform = await platformWith('active')
    await wakeJob(platform, 'comp_0', 'reminders', now + minute)
    expect(await claimDueJobs(platform, now)).toEqual([])
    const due = { companyId: 'comp_0', job: 'reminders', dueAt: now + minute }
    expect(await claimDueJobs(platform, now + minute)).toEqual([due])
    expect(await claimDueJobs(platform, now + 2 * minute)).toEqual([])
  })

  test('a job whose consumer died is sent again after a quarter of an hour', async () => {
    const platform = await platformWith('active')
    await wakeJob(platform, 'comp_0', 'reminders', now)
    await claimDueJobs(platform, now)
    expect(await claimDueJobs(platform, now + 16 * minute)).toHaveLength(1)
  })

  test('a suspended company has nothing due', async () => {
    const platform = await platformWith('suspended')
    await wakeJob(platform, 'comp_0', 'reminders', now)
    expect(await claimDueJobs(platform, now)).toEqual([])
  })

  test('waking an earlier instant wins, a later one changes nothing', async () => {
    const platform = await platformWith('active')
    await wakeJob(platform, 'comp_0', 'reminders', now + 10 * minute)
    await wakeJob(platform, 'comp_0', 'reminders', now + 20 * minute)
    await wakeJob(platform, 'comp_0', 'reminders', now + 5 * minute)
    expect(await claimDueJobs(platform, now + 5 * minute)).toMatchObject([{ dueAt: now + 5 * minute }])
  })

  test('a wish that comes in while the job runs is not lost, whatever the job says is next', async () => {
    for (const next of [null, now + 60 * minute]) {
      const platform = await platformWith('active')
      await wakeJob(platform, 'comp_0', 'reminders', now)
      const [due] = await claimDueJobs(platform, now)
      await wakeJob(platform, 'comp_0', 'reminders', now + 3 * minute)
      await finishJob(platform, due as never, next)
      expect(await claimDueJobs(platform, now + 3 * minute)).toMatchObject([{ dueAt: now + 3 * minute }])
    }
  })

  test('a company whose job says that nothing is due leaves the schedule', async () => {
    const platform = await platformWith('active')
    await wakeJob(platform, 'comp_0', 'reminders', now)
    const [due] = await claimDueJobs(platform, now)
    await finishJob(platform, due as never, null)
    expect(await platform.orm.select().from(schedules)).toEqual([])
  })

  test('finishing the same run twice changes nothing more', async () => {
    const platform = await platformWith('active')
    await wakeJob(platform, 'comp_0', 'reminders', now)
    const [due] = await claimDueJobs(platform, now)
    await finishJob(platform, due as never, now + minute)
    await claimDueJobs(platform, now + minute)
    await finishJob(platform, due as never, now + 9 * minute)
    expect(await platform.orm.select().from(schedules)).toMatchObject([
      { dueAt: now + minute, sentAt: now + minute },
    ])
  })

  test('what is due is found by its index', async () => {
    const platform = await platformWith('active')
    const plan = await plansOf(platform, () => claimDueJobs(platform, now))
    expect(plan.join()).toMatch(/USING (COVERING )?INDEX schedules_due/)
    expect(slowSteps(plan, { sorted: true })).toEqual([])
  })

  test('more than a hundred due jobs are claimed in several rounds, none twice', async () => {
    const platform = await platformWith(...Array.from({ length: 230 }, () => 'active' as const))
    await platform.orm
      .insert(schedules)
      .values(
        Array.from({ length: 230 }, (_, i) => ({ companyId: `comp_${i}`, job: 'reminders', dueAt: now })),
      )
    const rounds = [
      await claimDueJobs(platform, now),
      await claimDueJobs(platform, now),
      await claimDueJobs(platform, now),
    ]
    expect(rounds.map((round) => round.length)).toEqual([100, 100, 30])
    expect(new Set(rounds.flat().map(({ companyId }) => companyId)).size).toBe(230)
  })
})
