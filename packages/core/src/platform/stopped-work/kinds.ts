import type { Write } from '@heju/db'
import type { Permission } from '../../permissions/index.ts'
import { sql, type SQL } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Ctx } from '../../context.ts'
import { complaints } from '../../desk/complaints/index.ts'
import { projects } from '../../estate/projects/index.ts'
import { importJobs } from '../../estate/registry-import/index.ts'
import { people } from '../../estate/registry/index.ts'
import { billRuns } from '../../fees/billing/index.ts'
import { giveUpOrder, paymentOrders, payments, receipts } from '../../fees/payments/index.ts'
import { reminders } from '../../fees/reminders/index.ts'
import { surveyRounds } from '../../insight/satisfaction/index.ts'
import { messages } from '../messages/index.ts'

/** What an event or job is to people: about what, in which project, and who can see to it when it stops. */
export interface StoppedKind {
  /** Who can do something about it: anybody who holds one of these in its project. */
  needs: readonly Permission[]
  /** Who sees the thing that it is about, and so has to know that it stopped. */
  seenBy: readonly Permission[]
  /** Id of what it is about, as a scalar of its row in the outbox. */
  subject: SQL
  /** Id of the matter of which it is a part, and on whose page it is told too. */
  partOf?: SQL
  /** Its project, or null when it concerns the company as a whole. */
  project: SQL
  /** Whether what it is about has been settled otherwise, so that nobody needs it any more. */
  over: SQL
  /** Values of its text `subject.<kind>` as JSON: numbers, names of files and rooms; no phone in the open. */
  facts: SQL
  /** What follows for the thing when it is set aside, beside that nothing is done about it any more. */
  whenSetAside?: (ctx: Ctx, write: Write, subjectId: string) => void
}

const payload = (key: string) => sql.raw(`json_extract(outbox.payload_json, '$.${key}')`)
const none = sql`NULL`
const noFacts = sql`'{}'`
const never = sql`0`

/**
 * Of what lies in a table of its own under the id that the payload names.
 * @param over condition on its row `t` under which it needs no carrying out any more
 */
function about(
  key: string,
  table: SQLiteTable,
  facts: SQL,
  over: SQL,
  who: Pick<StoppedKind, 'needs' | 'seenBy'>,
): StoppedKind {
  const one = (column: SQL) => sql`(SELECT ${column} FROM ${table} t WHERE t.id = ${payload(key)})`
  return {
    ...who,
    subject: payload(key),
    project: one(sql`t.project_id`),
    facts: one(facts),
    over: sql`coalesce(${one(over)}, 0)`,
  }
}

const complaint = about(
  'complaintId',
  complaints,
  sql`json_object('number', t.number, 'place', t.place)`,
  sql`t.state = 'closed'`,
  { needs: ['complaints.assign'], seenBy: ['complaints.read', 'complaints.own'] },
)
const ofMessages: StoppedKind = {
  needs: ['messages.resend'],
  seenBy: ['messages.read'],
  subject: none,
  project: none,
  facts: noFacts,
  over: never,
}
const projectName = sql`(SELECT name FROM ${projects} WHERE id = t.project_id)`

/** Every kind of event, by its type. A test holds it to the handlers: none is without its words. */
export const eventKinds = {
  'billing.run_requested': about(
    'runId',
    billRuns,
    sql`json_object('period', t.period, 'project', ${projectName})`,
    // Before its first step it is a draft.
    sql`t.state NOT IN ('draft', 'computing')`,
    { needs: ['bills.run'], seenBy: ['bills.read'] },
  ),
  'registry_import.confirmed': about(
    'importId',
    importJobs,
    sql`json_object('file', t.file_name, 'project', ${projectName})`,
    sql`t.state <> 'applying'`,
    { needs: ['registry.import'], seenBy: ['registry.read'] },
  ),
  'message.send': {
    ...about(
      'messageId',
      messages,
      sql`json_object('last4', t.phone_last4, 'purpose', t.purpose)`,
      sql`t.state <> 'waiting'`,
      {
        needs: ['messages.resend'],
        seenBy: ['messages.read'],
      },
    ),
    partOf: sql`(SELECT subject_id FROM ${messages} WHERE id = ${payload('messageId')})`,
  },
  'messages.reported': ofMessages,
  // Not whose phone: strangers ask for codes too.
  'owner_access.code_unsent': ofMessages,
  'reminder.send': about(
    'reminderId',
    reminders,
    sql`json_object('person', (SELECT name FROM ${people} WHERE id = t.person_id), 'day', t.on_day)`,
    sql`t.state <> 'waiting'`,
    { needs: ['messages.resend'], seenBy: ['reminders.read'] },
  ),
  'survey.ask': about(
    'roundId',
    surveyRounds,
    sql`json_object('period', t.period, 'project', ${projectName})`,
    sql`t.closed_at IS NOT NULL`,
    {
      needs: ['surveys.manage', 'surveys.record'],
      seenBy: ['surveys.read'],
    },
  ),
  'complaints.registered': complaint,
  'complaints.replied': complaint,
  'complaints.reopened': complaint,
  'calendar.corrected': {
    needs: ['company.settings'],
    seenBy: ['company.settings'],
    subject: payload('onDay'),
    project: none,
    facts: sql`json_object('day', ${payload('onDay')})`,
    over: never,
  },
  'payments.watch': {
    ...about(
      'orderId',
      paymentOrders,
      sql`json_object('number', t.out_trade_no, 'fen', t.amount_fen, 'payer', t.payer_name)`,
      sql`t.state NOT IN ('created', 'opened')`,
      { needs: ['payments.exceptions'], seenBy: ['payments.read'] },
    ),
    whenSetAside: giveUpOrder,
  },
  'payments.settled': about(
    'paymentId',
    payments,
    sql`json_object('number', (SELECT number FROM ${receipts} WHERE payment_id = t.id), 'fen', t.amount_fen)`,
    // What was paid twice meanwhile has an exception of its own.
    never,
    { needs: ['payments.exceptions'], seenBy: ['payments.read'] },
  ),
} as const satisfies Record<string, StoppedKind>

/** Events about a job of the schedule: its kind is the job's. */
export const jobEvents = ['schedule.wake', 'schedule.run'] as const

const job = (...needs: Permission[]): StoppedKind => ({
  needs,
  seenBy: needs,
  subject: payload('job'),
  project: none,
  facts: noFacts,
  // A job that ran takes itself off the list.
  over: never,
})

/** Every job of the schedule, by its name. */
export const jobKinds = {
  reminders: job('reminders.policy'),
  complaint_clocks: job('complaints.escalated'),
  complaint_revisits: job('complaints.escalated'),
  unattached_files: job('company.settings'),
  bare_photos: job('company.settings'),
  surveys: job('surveys.manage'),
  audit_seal: job('company.settings'),
} as const satisfies Record<string, StoppedKind>

const prefixed = Object.entries(jobKinds).map(([name, kind]) => [`job.${name}`, kind] as const)

/** All of them by the name that texts have for them: `billing.run_requested`, `job.reminders`. */
export const stoppedKinds: Readonly<Record<string, StoppedKind>> = {
  ...eventKinds,
  ...Object.fromEntries(prefixed),
}

/** Whoever holds one of these may have something to deal with. */
export const stoppedPermissions: readonly Permission[] = [
  ...new Set(Object.values(stoppedKinds).flatMap(({ needs }) => needs)),
]

/** The kind of an event as a scalar of its row in the outbox. */
export const kindOfEvent = sql.raw(
  `CASE WHEN outbox.type IN (${jobEvents.map((type) => `'${type}'`).join(', ')})
    THEN 'job.' || json_extract(outbox.payload_json, '$.job') ELSE outbox.type END`,
)
