import { describe, expect, test } from 'vitest'
import type { Ctx } from '../context.ts'
import { drainOutbox, type Ports } from '../outbox/index.ts'
import { as, freshRequestId, staff, testCtx } from '../testing.ts'
import {
  channelSilent,
  channelUnavailable,
  enqueueMessage,
  listMessages,
  numberRefused,
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
  await ctx.write('test.enqueue', { requestId: freshRequestId() }, async (write) => {
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
  })
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
    const { items } = await listMessages(as(ctx, staff('front_desk')), {})
    expect(items).toMatchObject([{ state: 'delivered' }])
  })

  test('a number that is refused is not tried again; staff see why and can resend after mending it', async () => {
    const ctx = await withMessage()
    const network = new Network()
    network.faults = [() => numberRefused({ reason: 'isv.MOBILE_NUMBER_ILLEGAL' })]
    await drainToTheEnd(ctx, network)
    const desk = as(ctx, staff('front_desk'))
    const [dead] = (await listMessages(desk, { state: 'dead' })).items
    expect(dead).toMatchObject({ failure: 'messages.number_refused', phoneMasked: '*******5678' })
    await resendMessage(desk, { requestId: freshRequestId(), messageId: dead?.id ?? '' })
    await drainToTheEnd(ctx, network)
    expect(network.arrived).toHaveLength(1)
  })

  test('a channel that stays away is given up after the last try, as a dead message', async () => {
    const ctx = await withMessage()
    const network = new Network()
    network.faults = Array.from({ length: 8 }, () => () => channelUnavailable())
    await drainToTheEnd(ctx, network)
    const { items } = await listMessages(as(ctx, staff('auditor')), {})
    expect(items).toMatchObject([{ state: 'dead', failure: 'messages.channel_unavailable' }])
  })

  test('a message that was sent cannot be resent', async () => {
    const ctx = await withMessage()
    await drainToTheEnd(ctx, new Network())
    const desk = as(ctx, staff('front_desk'))
    const [sent] = (await listMessages(desk, {})).items
    const again = resendMessage(desk, { requestId: freshRequestId(), messageId: sent?.id ?? '' })
    await expect(again).rejects.toMatchObject({ code: 'messages.not_dead' })
  })

  test('who works in another project neither sees nor resends it', async () => {
    const ctx = await withMessage('proj_a')
    const network = new Network()
    network.faults = [() => numberRefused()]
    await drainToTheEnd(ctx, network)
    const [dead] = (await listMessages(as(ctx, staff('front_desk', ['proj_a'])), {})).items
    const stranger = as(ctx, staff('front_desk', ['proj_b']))
    expect((await listMessages(stranger, {})).items).toEqual([])
    const resend = resendMessage(stranger, { requestId: freshRequestId(), messageId: dead?.id ?? '' })
    await expect(resend).rejects.toMatchObject({ code: 'messages.not_found' })
  })

  test('nothing of a person lies open in the database', async () => {
    const ctx = await withMessage()
    const { rows } = await ctx.db.client.execute('SELECT * FROM messages')
    expect(JSON.stringify(rows)).not.toMatch(/13812345678|1501|529/)
  })
})
