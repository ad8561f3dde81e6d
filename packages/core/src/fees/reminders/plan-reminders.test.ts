import { bills } from '../billing/index.ts'
import { messages, sendMessage } from '../../platform/messages/index.ts'
import { newId } from '@heju/kernel'
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { drainOutbox, type Ports } from '../../platform/outbox/index.ts'
import { smallProject } from '../../estate/registry/testing.ts'
import { as, freshRequestId, staff, testCompany, testCtx } from '../../testing.ts'
import { changePolicy, reminderList, remindersJob, sendReminder, usualPolicy } from './index.ts'

const job = { kind: 'job', id: 'reminders' } as const
const hour = 3_600_000
const day = 24 * hour
/** 27 November 2026, 10:00 in Shanghai: three days before the bills are due. */
const threeDaysBefore = Date.UTC(2026, 10, 27, 2)

interface Sent {
  to: string
  text: string
}

/** A company whose only estate has bills due on 30 November, and a phone network that takes everything. */
async function estate(
  rooms: { phone?: string; bills: number; owner?: string }[],
  zone: string = testCompany.zone,
) {
  const ctx = await testCtx({ now: threeDaysBefore, company: { ...testCompany, zone } })
  const project = await smallProject(ctx)
  const sent: Sent[] = []
  const billIds: string[] = []
  const owners = new Map<string, string>()
  for (const [i, { phone, bills: count, owner = `业主${i}` }] of rooms.entries()) {
    const personId =
      owners.get(owner) ?? (await project.person(owner, phone === undefined ? {} : { phones: [phone] }))
    owners.set(owner, personId)
    const roomId = await project.room(String(101 + i), { builtAreaE2: 9456 })
    await project.give(personId, roomId)
    for (let n = 0; n < count; n++) {
      billIds.push(await lay(ctx, project.projectId, roomId, personId, `2026-1${n}`))
    }
  }
  const ports = {
    channel: { name: 'sms', send: async ({ to, text }: Sent) => (sent.push({ to, text }), accepted) },
    smsTemplates: {},
    origin: 'https://ceshi.heju.test',
  } as unknown as Ports
  return { ctx, project, sent, billIds, ports, personOf: (owner: string) => owners.get(owner) ?? '' }
}
const accepted = { providerMessageId: 'biz', state: 'accepted' as const }

/** A published bill of 264.77 yuan, as a bill run leaves it. */
async function lay(ctx: Ctx, projectId: string, roomId: string, payerPersonId: string, period: string) {
  const id = newId('bill', ctx.now)
  await ctx.db.orm.insert(bills).values({
    id,
    projectId,
    roomId,
    tariffId: 'tar_1',
    priceId: 'price_1',
    feeItem: 'property',
    period,
    fromOn: `${period}-01`,
    toOn: `${period}-28`,
    days: 28,
    payerPersonId,
    quantityE2: 9456,
    wholeDays: 28,
    wholeFen: 26477,
    amountFen: 26477,
    dueOn: '2026-11-30',
    state: 'published',
    createdAt: ctx.now,
  })
  return id
}

/** One run of the job and everything that it causes, at an instant. */
async function runAt(ctx: Ctx, at: number, ports: Ports): Promise<number | null> {
  const now = as(ctx, job, at)
  const next = await remindersJob.run(now, ports, at)
  const handlers = { 'reminder.send': sendReminder, 'message.send': sendMessage }
  await drainOutbox(now, handlers, ports)
  await drainOutbox(as(ctx, job, at + 1), handlers, ports)
  return next
}

const pay = (ctx: Ctx, id: string) => ctx.db.orm.update(bills).set({ paidFen: 26477 }).where(eq(bills.id, id))

describe('reminders', () => {
  test('one owner’s bills come together in one message, with rooms, sum and due day', async () => {
    const { ctx, sent, ports } = await estate([
      { phone: '13812341234', bills: 2, owner: '王小明' },
      { phone: '13812341234', bills: 1, owner: '王小明' },
    ])
    await runAt(ctx, threeDaysBefore, ports)
    expect(sent).toEqual([
      {
        to: '+8613812341234',
        text: '【测试物业】您好，3栋-2单元-101、3栋-2单元-102有3笔费用共¥794.31将于2026-11-30到期，方便时可在手机上缴纳：https://ceshi.heju.test/portal/bills',
      },
    ])
  })

  test('each stage is sent once, however often the job runs', async () => {
    const { ctx, sent, ports } = await estate([{ phone: '13812341234', bills: 1 }])
    for (let at = threeDaysBefore; at < threeDaysBefore + 45 * day; at += 8 * hour)
      await runAt(ctx, at, ports)
    expect(sent.map(({ text }) => /将于/.test(text))).toEqual([true, false, false, false])
    const stages = (await reminderList.page(as(ctx, staff('auditor')), {})).items.map(({ stage, onDay }) => [
      stage,
      onDay,
    ])
    expect(stages).toEqual([
      ['third', '2026-12-30'],
      ['second', '2026-12-15'],
      ['first', '2026-12-01'],
      ['before', '2026-11-27'],
    ])
  })

  test('a run names the next day with work; driven by that alone, nothing is missed and idle days are not visited', async () => {
    const { ctx, sent, ports } = await estate([{ phone: '13812341234', bills: 1 }])
    const visited: number[] = []
    for (let at: number | null = threeDaysBefore; at !== null;) {
      visited.push(at)
      at = await runAt(ctx, at, ports)
    }
    expect(sent).toHaveLength(4)
    expect(visited).toHaveLength(4)
  })

  test('what is paid is not reminded of, and a part payment is reminded of for the rest', async () => {
    const { ctx, sent, ports, billIds } = await estate([{ phone: '13812341234', bills: 2 }])
    await pay(ctx, billIds[0] ?? '')
    await ctx.db.orm
      .update(bills)
      .set({ paidFen: 6477 })
      .where(eq(bills.id, billIds[1] ?? ''))
    await runAt(ctx, threeDaysBefore, ports)
    expect(sent[0]?.text).toContain('1笔费用共¥200.00')
  })

  test('a payment between planning and sending stops the message', async () => {
    const { ctx, sent, ports, billIds } = await estate([{ phone: '13812341234', bills: 1 }])
    await remindersJob.run(as(ctx, job), ports, ctx.now)
    await pay(ctx, billIds[0] ?? '')
    await drainOutbox(as(ctx, job), { 'reminder.send': sendReminder }, ports)
    expect(sent).toEqual([])
    const { items } = await reminderList.page(as(ctx, staff('cashier')), {})
    expect(items).toMatchObject([{ state: 'dropped', dropReason: 'paid' }])
  })

  test('none goes out while a complaint of the owner about fees is open; the stage follows once it is not about fees any more', async () => {
    const { ctx, sent, ports, personOf, project } = await estate([
      { phone: '13812341234', bills: 1, owner: '王小明' },
    ])
    await complaintOf(ctx, project.projectId, personOf('王小明'))
    const next = await runAt(ctx, threeDaysBefore, ports)
    expect(sent).toEqual([])
    await ctx.db.client.execute('UPDATE complaints SET about_fees = 0')
    await runAt(ctx, next ?? 0, ports)
    expect(sent).toHaveLength(1)
  })

  test('at night the job waits for the morning', async () => {
    const { ctx, sent, ports } = await estate([{ phone: '13812341234', bills: 1 }])
    const night = Date.UTC(2026, 10, 27, 15, 30)
    expect(await runAt(ctx, night, ports)).toBe(Date.UTC(2026, 10, 28, 1))
    expect(sent).toEqual([])
  })

  test('day and night are those of the company’s zone', async () => {
    const rooms = [{ phone: '13812341234', bills: 1 }]
    const { ctx, sent, ports } = await estate(rooms, 'Europe/London')
    // Ten in the morning in Shanghai is two at night in London.
    expect(await runAt(ctx, threeDaysBefore, ports)).toBe(Date.UTC(2026, 10, 27, 9))
    expect(sent).toEqual([])
    await runAt(ctx, Date.UTC(2026, 10, 27, 9), ports)
    expect(sent).toHaveLength(1)
  })

  test('an owner without a phone is listed for the staff to visit', async () => {
    const { ctx, sent, ports } = await estate([{ bills: 1 }])
    await runAt(ctx, threeDaysBefore, ports)
    expect(sent).toEqual([])
    const { items } = await reminderList.page(as(ctx, staff('front_desk')), {})
    expect(items).toMatchObject([{ dropReason: 'no_phone' }])
  })

  test('a company that switched reminders off, or has nothing owed, leaves the schedule', async () => {
    const { ctx, ports, billIds } = await estate([{ phone: '13812341234', bills: 1 }])
    await changePolicy(ctx, { requestId: freshRequestId(), ...usualPolicy, enabled: false })
    expect(await runAt(ctx, threeDaysBefore, ports)).toBeNull()
    await changePolicy(ctx, { requestId: freshRequestId(), ...usualPolicy })
    await pay(ctx, billIds[0] ?? '')
    expect(await runAt(ctx, threeDaysBefore, ports)).toBeNull()
  })

  test('a note that threatens to cut the water is refused with the article', async () => {
    const { ctx } = await estate([])
    const change = changePolicy(ctx, { requestId: freshRequestId(), ...usualPolicy, note: '逾期将停水' })
    await expect(change).rejects.toMatchObject({
      code: 'reminders.wording_forbidden',
      params: { article: '民法典第九百四十四条' },
    })
  })

  test('the job costs the same number of round trips for one payer and for fifty', async () => {
    const trips: number[] = []
    for (const size of [1, 50]) {
      const { ctx, ports } = await estate(
        Array.from({ length: size }, (_, i) => ({ phone: `138123400${10 + i}`, bills: 1 })),
      )
      const before = ctx.db.trips.count
      await remindersJob.run(as(ctx, job), ports, ctx.now)
      trips.push(ctx.db.trips.count - before)
    }
    expect(trips[0]).toBe(trips[1])
  })

  test('the message of an owner names no other owner’s room', async () => {
    const { ctx, sent, ports } = await estate([
      { phone: '13812341234', bills: 1, owner: '甲' },
      { phone: '13912341234', bills: 1, owner: '乙' },
    ])
    await runAt(ctx, threeDaysBefore, ports)
    expect(sent.find(({ to }) => to.endsWith('13812341234'))?.text).not.toContain('102')
    expect(await ctx.db.orm.select().from(messages)).toHaveLength(2)
  })
})

/** An open complaint about fees, laid down directly. */
async function complaintOf(ctx: Ctx, projectId: string, personId: string): Promise<void> {
  await ctx.db.client.execute(
    `INSERT INTO complaint_categories (id, about_fees, position, changed_at) VALUES ('cat_fees', 1, 1, 0)`,
  )
  const { rows } = await ctx.db.client.execute(
    `SELECT name, type, "notnull", dflt_value FROM pragma_table_info('complaints')`,
  )
  const given: Record<string, string | number> = {
    id: 'cmp_1',
    project_id: projectId,
    person_id: personId,
    category_id: 'cat_fees',
    about_fees: 1,
    state: 'registered',
    channel: 'phone',
  }
  const needed = rows.filter(
    (row) => row.notnull === 1 && row.dflt_value === null && !(String(row.name) in given),
  )
  for (const row of needed) given[String(row.name)] = row.type === 'text' || row.type === 'TEXT' ? 'x' : 0
  const names = Object.keys(given)
  await ctx.db.client.execute({
    sql: `INSERT INTO complaints (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    args: Object.values(given),
  })
}
