import { drainOutbox, type EventHandler, type Ports } from '@heju/core/outbox'
import { listStopped } from '@heju/core/stopped-work'
import { as, freshRequestId, staff, testCtx } from '@heju/core/testing'
import { defineError } from '@heju/kernel'
import { expect, test } from 'vitest'
import { dice, fill } from '../migrations/fill.ts'

const refused = defineError('test.refused', 'precondition')
const refuses: EventHandler = async () => {
  throw refused()
}

/** Of each kind of event that a row of a table waits for: what the row says while it waits, and once it is settled. */
test.each([
  ['billing.run_requested', 'runId', 'bill_runs', `state = 'computing'`, `state = 'ready'`],
  ['payments.watch', 'orderId', 'payment_orders', `state = 'created'`, `state = 'paid'`],
  ['registry_import.confirmed', 'importId', 'import_jobs', `state = 'applying'`, `state = 'applied'`],
  ['message.send', 'messageId', 'messages', `state = 'waiting'`, `state = 'delivered'`],
  ['reminder.send', 'reminderId', 'reminders', `state = 'waiting'`, `state = 'sent'`],
  ['survey.ask', 'roundId', 'survey_rounds', 'closed_at = NULL', 'closed_at = 1'],
  ['complaints.replied', 'complaintId', 'complaints', `state = 'replied'`, `state = 'closed'`],
])(
  '%s that stopped keeps nobody waiting once it was settled in another way',
  async (type, key, table, waits, settled) => {
    const ctx = await testCtx()
    await fill(ctx.db, dice(1))
    const { client } = ctx.db
    const id = String((await client.execute(`SELECT id FROM ${table} ORDER BY id LIMIT 1`)).rows[0]?.id)
    const say = (what: string) => client.execute(`UPDATE ${table} SET ${what} WHERE id = '${id}'`)
    await client.execute('DELETE FROM outbox')
    // Rows are put into a state here without the way that leads there, which triggers refuse.
    const triggers = `SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = '${table}'`
    for (const { name } of (await client.execute(triggers)).rows) await client.execute(`DROP TRIGGER ${name}`)
    await say(waits)
    await ctx.write('test.publish', { requestId: freshRequestId() }, (write) => {
      write.publish({ type, [key]: id })
    })
    await drainOutbox(as(ctx, { kind: 'job', id: 'outbox' }), { [type]: refuses }, {} as Ports)
    const stopped = async () => (await listStopped(as(ctx, staff('company_admin')), {})).items
    expect(await stopped()).toMatchObject([{ kind: type, subjectId: id, state: 'stopped' }])
    await say(settled)
    expect(await stopped()).toEqual([])
  },
)
