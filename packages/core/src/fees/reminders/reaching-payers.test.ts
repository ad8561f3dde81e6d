import { newId } from '@heju/kernel'
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { bills } from '../billing/index.ts'
import type { Ctx } from '../../context.ts'
import { messages, recordReports, sendMessage } from '../../platform/messages/index.ts'
import { drainOutbox, type Ports } from '../../platform/outbox/index.ts'
import { smallProject } from '../../estate/registry/testing.ts'
import { taskList } from '../../platform/tasks/index.ts'
import { as, freshRequestId, staff, testCtx } from '../../testing.ts'
import { recordEvidence, reminderList, remindersJob, runMessages, sendReminder } from './index.ts'

const job = { kind: 'job', id: 'reminders' } as const
const day = 24 * 3_600_000
/** 27 November 2026, 10:00 in Shanghai. */
const now = Date.UTC(2026, 10, 27, 2)
/** Of bills that are at the stage before the due day then, and at the first one after it. */
const [soonDue, overdue] = ['2026-11-30', '2026-11-26']

interface Sent {
  to: string
  text: string
}

async function place() {
  const ctx = await testCtx({ now })
  const project = await smallProject(ctx)
  const sent: Sent[] = []
  const accepted = { providerMessageId: 'biz-1', state: 'accepted' as const }
  const channel = { name: 'sms', send: async ({ to, text }: Sent) => (sent.push({ to, text }), accepted) }
  const ports = { channel, smsTemplates: {}, origin: 'https://ceshi.heju.test' } as unknown as Ports
  let rooms = 0
  const owes = async (personId: string, dueOn: string, of = project, runId: string | null = null) => {
    const roomId = await of.room(String(101 + rooms++), { builtAreaE2: 9456 })
    await of.give(personId, roomId)
    await lay(ctx, { projectId: of.projectId, roomId, personId, dueOn, runId })
  }
  return { ctx, project, sent, ports, owes }
}

/** A published bill of 264.77 yuan. */
async function lay(
  ctx: Ctx,
  of: { projectId: string; roomId: string; personId: string; dueOn: string; runId: string | null },
): Promise<void> {
  const { projectId, roomId, personId: payerPersonId, dueOn, runId } = of
  const period = { period: '2026-11', fromOn: '2026-11-01', toOn: '2026-11-30', days: 30, wholeDays: 30 }
  const sums = { quantityE2: 9456, wholeFen: 26477, amountFen: 26477 }
  const tariff = { tariffId: 'tar_1', priceId: 'price_1', feeItem: 'property' as const }
  const bill = { id: newId('bill', ctx.now), projectId, roomId, payerPersonId, dueOn, runId }
  await ctx.db.orm
    .insert(bills)
    .values({ ...bill, ...tariff, ...period, ...sums, state: 'published', createdAt: ctx.now })
}

/** One run of the job and all that it causes. */
async function runAt(ctx: Ctx, at: number, ports: Ports): Promise<number | null> {
  const next = await remindersJob.run(as(ctx, job, at), ports, at)
  const handlers = { 'reminder.send': sendReminder, 'message.send': sendMessage }
  for (const later of [0, 1]) await drainOutbox(as(ctx, job, at + later), handlers, ports)
  return next
}

describe('one household on one day', () => {
  test('gets one reminder, the most pressing; the milder one comes the next day', async () => {
    const { ctx, project, sent, ports, owes } = await place()
    const person = await project.person('王小明', { phones: ['13812341234'] })
    await owes(person, soonDue)
    await owes(person, overdue)
    for (let i = 0; i < 3; i++) await runAt(ctx, now + i * 60_000, ports)
    expect(sent).toHaveLength(1)
    expect(sent[0]?.text).not.toContain('将于')
    expect(await runAt(ctx, now + day, ports)).not.toBeNull()
    expect(sent.map(({ text }) => text.includes('将于'))).toEqual([false, true])
  })

  test('gets one also where the one of the day before was put off over night: the milder one waits another day', async () => {
    const { ctx, project, sent, ports, owes } = await place()
    const person = await project.person('王小明', { phones: ['13812341234'] })
    await owes(person, overdue)
    // Published a minute before night, with so much to send that its turn comes after it.
    const evening = Date.UTC(2026, 10, 27, 10, 59)
    await remindersJob.run(as(ctx, job, evening), ports, evening)
    await drainOutbox(as(ctx, job, evening + 120_000), { 'reminder.send': sendReminder }, ports)
    expect(sent).toEqual([])
    await owes(person, '2026-12-01')
    const morning = Date.UTC(2026, 10, 28, 1)
    for (let i = 0; i < 3; i++) await runAt(ctx, morning + i * 60_000, ports)
    expect(sent.map(({ text }) => text.includes('将于'))).toEqual([false])
    await runAt(ctx, morning + day, ports)
    expect(sent.map(({ text }) => text.includes('将于'))).toEqual([false, true])
  })

  test('gets one also where no provider took that of the day before until today', async () => {
    const { ctx, project, sent, ports, owes } = await place()
    const person = await project.person('王小明', { phones: ['13812341234'] })
    await owes(person, overdue)
    await remindersJob.run(as(ctx, job, now), ports, now)
    await drainOutbox(as(ctx, job, now), { 'reminder.send': sendReminder }, ports)
    await owes(person, '2026-12-01')
    const morning = Date.UTC(2026, 10, 28, 1)
    await remindersJob.run(as(ctx, job, morning), ports, morning)
    for (let i = 1; i < 4; i++) await runAt(ctx, morning + i * 60_000, ports)
    expect(sent.map(({ text }) => text.includes('将于'))).toEqual([false])
    await runAt(ctx, morning + day, ports)
    expect(sent.map(({ text }) => text.includes('将于'))).toEqual([false, true])
  })

  test('gets one again after a reminder that nothing was ever heard of', async () => {
    const { ctx, project, sent, ports, owes } = await place()
    const person = await project.person('王小明', { phones: ['13812341234'] })
    await owes(person, overdue)
    await remindersJob.run(as(ctx, job, now), ports, now)
    // It was set aside: nothing of it moves any more.
    await ctx.db.client.execute({ sql: 'UPDATE outbox SET done_at = ?', args: [now] })
    await owes(person, '2026-12-04')
    for (let i = 1; i < 8; i++) await runAt(ctx, now + i * day, ports)
    expect(sent.length).toBeGreaterThan(0)
  })

  test('gets one for the overdue bills of all stages together', async () => {
    const { ctx, project, sent, ports, owes } = await place()
    const person = await project.person('王小明', { phones: ['13812341234'] })
    await owes(person, overdue)
    await owes(person, '2026-11-12')
    await runAt(ctx, now, ports)
    await runAt(ctx, now + day, ports)
    expect(sent).toHaveLength(1)
    expect(sent[0]?.text).toContain('2笔')
    expect((await reminderList.page(ctx, {})).items).toMatchObject([{ stage: 'second', bills: 2 }])
  })

  test('is one phone, whoever owns the bills: two payers on it are reminded on two days', async () => {
    const { ctx, project, sent, ports, owes } = await place()
    for (const name of ['王小明', '李女士'])
      await owes(await project.person(name, { phones: ['13812341234'] }), soonDue)
    await runAt(ctx, now, ports)
    await runAt(ctx, now + 60_000, ports)
    expect(sent).toHaveLength(1)
    await runAt(ctx, now + day, ports)
    expect(sent).toHaveLength(2)
    expect(new Set(sent.map(({ text }) => /-(10\d)/.exec(text)?.[1])).size).toBe(2)
  })

  test('is one also across projects', async () => {
    const { ctx, project, sent, ports, owes } = await place()
    const other = await smallProject(ctx, '云栖里')
    for (const each of [project, other])
      await owes(await each.person('王小明', { phones: ['13812341234'] }), soonDue, each)
    await runAt(ctx, now, ports)
    await runAt(ctx, now + 60_000, ports)
    expect(sent).toHaveLength(1)
    await runAt(ctx, now + day, ports)
    expect(sent).toHaveLength(2)
  })
})

describe('a payer with a landline', () => {
  test('gets no message made; the list says so, and the front desk is asked to call or write', async () => {
    const { ctx, project, sent, ports, owes } = await place()
    await owes(await project.person('陈老伯', { phones: ['021-62345678'] }), soonDue)
    await runAt(ctx, now, ports)
    await runAt(ctx, now + day, ports)
    expect(sent).toEqual([])
    expect(await ctx.db.orm.select().from(messages)).toEqual([])
    const { items } = await reminderList.page(ctx, { reach: 'by_hand' })
    expect(items).toMatchObject([{ state: 'dropped', dropReason: 'landline', amountFen: 26477, bills: 1 }])
    const desk = as(ctx, staff('front_desk'))
    expect((await taskList.page(desk, {})).items).toMatchObject([
      { kind: 'reminder_by_hand', subjectId: items[0]?.id, params: { amount: '¥264.77' } },
    ])
  })

  test('and a mobile gets it at the mobile, whichever stands first', async () => {
    const { ctx, project, sent, ports, owes } = await place()
    await owes(await project.person('陈老伯', { phones: ['021-62345678', '13912341234'] }), soonDue)
    await runAt(ctx, now, ports)
    expect(sent.map(({ to }) => to)).toEqual(['+8613912341234'])
  })
})

describe('a reminder keeps what proves that it arrived', () => {
  async function reminded() {
    const it = await place()
    await it.owes(await it.project.person('王小明', { phones: ['13812341234'] }), soonDue)
    await runAt(it.ctx, now, it.ports)
    const [message] = await it.ctx.db.orm.select().from(messages)
    return { ...it, messageId: message?.id ?? '' }
  }
  const report = { state: 'delivered', providerMessageId: 'biz-1', reason: 'DELIVERED' } as const

  test('what the provider took and what it reports, each once, with its time', async () => {
    const { ctx, messageId } = await reminded()
    const reportedAt = now + 4000
    for (const requestId of ['queue-message-1', 'queue-message-2']) {
      const asJob = as(ctx, job, now + 9000)
      Object.assign(asJob, { requestId })
      await recordReports(asJob, [{ ...report, messageId, reportedAt }])
    }
    const [reminder] = (await reminderList.page(ctx, {})).items
    expect(reminder?.evidence).toEqual([
      { kind: 'sms', state: 'accepted', note: 'biz-1', at: expect.any(Number) },
      { kind: 'sms', state: 'delivered', note: 'biz-1 DELIVERED', at: reportedAt },
    ])
    expect(await ctx.db.orm.select().from(messages)).toMatchObject([{ state: 'delivered', failure: null }])
  })

  test('one that did not arrive is a failed message, by the provider’s code', async () => {
    const { ctx, messageId } = await reminded()
    const failed = { ...report, state: 'failed', reason: 'UNDELIVERED', messageId, reportedAt: null } as const
    await recordReports(as(ctx, job), [failed])
    expect(await ctx.db.orm.select().from(messages)).toMatchObject([
      { state: 'failed', failure: 'messages.not_delivered' },
    ])
  })

  test('a report about another company’s message, or with another number of the provider, changes nothing', async () => {
    const { ctx, messageId } = await reminded()
    await recordReports(as(ctx, job), [
      { ...report, messageId: newId('msg', 1), reportedAt: now },
      { ...report, messageId, providerMessageId: 'biz-2', reportedAt: now },
    ])
    expect(await ctx.db.orm.select().from(messages)).toMatchObject([{ state: 'sent' }])
  })

  test('a call or a letter is written down once, stays as it is, and takes the task off the desk', async () => {
    const { ctx, project, ports, owes } = await place()
    await owes(await project.person('陈老伯', { phones: ['021-62345678'] }), soonDue)
    await runAt(ctx, now, ports)
    const [reminder] = (await reminderList.page(ctx, {})).items
    const desk = as(ctx, staff('front_desk'), now + 60_000)
    const said = { reminderId: reminder?.id ?? '', kind: 'call', note: '本人接听，答应月底前缴' } as const
    const evidenceId = newId('evid', now)
    await recordEvidence(desk, { requestId: freshRequestId(), evidenceId, ...said, at: now })
    expect((await reminderList.page(ctx, {})).items[0]?.evidence).toEqual([
      { kind: 'call', state: null, note: said.note, at: now },
    ])
    expect((await taskList.page(desk, {})).items).toEqual([])
    expect((await reminderList.page(ctx, { reach: 'by_hand' })).items).toEqual([])
    await expect(ctx.db.client.execute(`UPDATE reminder_evidence SET note = ''`)).rejects.toThrow(
      'append-only',
    )
    const later = { evidenceId: newId('evid', now), ...said, at: now + day }
    await expect(recordEvidence(desk, { requestId: freshRequestId(), ...later })).rejects.toMatchObject({
      code: 'reminders.evidence_in_future',
    })
    const elsewhere = as(desk, staff('front_desk', ['proj_other']))
    await expect(
      recordEvidence(elsewhere, { requestId: freshRequestId(), ...later, at: now }),
    ).rejects.toMatchObject({ code: 'reminders.not_found' })
  })
})

describe('publishing a run', () => {
  /** A run of three payers: a mobile, a landline, and nobody’s number. */
  async function drafted(dueOn: string) {
    const it = await place()
    const runId = newId('brun', now)
    await it.ctx.db.client.execute({
      sql: `INSERT INTO bill_runs (id, project_id, period, due_on, state, targets, boundaries_json, created_at, created_by)
        VALUES (?, ?, '2026-11', ?, 'ready', 3, '[]', 0, 'stf_1')`,
      args: [runId, it.project.projectId, dueOn],
    })
    for (const phones of [['13812341234'], ['021-62345678'], []])
      await it.owes(await it.project.person('业主', { phones }), dueOn, it.project, runId)
    return { ...it, runId }
  }

  test('tells beforehand how many are sent a message, who cannot be, and when', async () => {
    const soon = await drafted(soonDue)
    expect(await runMessages(soon.ctx, soon.runId)).toEqual({
      payers: 3,
      mobile: 1,
      landline: 1,
      noPhone: 1,
      complaining: 0,
      firstAt: now,
      beforeDue: true,
    })
    const later = await drafted('2026-12-31')
    // Three days before the due day, at nine in the morning.
    expect(await runMessages(later.ctx, later.runId)).toMatchObject({ firstAt: Date.UTC(2026, 11, 28, 1) })
    await expect(runMessages(as(soon.ctx, staff('cashier', ['proj_1'])), soon.runId)).rejects.toMatchObject({
      code: 'billing.run_not_found',
    })
  })

  test('without messages reminds nobody before the due day, and of what is overdue all the same', async () => {
    const { ctx, runId, sent, ports } = await drafted(soonDue)
    await ctx.db.client.execute({ sql: 'UPDATE bill_runs SET quiet = 1 WHERE id = ?', args: [runId] })
    const next = await runAt(ctx, now, ports)
    expect(sent).toEqual([])
    expect(next).toBe(Date.UTC(2026, 11, 1, 1))
    await runAt(ctx, next ?? 0, ports)
    expect(sent).toHaveLength(1)
    expect(await ctx.db.orm.select().from(bills).where(eq(bills.runId, runId))).toHaveLength(3)
  })

  test('a bill that is made by itself without a message is reminded of once it is overdue, and not before', async () => {
    const { ctx, owes, project, sent, ports } = await place()
    await owes(await project.person('业主', { phones: ['13812341234'] }), soonDue)
    await ctx.db.client.execute('UPDATE bills SET quiet = 1')
    const next = await runAt(ctx, now, ports)
    expect(sent).toEqual([])
    expect(next).toBe(Date.UTC(2026, 11, 1, 1))
    await runAt(ctx, next ?? 0, ports)
    expect(sent).toHaveLength(1)
  })
})
