import { addDays, civilDateOf, instantOf, isWithinDaytime, nextDaytime, type CivilDate } from '@heju/kernel'
import { sql, type SQL } from 'drizzle-orm'
import * as v from 'valibot'
import {
  billOneAskedSchema,
  billRuns,
  bills,
  dueOf,
  payerAgreements,
  payersToBill,
  runNotFound,
  targetOf,
  targetQuery,
  type BillOneAsked,
} from '../billing/index.ts'
import { openFeeComplaintsOf } from '../../desk/complaints/index.ts'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { occupancies, phoneForMessages, type Place, personPhones } from '../../estate/registry/index.ts'
import { policyOf } from './change-policy.ts'
import { stages, type ReminderPolicy } from './rules.ts'
import { reminderPolicies } from './tables.ts'

export const runMessagesSchema = v.object({
  /** Payers of the run, each of whom gets one message for all of their bills. */
  payers: v.number(),
  /** Of them: who has a mobile number, a landline only, no number at all, or an open complaint about fees. */
  mobile: v.number(),
  landline: v.number(),
  noPhone: v.number(),
  complaining: v.number(),
  /** Epoch ms of the first message after publishing; null when the policy sends none. */
  firstAt: v.nullable(v.number()),
  /** Whether that is the one before the due day, without which the run may be published. */
  beforeDue: v.boolean(),
})
export type RunMessages = v.InferOutput<typeof runMessagesSchema>

/**
 * What publishing a run would send: to how many, and when, by the policy of today. One round trip.
 * @throws `billing.run_not_found`
 */
export async function runMessages(ctx: Ctx, runId: string): Promise<RunMessages> {
  ctx.require('bills.read')
  const { orm } = ctx.db
  const payers = sql`SELECT DISTINCT b.payer_person_id AS id FROM ${billRuns} r JOIN ${bills} b
    ON b.project_id = r.project_id AND b.period = r.period AND b.run_id = r.id WHERE r.id = ${runId}`
  const [[run], [count], policies] = await orm.batch([
    orm
      .select({ projectId: billRuns.projectId, dueOn: billRuns.dueOn })
      .from(billRuns)
      .where(sql`${billRuns.id} = ${runId}`),
    orm
      .select({
        payers: sql<number>`count(*)`,
        complaining: sql<number>`coalesce(sum(disputed), 0)`,
        mobile: sql<number>`coalesce(sum(NOT disputed AND mobile), 0)`,
        landline: sql<number>`coalesce(sum(NOT disputed AND NOT mobile AND some), 0)`,
        noPhone: sql<number>`coalesce(sum(NOT disputed AND NOT mobile AND NOT some), 0)`,
      })
      .from(sql`(${reachOf(payers)})`),
    orm.select().from(reminderPolicies),
  ])
  if (run === undefined || count === undefined || !ctx.may('bills.read', run.projectId)) throw runNotFound()
  return { ...count, ...firstMessage(ctx, policyOf(policies), run.dueOn as CivilDate) }
}

/**
 * What billing one room or space would send, and when: asked before it is billed. One round trip.
 * @throws what `billOne` throws when nothing can be billed
 */
export async function oneMessages(ctx: Ctx, raw: BillOneAsked): Promise<RunMessages> {
  ctx.require('bills.run')
  const input = parse(billOneAskedSchema, raw)
  const { placeId, period } = input
  const place = { kind: placeId.startsWith('room_') ? 'room' : 'parking', id: placeId } as Place
  const dueOn = dueOf(ctx, input)
  const column = sql.raw(place.kind === 'room' ? 'room_id' : 'parking_space_id')
  // Who of them pays is known when the bill is calculated.
  const perhaps = sql`SELECT person_id AS id FROM ${occupancies} WHERE ${column} = ${placeId}
    UNION SELECT person_id FROM ${payerAgreements} WHERE target_id = ${placeId}`
  const [[row], reaches, policies] = await ctx.db.orm.batch([
    targetQuery(ctx, place, period),
    ctx.db.orm.all<Reach>(reachOf(perhaps)),
    ctx.db.orm.select().from(reminderPolicies),
  ])
  const target = targetOf(row, place, period)
  ctx.require('bills.run', target.projectId)
  const payers = payersToBill(target, period)
  const count = countOf(reaches.filter(({ id }) => payers.includes(id)))
  return { ...count, ...firstMessage(ctx, policyOf(policies), dueOn) }
}

/** How somebody could be reached by a message; 1 for yes. */
interface Reach {
  id: string
  disputed: number
  mobile: number
  some: number
}

/** The query of how people could be reached. @param people a query of ids */
function reachOf(people: SQL): SQL {
  const mobile = sql`${phoneForMessages('phone_index', sql`p.id`)} IS NOT NULL`
  const some = sql`EXISTS (SELECT 1 FROM ${personPhones} WHERE person_id = p.id)`
  return sql`SELECT p.id, ${openFeeComplaintsOf(sql`p.id`)} AS disputed, ${mobile} AS mobile, ${some} AS some FROM (${people}) p`
}

function countOf(reaches: readonly Reach[]): Omit<RunMessages, 'firstAt' | 'beforeDue'> {
  const free = reaches.filter(({ disputed }) => disputed === 0)
  const mobile = free.filter((reach) => reach.mobile === 1).length
  const noPhone = free.filter(({ some }) => some === 0).length
  const complaining = reaches.length - free.length
  return { payers: reaches.length, complaining, mobile, landline: free.length - mobile - noPhone, noPhone }
}

/** The first stage whose day has not gone by; a day that has is made up for at once, but never after the due day. */
function firstMessage(
  ctx: Ctx,
  { enabled, days, fromTime, toTime }: ReminderPolicy,
  dueOn: CivilDate,
): Pick<RunMessages, 'firstAt' | 'beforeDue'> {
  const { zone } = ctx.company
  const today = civilDateOf(ctx.now, zone)
  const first = stages.find((stage) => days[stage] !== undefined && (stage !== 'before' || dueOn >= today))
  const after = first === undefined ? undefined : days[first]
  if (!enabled || first === undefined || after === undefined) return { firstAt: null, beforeDue: false }
  const day = addDays(dueOn, after)
  const now = isWithinDaytime(ctx.now, zone, fromTime, toTime)
    ? ctx.now
    : nextDaytime(ctx.now, zone, fromTime, toTime)
  return { firstAt: day <= today ? now : instantOf(day, fromTime, zone), beforeDue: first === 'before' }
}
