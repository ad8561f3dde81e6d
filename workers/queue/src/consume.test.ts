import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { mostTries } from '@heju/core'
import { deploymentOf } from '@heju/core/platform/deployment'
import {
  claimDueJobs,
  claimOutboxes,
  scheduledJobs,
  type DueJob,
  type JobMessage,
} from '@heju/core/platform/jobs'
import { stoppedWorkList } from '@heju/core/platform/stopped-work'
import { provisionCompany, signUp, signupProgress } from '@heju/core/platform/tenancy'
import {
  anyhow,
  asPlatform,
  freshRequestId,
  testCompany,
  testCtx,
  testDeploymentEnv,
  testNow,
  testPlatformCtx,
} from '@heju/core/testing'
import { noTrips, type CompanyRow } from '@heju/db'
import { companies } from '@heju/db/platform-tables'
import { migrationFiles } from '@heju/db/migration-files'
import { databaseServerRefused, SqldProvisioner, type DatabasePlace } from '@heju/db/provisioning'
import { freshDeployment, freshNamespace } from '@heju/db/testing'
import { defineError, errorKinds, type ErrorKind } from '@heju/kernel'
import { describe, expect, inject, test, vi } from 'vitest'
import { latestTag } from '../../../migrations/tenant/latest.ts'
import { carryOutOutbox, runScheduled } from './company-work.ts'
import { consume, keepDead } from './consume.ts'
import { decisionOn, delaySeconds, type Decision } from './decisions.ts'
import type { Env } from './env.ts'
import type { Handlers } from './work.ts'

/** A queue's end as Cloudflare gives it: notes what the consumer decided. */
function delivered(body: JobMessage, attempts = 1) {
  const settled: string[] = []
  const message = {
    id: `message-${attempts}`,
    timestamp: new Date(testNow),
    body,
    attempts,
    ack: () => void settled.push('ack'),
    retry: (options?: QueueRetryOptions) => void settled.push(`retry after ${options?.delaySeconds} s`),
  }
  return { message, settled }
}

async function testEnv(): Promise<{ env: Env; dead: JobMessage[] }> {
  const dead: JobMessage[] = []
  const buries = { send: async (body: JobMessage) => void dead.push(body) } as unknown as Queue<JobMessage>
  return { env: { ...(await testDeploymentEnv()), DEAD: buries } as Env, dead }
}

const failing = (kind: ErrorKind, params = {}): Partial<Handlers> => ({
  measure: () => Promise.reject(defineError(`test.${kind}`, kind)(params)),
})
const measure: JobMessage = { type: 'measure', companyId: 'comp_1' }

describe('a message', () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)

  test('that was handled is acknowledged', async () => {
    const { env } = await testEnv()
    const { message, settled } = delivered(measure)
    const seen: JobMessage[] = []
    await consume({ messages: [message] }, env, { measure: async (body) => void seen.push(body) }, testNow)
    expect(settled).toEqual(['ack'])
    expect(seen).toEqual([measure])
  })

  test.each([
    ['invalid', 'dead'],
    ['unauthenticated', 'dead'],
    ['forbidden', 'dead'],
    ['not_found', 'dead'],
    ['conflict', 'retry'],
    ['precondition', 'dead'],
    ['too_large', 'dead'],
    ['unsupported', 'dead'],
    ['rate_limited', 'retry'],
    ['suspended', 'dead'],
    ['upgrading', 'retry'],
    ['unavailable', 'retry'],
    ['provider', 'dead'],
    ['internal', 'retry'],
  ] satisfies [ErrorKind, Decision][])('that failed as %s is settled as %s', async (kind, decision) => {
    const { env, dead } = await testEnv()
    const { message, settled } = delivered(measure)
    await consume({ messages: [message] }, env, failing(kind), testNow)
    expect({ settled, dead }).toEqual(
      decision === 'retry'
        ? { settled: ['retry after 2 s'], dead: [] }
        : { settled: ['ack'], dead: [measure] },
    )
  })

  test('of a kind that this code does not know waits for the newer code', async () => {
    const { env } = await testEnv()
    const { message, settled } = delivered({ type: 'of_tomorrow', companyId: 'comp_1' } as never)
    await consume({ messages: [message] }, env, {}, testNow)
    expect(settled).toEqual(['retry after 2 s'])
  })

  test('that cannot be put among the dead letters now is kept', async () => {
    const { env } = await testEnv()
    const { message, settled } = delivered(measure)
    const broken = { send: () => Promise.reject(new Error('queue down')) } as unknown as Queue<JobMessage>
    await consume({ messages: [message] }, { ...env, DEAD: broken }, failing('invalid'), testNow)
    expect(settled).toEqual(['retry after undefined s'])
  })

  test('that fails leaves the others of its batch alone', async () => {
    const { env } = await testEnv()
    const [bad, good] = [delivered(measure), delivered({ type: 'migrate', companyId: 'comp_1' })]
    const handlers = { ...failing('unavailable'), migrate: async () => undefined }
    await consume({ messages: [bad.message, good.message] }, env, handlers, testNow)
    expect([bad.settled, good.settled]).toEqual([['retry after 2 s'], ['ack']])
  })

  test('is tried for hours while something does not answer, and within a minute where the fault is ours', () => {
    const hoursOf = (kind: ErrorKind) => {
      const error = defineError(`test.${kind}`, kind)()
      let [attempt, seconds] = [1, 0]
      for (; decisionOn(error, attempt) === 'retry'; attempt++) seconds += delaySeconds(error, attempt)
      return seconds / 3600
    }
    for (const kind of ['unavailable', 'upgrading', 'rate_limited'] as const)
      expect(hoursOf(kind)).toSatisfy((hours: number) => hours > 4 && hours < 8)
    expect(hoursOf('internal') * 60).toBeLessThan(1)
    const toml = readFileSync(join(import.meta.dirname, '../wrangler.toml'), 'utf8')
    expect(Number(/max_retries = (\d+)/.exec(toml)?.[1])).toBeGreaterThan(mostTries)
  })

  test('has a Worker to itself, and all of them together leave the database server room for people', () => {
    const toml = readFileSync(join(import.meta.dirname, '../wrangler.toml'), 'utf8')
    const [jobs = ''] = toml.split('[[queues.consumers]]').slice(1)
    expect(jobs).toContain('queue = "heju-jobs"')
    expect(Number(/max_batch_size = (\d+)/.exec(jobs)?.[1])).toBe(1)
    expect(Number(/max_concurrency = (\d+)/.exec(jobs)?.[1])).toBeLessThan(64)
  })

  test('over which every Worker was stopped is not begun again', async () => {
    const { env, dead } = await testEnv()
    const { message, settled } = delivered(measure, mostTries + 1)
    const begun: JobMessage[] = []
    await consume({ messages: [message] }, env, { measure: async (body) => void begun.push(body) }, testNow)
    expect({ begun, settled, dead }).toEqual({ begun: [], settled: ['ack'], dead: [measure] })
  })

  test('waits twice as long after each try, at most a quarter of an hour, or as long as it is told', () => {
    const error = defineError('test.unavailable', 'unavailable')
    expect([1, 2, 3, 9, 20].map((attempt) => delaySeconds(error(), attempt))).toEqual([2, 4, 8, 512, 900])
    expect(delaySeconds(error({ retryAfterSeconds: 70 }), 1)).toBe(70)
    expect(errorKinds.map((kind) => decisionOn(defineError(`test.${kind}`, kind)(), 1))).not.toContain(
      undefined,
    )
  })
})

describe('the outbox of a company', () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const hour = 60 * 60_000

  async function withEvent(notBefore: number) {
    const sent: JobMessage[] = []
    const jobs = { send: async (body: JobMessage) => void sent.push(body) } as unknown as Queue<JobMessage>
    const env = { ...(await testEnv()).env, JOBS: jobs }
    const { ctx, platform } = await companyOf(env, 'comp_1')
    const requestId = freshRequestId()
    await ctx.write(
      'test.publish',
      { requestId },
      (write) => {
        write.publish({ type: 'calendar.corrected', onDay: '2026-11-01' }, notBefore)
        write.audit('test.published', 'test')
      },
      anyhow,
    )
    const { message, settled } = delivered({ type: 'outbox', companyId: 'comp_1' })
    return { env, ctx, platform, sent, message, settled }
  }

  test('is looked at again when its next event is due, by a row that no queue can lose', async () => {
    const { env, platform, sent, message } = await withEvent(testNow + 5 * hour)
    await consume({ messages: [message] }, env, { outbox: carryOutOutbox }, testNow)
    expect(sent).toEqual([])
    expect(await claimOutboxes(platform, testNow + 5 * hour - 1)).toEqual([])
    expect(await claimOutboxes(platform, testNow + 5 * hour)).toEqual(['comp_1'])
  })

  test('is looked at again after its message was given up', async () => {
    const { env, platform, message } = await withEvent(0)
    await keepDead({ messages: [message] }, env, testNow)
    expect(await claimOutboxes(platform, testNow + hour)).toEqual(['comp_1'])
  })

  test('goes on while its log cannot be sealed, and the sealing is made up for', async () => {
    const { env, ctx, platform, message, settled } = await withEvent(testNow + hour)
    await ctx.db.client.execute('ALTER TABLE audit_seals RENAME TO audit_seals_gone')
    await consume({ messages: [message] }, env, { outbox: carryOutOutbox }, testNow)
    expect(settled).toEqual(['ack'])
    expect(await claimOutboxes(platform, testNow + hour)).toEqual(['comp_1'])
    await ctx.db.client.execute('ALTER TABLE audit_seals_gone RENAME TO audit_seals')
    const [due] = await claimDueJobs(platform, testNow + hour)
    expect(due).toMatchObject({ job: 'audit_seal' })
    const again = delivered({ type: 'scheduled', ...(due as DueJob) })
    await consume({ messages: [again.message] }, env, { scheduled: runScheduled }, testNow + hour)
    expect(again.settled).toEqual(['ack'])
    expect((await ctx.db.client.execute('SELECT entries FROM audit_seals')).rows).toEqual([{ entries: 1 }])
  })
})

/** A provider that refuses the first database it is asked for. */
class RefusingOnce extends SqldProvisioner {
  #refused = false
  override async create(name: string): Promise<DatabasePlace> {
    if (this.#refused) return super.create(name)
    this.#refused = true
    throw databaseServerRefused({ status: 503 })
  }
}

/** A company with its database, and a message about a job of its schedule as the queue brings it. */
async function companyOf(env: Env, companyId: string) {
  const deployment = deploymentOf(env)
  const platform = await deployment.platform()
  await platform.orm.insert(companies).values({
    id: companyId,
    slug: companyId.replace('_', '-'),
    name: '测试物业',
    state: 'active',
    databaseKind: 'sqld',
    databaseUrl: inject('databaseServer').url,
    databaseNamespace: await freshNamespace('tenant'),
    schemaTag: latestTag,
    createdAt: testNow,
    changedAt: testNow,
  })
  const row = (await deployment.company(companyId, testNow, noTrips())) as CompanyRow
  const ctx = await testCtx({ db: await deployment.tenant(row), company: { ...testCompany, id: companyId } })
  return { platform, ctx }
}

describe('a job of the schedule that cannot be done', () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)

  test.each(Object.keys(scheduledJobs))(
    '%s is shown to its company by the third try, and no more once it ran',
    async (job) => {
      const { env } = await testEnv()
      const { ctx } = await companyOf(env, 'comp_1')
      const { client } = ctx.db
      // What every job reads or writes fails, as after a damage that no repetition heals.
      const tables = ['reminder_policies', 'complaints', 'files', 'survey_rounds', 'audit_seals']
      for (const table of tables) await client.execute(`ALTER TABLE ${table} RENAME TO ${table}_gone`)
      const bring = async (attempts: number) => {
        const { message } = delivered(
          { type: 'scheduled', companyId: 'comp_1', job, dueAt: testNow },
          attempts,
        )
        await consume({ messages: [message] }, env, { scheduled: runScheduled }, testNow)
      }
      for (const attempts of [1, 2, 3]) await bring(attempts)
      for (const table of tables) await client.execute(`ALTER TABLE ${table}_gone RENAME TO ${table}`)
      expect((await stoppedWorkList.page(ctx, {})).items).toMatchObject([
        { kind: `job.${job}`, state: 'stopped' },
      ])
      await bring(4)
      expect((await stoppedWorkList.page(ctx, {})).items).toEqual([])
    },
  )
})

describe('setting a company up through the queue', () => {
  test('a provider that refuses once delays it and is shown; the next delivery ends right', async () => {
    const { env } = await testEnv()
    const deployment = await freshDeployment(new RefusingOnce(inject('databaseServer')))
    const visitor = await testPlatformCtx({ deployment })
    const job = asPlatform(visitor, { kind: 'job', id: 'provision' })
    const input = { companyName: '翠湖物业', slug: 'cuihu', adminName: '王敏', phone: '13812341234' }
    const wish = { ...input, requestId: freshRequestId(), password: '湖边的第一盏灯亮了' }
    const { companyId, ...asked } = await signUp(visitor, wish, '203.0.113.7')
    const handlers: Partial<Handlers> = {
      provision: (message) => provisionCompany(job, message.companyId, migrationFiles('tenant')),
    }

    const first = delivered({ type: 'provision', companyId })
    await consume({ messages: [first.message] }, env, handlers, testNow)
    expect(first.settled).toEqual(['retry after 2 s'])
    expect(await signupProgress(visitor, asked)).toMatchObject({
      state: 'working',
      failure: 'database.server_refused',
    })

    const second = delivered({ type: 'provision', companyId }, 2)
    await consume({ messages: [second.message] }, env, handlers, testNow + 2000)
    expect(second.settled).toEqual(['ack'])
    expect(await signupProgress(visitor, asked)).toMatchObject({ state: 'ready', failure: null })
  })
})
