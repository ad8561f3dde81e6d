import { sql } from 'drizzle-orm'
import * as v from 'valibot'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { occupancies, people, type Place } from '../../estate/registry/index.ts'
import { billsToMake } from './bill-one.ts'
import { dueOf } from './due-day.ts'
import { targetOf, targetQuery } from './read-target.ts'
import { billOneAskedSchema, type BillOneAsked } from './schemas.ts'
import { payerAgreements, tariffs } from './tables.ts'
import { kindOfTarget, targetNames } from './targets.ts'

export const onePreviewSchema = v.object({
  projectId: v.string(),
  dueOn: v.string(),
  totalFen: v.number(),
  bills: v.array(
    v.object({
      tariffId: v.string(),
      fee: v.string(),
      payerName: v.string(),
      /** The days that are billed, both included. */
      fromOn: v.string(),
      toOn: v.string(),
      amountFen: v.number(),
    }),
  ),
  /** Reasons why something of the place is not billed with it. */
  skips: v.array(v.string()),
})
export type OnePreview = v.InferOutput<typeof onePreviewSchema>

/**
 * What billing one room or space would make, to the fen, before it is published. One round trip.
 * @throws what `billOne` throws when nothing can be billed
 */
export async function previewOne(ctx: Ctx, raw: BillOneAsked): Promise<OnePreview> {
  ctx.require('bills.run')
  const input = parse(billOneAskedSchema, raw)
  const { placeId, period } = input
  const place = { kind: kindOfTarget(placeId), id: placeId } as Place
  const { table, column } = targetNames[place.kind]
  const dueOn = dueOf(ctx, input)
  const [[row], fees, payers] = await ctx.db.orm.batch([
    targetQuery(ctx, place, period),
    ctx.db.orm
      .select({ id: tariffs.id, name: tariffs.name })
      .from(tariffs)
      .where(sql`${tariffs.projectId} = (SELECT project_id FROM ${table} WHERE id = ${placeId})`),
    ctx.db.orm
      .select({ id: people.id, name: people.name })
      .from(people)
      .where(
        sql`${people.id} IN (SELECT person_id FROM ${occupancies} WHERE ${column} = ${placeId}
          UNION SELECT person_id FROM ${payerAgreements} WHERE target_id = ${placeId})`,
      ),
  ])
  const target = targetOf(row, place, period)
  ctx.require('bills.run', target.projectId)
  const { bills, skips } = billsToMake(target, period)
  const nameIn = (all: readonly { id: string; name: string }[], id: string) =>
    all.find((each) => each.id === id)?.name ?? ''
  return {
    projectId: target.projectId,
    dueOn,
    totalFen: bills.reduce((sum, { amountFen }) => sum + amountFen, 0),
    bills: bills.map(({ tariffId, payerPersonId, fromOn, toOn, amountFen }) => ({
      tariffId,
      fee: nameIn(fees, tariffId),
      payerName: nameIn(payers, payerPersonId),
      fromOn,
      toOn,
      amountFen,
    })),
    skips: [...new Set(skips.map(({ reason }) => reason))],
  }
}
