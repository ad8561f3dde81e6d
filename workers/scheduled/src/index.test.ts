import { deploymentOf } from '@heju/core/platform/deployment'
import type { JobMessage } from '@heju/core/platform/jobs'
import { testDeploymentEnv, testNow } from '@heju/core/testing'
import type { CompanyRow } from '@heju/db'
import { auditLog, auditSeals, companies, outboxes, schedules } from '@heju/db/platform-tables'
import { describe, expect, test } from 'vitest'
import { latestTag } from '../../../migrations/tenant/latest.ts'
import worker from './index.ts'

async function installation() {
  const sent: JobMessage[] = []
  const sendBatch = async (messages: { body: JobMessage }[]) =>
    void sent.push(...messages.map(({ body }) => body))
  const env = { ...(await testDeploymentEnv()), JOBS: { sendBatch } as unknown as Queue<JobMessage> }
  const { orm } = await deploymentOf(env).platform()
  const company = async (id: string, schemaSentTag: string, state: CompanyRow['state'] = 'active') => {
    const at = { createdAt: testNow, changedAt: testNow }
    const row = {
      id,
      slug: id,
      name: '翠湖物业',
      state,
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

  test('sends for every outbox that is to be looked at, again after a quarter of an hour of silence, also of the suspended', async () => {
    const { orm, company, tick } = await installation()
    await company('comp_a', latestTag)
    await company('comp_b', latestTag, 'suspended')
    await company('comp_c', latestTag, 'closed')
    await company('comp_d', latestTag)
    await orm.insert(outboxes).values([
      { companyId: 'comp_a', dueAt: testNow - 1 },
      { companyId: 'comp_b', dueAt: testNow },
      { companyId: 'comp_c', dueAt: testNow },
      { companyId: 'comp_d', dueAt: testNow + 1 },
    ])
    const due = ['comp_a', 'comp_b'].map((companyId) => ({ type: 'outbox', companyId }))
    expect(await tick()).toEqual(due)
    expect(await tick()).toEqual([])
    const later = await tick(testNow + 16 * 60_000)
    expect(later).toHaveLength(3)
    expect(later).toEqual(expect.arrayContaining([...due, { type: 'outbox', companyId: 'comp_d' }]))
  })

  test('after a deployment sends every company to be brought up to date, once', async () => {
    const { company, tick } = await installation()
    await company('comp_a', '0000_ledger')
    await company('comp_b', latestTag)
    expect(await tick()).toEqual([{ type: 'migrate', companyId: 'comp_a' }])
    expect(await tick(testNow + 60_000)).toEqual([])
  })

  test('seals what was entered in the platform’s log since the last', async () => {
    const { orm, tick } = await installation()
    const seals = async () => (await orm.select().from(auditSeals)).map(({ lastSeq }) => lastSeq)
    const entry = { at: testNow, actorKind: 'operator', actorId: 'oper_1', action: 'tenancy.suspended' }
    const row = { ...entry, subjectId: 'comp_a', detailJson: '{}', requestId: 'request-1', sha256: 'x' }
    await orm.insert(auditLog).values(row)
    await tick()
    expect(await seals()).toEqual([1])
    await tick()
    expect(await seals()).toEqual([1])
    await orm.insert(auditLog).values(row)
    await tick()
    expect(await seals()).toEqual([1, 2])
  })
})
