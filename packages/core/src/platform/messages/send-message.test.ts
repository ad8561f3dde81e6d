import { describe, expect, test } from 'vitest'
import { auditList } from '../audit/index.ts'
import type { Ctx } from '../../context.ts'
import { drainOutbox, type OutboxEvent, type Ports } from '../outbox/index.ts'
import { anyhow, as, freshRequestId, staff, testCtx } from '../../testing.ts'
import { stoppedWorkList } from '../stopped-work/index.ts'
import {
  accountHeld,
  accountRefused,
  channelSilent,
  channelUnavailable,
  enqueueMessage,
  listFailures,
  messageList,
  numberRefused,
  recordReports,
  resendFailed,
  resendMessage,
  sendMessage,
  type MessageChannel,
  type OutgoingMessage,
} from './index.ts'

const job = { kind: 'job', id: 'outbox' } as const
const handlers = { 'message.send': sendMessage }

/** A phone network in memory that goes wrong as told: a port's other side, speaking the port's contract. */
class Network implements MessageChannel {
  readonly name = 'sms'
  readonly arrived: OutgoingMessage[] = []
  faults: (() => Error)[] = []
  /** The next send arrives although its answer is lost. */
  losesAnswer = false

  async send(message: OutgoingMessage) {
    const fault = this.faults.shift()
    if (fault !== undefined) {
      if (this.losesAnswer) this.arrived.push(message)
      throw fault()
    }
    this.arrived.push(message)
    return { providerMessageId: `biz-${this.arrived.length}`, state: 'accepted' as const }
  }

  async queryDelivery({ outId }: { outId: string }) {
    const found = this.arrived.find((message) => message.outId === outId)
    if (found === undefined) return null
    return { providerMessageId: 'biz-found', outId, state: 'delivered' as const, reason: null, reportedAt: 1 }
  }
}

function ports(network: Network): Ports {
  return { channel: network, smsTemplates: { otp: 'SMS_1' } } as unknown as Ports
}

async function withMessage(projectId?: string): Promise<Ctx> {
  const ctx = await testCtx()
  await ctx.write(
    'test.enqueue',
    { requestId: freshRequestId() },
    async (write) => {
      const params = {
        rooms: '3栋-2单元-1501',
        count: '2',
        amount: '¥529.54',
        dueOn: '2026-11-30',
        link: 'https://a.b/p',
        note: '',
      }
      await enqueueMessage(ctx, write, {
        purpose: 'payment_reminder_before',
        subjectId: 'bill_1',
        phone: '13812345678',
        params,
        ...(projectId === undefined ? {} : { projectId }),
      })
    },
    anyhow,
  )
  return as(ctx, job)
}

async function drainToTheEnd(ctx: Ctx, network: Network): Promise<void> {
  for (let at: number | null = ctx.now; at !== null;)
    at = await drainOutbox(as(ctx, job, at), handlers, ports(network))
}

describe('sendMessage', () => {
  test('a message is sent once, with its text filled in and the phone unsealed', async () => {
    const ctx = await withMessage()
    const network = new Network()
    await drainToTheEnd(ctx, network)
    await drainToTheEnd(ctx, network)
    expect(network.arrived.map(({ to, text }) => [to, text])).toEqual([
      [
        '13812345678',
        '【测试物业】您好，3栋-2单元-1501有2笔费用共¥529.54将于2026-11-30到期，方便时可在手机上缴纳：https://a.b/p',
      ],
    ])
  })

  test('a provider that is away for a while does not lose the message', async () => {
    const ctx = await withMessage()
    const network = new Network()
    network.faults = [() => channelUnavailable(), () => channelUnavailable()]
    await drainToTheEnd(ctx, network)
    expect(network.arrived).toHaveLength(1)
  })

  test('a message whose answer got lost is not sent twice', async () => {
    const ctx = await withMessage()
    const network = new Network()
    network.losesAnswer = true
    network.faults = [() => channelSilent()]
    await drainToTheEnd(ctx, network)
    expect(network.arrived).toHaveLength(1)
    const { items } = await messageList.page(as(ctx, staff('front_desk')), {})
    expect(items).toMatchObject([{ state: 'delivered' }])
  })

  test('a number that is refused is not tried again; staff see why and can resend after mending it', async () => {
    const ctx = await withMessage()
    const network = new Network()
    network.faults = [() => numberRefused({ reason: 'isv.MOBILE_NUMBER_ILLEGAL' })]
    await drainToTheEnd(ctx, network)
    const desk = as(ctx, staff('front_desk'))
    const [dead] = (await messageList.page(desk, { state: 'dead' })).items
    expect(dead).toMatchObject({ failure: 'messages.number_refused', phoneMasked: '*******5678' })
    await resendMessage(desk, { requestId: freshRequestId(), messageId: dead?.id ?? '' })
    await drainToTheEnd(ctx, network)
    expect(network.arrived).toHaveLength(1)
  })

  test('a channel that stays away is given up after the last try, as a dead message', async () => {
    const ctx = await withMessage()
    const network = new Network()
    network.faults = Array.from({ length: 30 }, () => () => channelUnavailable())
    await drainToTheEnd(ctx, network)
    const { items } = await messageList.page(as(ctx, staff('auditor')), {})
    expect(items).toMatchObject([{ state: 'dead', failure: 'messages.channel_unavailable' }])
  })

  test('an account without money is waited for: topped up hours later, everything goes out by itself', async () => {
    const ctx = await withMessage()
    const network = new Network()
    const held = () => accountHeld({ reason: 'isv.AMOUNT_NOT_ENOUGH', retryAfterSeconds: 1800 })
    network.faults = Array.from({ length: 12 }, () => held)
    let last = ctx.now
    for (let at: number | null = ctx.now; at !== null;) {
      last = at
      at = await drainOutbox(as(ctx, job, at), handlers, ports(network))
    }
    expect(network.arrived).toHaveLength(1)
    expect((last - ctx.now) / 3_600_000).toBeGreaterThan(6)
  })

  test('hundreds that wait for the same are one thing to see to', async () => {
    const ctx = await withMessage()
    const params = { project: '翠湖花园', link: 'https://a.b/p' }
    await as(ctx, job).writeAnew('test.enqueue', async (write) => {
      for (let i = 0; i < 5; i++)
        await enqueueMessage(ctx, write, {
          purpose: 'survey_open',
          subjectId: 's',
          phone: '13812345678',
          params,
        })
    })
    const network = new Network()
    network.faults = Array.from({ length: 60 }, () => () => accountHeld({ retryAfterSeconds: 60 }))
    for (let i = 0; i < 4; i++)
      await drainOutbox(as(ctx, job, ctx.now + i * 120_000), handlers, ports(network))
    const admin = as(ctx, staff('company_admin'), ctx.now + 480_000)
    expect((await stoppedWorkList.page(admin, {})).items).toMatchObject([
      { kind: 'message.send', failure: 'messages.account_held', state: 'retrying' },
    ])
  })

  test('late in the evening one that waited for hours wakes nobody and goes out in the morning', async () => {
    const ctx = await withMessage()
    const network = new Network()
    const night = Date.UTC(2026, 10, 22, 15)
    const late = as(ctx, job, Math.max(night, ctx.now + 3_600_000))
    await ctx.db.client.execute(`UPDATE messages SET created_at = ${night - 7_200_000}`)
    const again = await drainOutbox(as(late, job, night), handlers, ports(network))
    expect(network.arrived).toEqual([])
    expect(again).toBe(Date.UTC(2026, 10, 23))
    await drainOutbox(as(late, job, again ?? 0), handlers, ports(network))
    expect(network.arrived).toHaveLength(1)
  })

  const minute = 60_000
  /** A code that is good for two hours, as where no other is sent for as long. */
  async function withCode(): Promise<Ctx> {
    const ctx = await testCtx()
    await as(ctx, job).writeAnew('test.enqueue', (write) =>
      enqueueMessage(
        ctx,
        write,
        {
          purpose: 'otp',
          subjectId: 'ownr_1',
          phone: '13812345678',
          params: { code: '123456', minutes: '120' },
          goodUntil: ctx.now + 120 * minute,
        },
        { type: 'test.unsent', about: 'ownr_1' },
      ),
    )
    return as(ctx, job)
  }

  test('a code to sign in with is worth sending as long as it is good, and says for how long yet', async () => {
    const ctx = await withCode()
    const network = new Network()
    await drainOutbox(as(ctx, job, ctx.now + 100 * minute), handlers, ports(network))
    expect(network.arrived.map(({ text }) => text)).toEqual([
      '【测试物业】验证码 123456，20 分钟内有效。请勿告诉他人。',
    ])
  })

  test('who waits for a code at night gets it', async () => {
    const ctx = await withCode()
    const network = new Network()
    const night = Date.UTC(2026, 10, 22, 15)
    await ctx.db.client.execute(
      `UPDATE messages SET created_at = ${night - 40 * minute}, good_until = ${night + 80 * minute}`,
    )
    await drainOutbox(as(ctx, job, night), handlers, ports(network))
    expect(network.arrived).toHaveLength(1)
  })

  test('what is given up without having been sent is told once to whom it names', async () => {
    const refused = await withCode()
    const network = new Network()
    network.faults = [() => numberRefused()]
    const told: unknown[] = []
    const listening = {
      ...handlers,
      'test.unsent': async (_: Ctx, { payload }: OutboxEvent) => void told.push(payload),
    }
    await drainOutbox(refused, listening, ports(network))
    await drainOutbox(refused, listening, ports(network))
    expect(told).toEqual([{ about: 'ownr_1' }])
    const sent = await withCode()
    await drainOutbox(sent, listening, ports(network))
    expect(told).toHaveLength(1)
  })

  test('a code to sign in with is not sent when it is not good any more', async () => {
    const ctx = await withCode()
    const network = new Network()
    await drainOutbox(as(ctx, job, ctx.now + 120 * minute), handlers, ports(network))
    expect(network.arrived).toEqual([])
    const { rows } = await ctx.db.client.execute('SELECT state, failure FROM messages')
    expect(rows).toEqual([{ state: 'dead', failure: 'messages.too_late' }])
  })

  test('a report that comes before the answer, or in place of one that was lost, counts', async () => {
    const report = { state: 'delivered', reason: 'DELIVERED', reportedAt: 1 } as const
    const stateOf = async (ctx: Ctx) => {
      const [row] = (await ctx.db.client.execute('SELECT id, state FROM messages')).rows
      return { id: String(row?.id), state: String(row?.state) }
    }
    const waiting = await withMessage()
    const { id } = await stateOf(waiting)
    await recordReports(waiting, [{ ...report, messageId: id, providerMessageId: 'biz-1' }])
    expect(await stateOf(waiting)).toMatchObject({ state: 'delivered' })
    const network = new Network()
    await drainToTheEnd(waiting, network)
    expect(network.arrived).toEqual([])

    const failing = await withMessage()
    const other = await stateOf(failing)
    const failed = { ...report, state: 'failed', messageId: other.id, providerMessageId: 'biz-1' } as const
    await recordReports(failing, [failed])
    expect(await stateOf(failing)).toMatchObject({ state: 'waiting' })
    await drainToTheEnd(failing, network)
    expect(await stateOf(failing)).toMatchObject({ state: 'failed' })
    const kept = await failing.db.client.execute('SELECT state FROM message_reports ORDER BY seq')
    expect(kept.rows.map(({ state }) => state)).toEqual(['failed', 'accepted'])
  })

  /** Messages given up for a reason each, by project. */
  async function givenUp(list: readonly { projectId: string; failure: () => Error; purpose?: string }[]) {
    const ctx = as(await testCtx(), job)
    const network = new Network()
    for (const { projectId, failure, purpose = 'survey_open' } of list) {
      await as(ctx, job).writeAnew('test.enqueue', (write) =>
        enqueueMessage(ctx, write, {
          purpose,
          subjectId: 's',
          projectId,
          phone: '13812345678',
          params: { project: '翠湖花园', link: 'https://a.b/p', code: '123456', minutes: '5' },
        }),
      )
      network.faults = [failure]
      await drainOutbox(ctx, handlers, ports(network))
    }
    return { ctx, network }
  }
  const account = () => accountRefused({ reason: 'isv.OUT_OF_SERVICE' })

  test('what was given up for one reason is sent again at one press: of one’s projects, with no code among it', async () => {
    const { ctx, network } = await givenUp([
      { projectId: 'proj_a', failure: account },
      { projectId: 'proj_a', failure: account },
      { projectId: 'proj_b', failure: account },
      { projectId: 'proj_a', failure: () => numberRefused() },
      { projectId: 'proj_a', failure: account, purpose: 'otp' },
    ])
    const desk = as(ctx, staff('front_desk', ['proj_a']))
    expect(await listFailures(desk, {})).toEqual([
      { failure: 'messages.account_refused', messages: 2 },
      { failure: 'messages.number_refused', messages: 1 },
    ])
    const press = { requestId: freshRequestId(), failure: 'messages.account_refused' }
    const sent = { messages: 2, more: false }
    expect(await resendFailed(desk, press)).toEqual(sent)
    expect(await resendFailed(desk, press)).toEqual(sent)
    await drainToTheEnd(ctx, network)
    expect(network.arrived).toHaveLength(2)
    const { rows } = await ctx.db.client.execute(
      'SELECT project_id, purpose, state, failure FROM messages ORDER BY project_id, purpose, state',
    )
    expect(rows.map(({ project_id: project, purpose, state }) => `${project} ${purpose} ${state}`)).toEqual([
      'proj_a otp dead',
      'proj_a survey_open dead',
      'proj_a survey_open sent',
      'proj_a survey_open sent',
      'proj_b survey_open dead',
    ])
    const log = await auditList.page(as(ctx, staff('company_admin')), { action: 'messages.resent_failed' })
    expect(log.items).toMatchObject([
      { projectId: 'proj_a', detail: { failure: 'messages.account_refused', messages: 2 } },
    ])
    await expect(resendFailed(desk, { ...press, requestId: freshRequestId() })).rejects.toMatchObject({
      code: 'messages.not_dead',
    })
    const auditor = resendFailed(as(ctx, staff('auditor')), { ...press, requestId: freshRequestId() })
    await expect(auditor).rejects.toMatchObject({ code: 'access.not_allowed' })
  })

  test('one press sends five hundred, and two that are pressed at once send each message once', async () => {
    const { ctx, network } = await givenUp([{ projectId: 'proj_a', failure: account }])
    await ctx.db.client
      .execute(`INSERT INTO messages (id, purpose, subject_id, project_id, phone_sealed, phone_last4, params_sealed, locale, state, failure, created_at)
      SELECT 'msg_' || value, m.purpose, m.subject_id, m.project_id, m.phone_sealed, m.phone_last4, m.params_sealed, m.locale, m.state, m.failure, m.created_at
      FROM messages m, generate_series(1, 500)`)
    const desk = as(ctx, staff('front_desk'))
    const press = () =>
      resendFailed(desk, { requestId: freshRequestId(), failure: 'messages.account_refused' })
    const before = ctx.db.trips.count
    expect(await press()).toEqual({ messages: 500, more: true })
    expect(ctx.db.trips.count - before).toBe(2)
    const both = await Promise.allSettled([press(), press()])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    await drainToTheEnd(ctx, network)
    expect(network.arrived).toHaveLength(501)
  })

  test('at night they wait for the morning, hours old as they are', async () => {
    const { ctx, network } = await givenUp([{ projectId: 'proj_a', failure: account }])
    const night = Date.UTC(2026, 10, 22, 15)
    const desk = as(ctx, staff('front_desk'), night)
    await resendFailed(desk, { requestId: freshRequestId(), failure: 'messages.account_refused' })
    expect(await drainOutbox(as(ctx, job, night), handlers, ports(network))).toBe(Date.UTC(2026, 10, 23))
    expect(network.arrived).toEqual([])
  })

  test('a code to sign in with is not sent again by whoever knows its message', async () => {
    const { ctx } = await givenUp([{ projectId: 'proj_a', failure: account, purpose: 'otp' }])
    const [row] = (await ctx.db.client.execute('SELECT id FROM messages')).rows
    const again = { requestId: freshRequestId(), messageId: String(row?.id) }
    await expect(resendMessage(as(ctx, staff('front_desk')), again)).rejects.toMatchObject({
      code: 'messages.not_found',
    })
  })

  test('a message that was sent cannot be resent', async () => {
    const ctx = await withMessage()
    await drainToTheEnd(ctx, new Network())
    const desk = as(ctx, staff('front_desk'))
    const [sent] = (await messageList.page(desk, {})).items
    const again = resendMessage(desk, { requestId: freshRequestId(), messageId: sent?.id ?? '' })
    await expect(again).rejects.toMatchObject({ code: 'messages.not_dead' })
  })

  test('who works in another project neither sees nor resends it', async () => {
    const ctx = await withMessage('proj_a')
    const network = new Network()
    network.faults = [() => numberRefused()]
    await drainToTheEnd(ctx, network)
    const [dead] = (await messageList.page(as(ctx, staff('front_desk', ['proj_a'])), {})).items
    const stranger = as(ctx, staff('front_desk', ['proj_b']))
    expect((await messageList.page(stranger, {})).items).toEqual([])
    const resend = resendMessage(stranger, { requestId: freshRequestId(), messageId: dead?.id ?? '' })
    await expect(resend).rejects.toMatchObject({ code: 'messages.not_found' })
  })

  test('nothing of a person lies open in the database', async () => {
    const ctx = await withMessage()
    const { rows } = await ctx.db.client.execute('SELECT * FROM messages')
    expect(JSON.stringify(rows)).not.toMatch(/13812345678|1501|529/)
  })
})
