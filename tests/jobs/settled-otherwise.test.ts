import { billRuns } from '@heju/core/fees/billing'
import { complaints } from '@heju/core/desk/complaints/testing'
import { messages } from '@heju/core/platform/messages'
import { drainOutbox, type EventHandler, type Ports } from '@heju/core/platform/outbox'
import { paymentOrders } from '@heju/core/fees/payments/testing'
import { importJobs } from '@heju/core/estate/registry-import'
import { reminders } from '@heju/core/fees/reminders'
import { eventKinds, stoppedWorkList } from '@heju/core/platform/stopped-work'
import { anyhow, as, freshRequestId, staff, testCtx } from '@heju/core/testing'
import { defineError } from '@heju/kernel'
import { getTableName } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { expect, test } from 'vitest'
import { dice, fill } from '../migrations/fill.ts'

const refused = defineError('test.refused', 'precondition')
const refuses: EventHandler = async () => {
  throw refused()
}

/**
 * Of each kind of event that a row of a table waits for: the states of the row in which its handler has something left to
 * do, the first ones first, and all that there are.
 */
const kinds: [type: string, key: string, table: SQLiteTable, waiting: string[], all: readonly string[]][] = [
  ['billing.run_requested', 'runId', billRuns, ['draft', 'computing'], billRuns.state.enumValues],
  ['payments.watch', 'orderId', paymentOrders, ['created', 'opened'], paymentOrders.state.enumValues],
  ['registry_import.confirmed', 'importId', importJobs, ['applying'], importJobs.state.enumValues],
  ['message.send', 'messageId', messages, ['waiting'], messages.state.enumValues],
  ['reminder.send', 'reminderId', reminders, ['waiting'], reminders.state.enumValues],
  ...['registered', 'replied', 'reopened'].map((event): (typeof kinds)[number] => [
    `complaints.${event}`,
    'complaintId',
    complaints,
    complaints.state.enumValues.filter((state) => state !== 'closed'),
    complaints.state.enumValues,
  ]),
]

/** Lets an event about a row come to nothing. @returns what is then said of it, for a value of a column of the row */
async function stoppedAbout(type: string, key: string, table: string) {
  const ctx = await testCtx()
  await fill(ctx.db, dice(1))
  const { client } = ctx.db
  const id = String((await client.execute(`SELECT id FROM ${table} ORDER BY id LIMIT 1`)).rows[0]?.id)
  await client.execute('DELETE FROM outbox')
  // Rows are put into a state here without the way that leads there, which triggers refuse.
  const triggers = `SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = '${table}'`
  for (const { name } of (await client.execute(triggers)).rows) await client.execute(`DROP TRIGGER ${name}`)
  await ctx.write(
    'test.publish',
    { requestId: freshRequestId() },
    (write) => {
      write.publish({ type, [key]: id })
    },
    anyhow,
  )
  await drainOutbox(as(ctx, { kind: 'job', id: 'outbox' }), { [type]: refuses }, {} as Ports)
  return async (column: string, value: string | number | null) => {
    await client.execute({ sql: `UPDATE ${table} SET ${column} = ? WHERE id = '${id}'`, args: [value] })
    const { items } = await stoppedWorkList.page(as(ctx, staff('company_admin')), {})
    return items.map(({ kind, subjectId, state }) => [kind, subjectId === id, state])
  }
}

test.each(kinds)(
  '%s that stopped is told in every state in which it is still waited for, and in no other',
  async (type, key, table, waiting, all) => {
    const toldIn = await stoppedAbout(type, key, getTableName(table))
    const told: string[] = []
    for (const state of all) {
      const found = await toldIn('state', state)
      if (found.length > 0) told.push(state)
      expect([[], [[type, true, 'stopped']]]).toContainEqual(found)
    }
    expect(told.toSorted()).toEqual(waiting.toSorted())
  },
)

test('survey.ask that stopped is told until its round is closed', async () => {
  const toldWhen = await stoppedAbout('survey.ask', 'roundId', 'survey_rounds')
  expect(await toldWhen('closed_at', null)).toEqual([['survey.ask', true, 'stopped']])
  expect(await toldWhen('closed_at', 1)).toEqual([])
})

test('the kinds of which a row is waited for are all here', () => {
  const about = Object.entries(eventKinds).filter(
    ([, { over }]) => over !== eventKinds['messages.reported'].over,
  )
  expect(about.map(([type]) => type).toSorted()).toEqual(
    // What was paid is told by the exception that it opens.
    [...kinds.map(([type]) => type), 'survey.ask', 'payments.settled'].toSorted(),
  )
})
