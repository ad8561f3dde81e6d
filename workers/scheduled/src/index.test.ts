import { deploymentOf } from '@heju/core/deployment'
import type { JobMessage } from '@heju/core/jobs'
import { testDeploymentEnv, testNow } from '@heju/core/testing'
import { companies, schedules } from '@heju/db/platform-tables'
import { describe, expect, test } from 'vitest'
import { latestTag } from '../../../migrations/tenant/latest.ts'
import worker from './index.ts'

async function installation() {
  const sent: JobMessage[] = []
  const sendBatch = async (messages: { body: JobMessage }[]) =>
    void sent.push(...messages.map(({ body }) => body))
  const env = { ...(await testDeploymentEnv()), JOBS: { sendBatch } as unknown as Queue<JobMessage> }
  const { orm } = await deploymentOf(env).platform()
  const company = async (id: string, schemaSentTag: string) => {
    const at = { createdAt: testNow, changedAt: testNow }
    const row = {
      id,
      slug: id,
      name: '翠湖物业',
      state: 'active',
      databaseKind: 'sqld',
      schemaSentTag,
    } as const
    await orm.insert(companies).values({ ...row, ...at })
  }
  const tick = async (now = testNow) => {
    sent.length = 0
    const controller = { scheduledTime: now, cron: '* * * * *', noRetry() {} }
    await worker.scheduled(controller as ScheduledController, env)
    return [...sent]
  }
  return { orm, company, tick }
}

describe('a tick', () => {
  test('sends what is due and lets what is not', async () => {
    const { orm, company, tick } = await installation()
    await company('comp_a', latestTag)
    await orm.insert(schedules).values([
      { companyId: 'comp_a', job: 'reminders', dueAt: testNow },
      { companyId: 'comp_a', job: 'surveys', dueAt: testNow + 1 },
    ])
    expect(await tick()).toEqual([
      { type: 'scheduled', companyId: 'comp_a', job: 'reminders', dueAt: testNow },
    ])
    expect(await tick()).toEqual([])
  })

  test('after a deployment sends every company to be brought up to date, once', async () => {
    const { company, tick } = await installation()
    await company('comp_a', '0000_ledger')
    await company('comp_b', latestTag)
    expect(await tick()).toEqual([{ type: 'migrate', companyId: 'comp_a' }])
    expect(await tick(testNow + 60_000)).toEqual([])
  })
})
