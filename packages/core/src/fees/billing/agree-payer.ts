import { databaseConflict } from '@heju/db'
import { type CivilDate } from '@heju/kernel'
import { eq, sql, type SQL } from 'drizzle-orm'
import * as v from 'valibot'
import type { Ctx } from '../../context.ts'
import { idSchema, parse, requestIdSchema } from '../../input.ts'
import {
  dateSchema,
  placeIsThere,
  placeSchema,
  requireOrder,
  type Place,
  occupancies,
} from '../../estate/registry/index.ts'
import { todayOf } from '../../today.ts'
import {
  agreementExists,
  agreementNotFound,
  payerNotThereYet,
  payerNotUser,
  targetNotFound,
} from './errors.ts'
import { payerAgreements } from './tables.ts'
import { targetNames } from './targets.ts'

export const agreePayerSchema = v.object({
  requestId: requestIdSchema,
  agreementId: idSchema('agr'),
  place: placeSchema,
  personId: idSchema('pers'),
  fromOn: dateSchema,
  toOn: v.optional(v.nullable(dateSchema), null),
})
export type AgreePayer = v.InferInput<typeof agreePayerSchema>

export const endAgreementSchema = v.object({
  requestId: requestIdSchema,
  agreementId: idSchema('agr'),
  /** The last day. */
  toOn: dateSchema,
})
export type EndAgreement = v.InferInput<typeof endAgreementSchema>

/**
 * Records that a tenant or user pays the fees of a place by agreement with its owner, who stays jointly liable
 * (物业管理条例 41). Bills of the days from then on are made out to them, until they leave: an agreement ends no later than
 * its holder's last day there, be that day known already or entered later (the trigger `occupancies_end_agreements`); should a
 * day that was entered later be put right, what was agreed goes on. Whatever it says, it holds only on days on which its
 * holder is there (`payersOf`).
 * @returns the agreement with its last day; null as long as neither is known
 * @throws `billing.target_not_found`, `billing.payer_not_user` when they are not entered as such there,
 *   `billing.payer_not_there_yet` for days before they come, `billing.agreement_exists` for days that have one,
 *   `database.conflict` when the days of their stay were changed meanwhile
 */
export async function agreePayer(
  ctx: Ctx,
  raw: AgreePayer,
): Promise<{ agreementId: string; toOn: CivilDate | null }> {
  ctx.require('tariffs.write')
  const input = parse(agreePayerSchema, raw)
  const { agreementId, place, personId, fromOn } = input
  requireOrder(input)
  return ctx.write('billing.agree_payer', input, async (write) => {
    const stay = stayOf(ctx, place, personId, fromOn)
    const { projectId, isUser, comesOn, leavesOn } = await placeAndUser(ctx, place, stay)
    ctx.require('tariffs.write', projectId)
    if (!isUser || (leavesOn !== null && leavesOn < fromOn)) throw payerNotUser()
    if (comesOn !== null && comesOn > fromOn) throw payerNotThereYet({ comesOn })
    const toOn = leavesOn === null || (input.toOn !== null && input.toOn <= leavesOn) ? input.toOn : leavesOn
    // By these days it was judged, and by the last of them it ends: somebody may be entering others just now.
    write.require(placeIsThere(place), targetNotFound)
    write.require(stay.isUser, payerNotUser)
    write.require(sql`${stay.comesOn} IS ${comesOn} AND ${stay.leavesOn} IS ${leavesOn}`, databaseConflict)
    write.require(
      sql`NOT EXISTS (SELECT 1 FROM payer_agreements WHERE target_id = ${place.id}
        AND from_on <= coalesce(${toOn}, '9999-12-31') AND (to_on IS NULL OR to_on >= ${fromOn}))`,
      agreementExists,
    )
    const row = { id: agreementId, projectId, targetId: place.id, personId, fromOn, toOn }
    write.add(ctx.db.orm.insert(payerAgreements).values({ ...row, createdAt: ctx.now }))
    write.audit('billing.payer_agreed', agreementId, {
      projectId,
      detail: { targetId: place.id, fromOn, toOn },
    })
    return { agreementId, toOn }
  })
}

/** Ends an agreement after a day; the owner pays from the next on. @throws `billing.agreement_not_found` */
export async function endAgreement(ctx: Ctx, raw: EndAgreement): Promise<{ agreementId: string }> {
  ctx.require('tariffs.write')
  const input = parse(endAgreementSchema, raw)
  const { agreementId, toOn } = input
  return ctx.write('billing.end_agreement', input, async (write) => {
    const [found] = await ctx.db.orm
      .select({ projectId: payerAgreements.projectId })
      .from(payerAgreements)
      .where(eq(payerAgreements.id, agreementId))
    if (found === undefined || !ctx.may('tariffs.write', found.projectId)) throw agreementNotFound()
    // One that ends before it begins would never have held, and a longer one is a new agreement. Where a stay has cut it on
    // that very day, it ends on it from now on whatever becomes of the stay.
    write.changeOne(
      sql`UPDATE payer_agreements SET to_on = ${toOn}, cut_by = NULL, agreed_to_on = NULL
        WHERE id = ${agreementId} AND from_on <= ${toOn} AND (to_on IS NULL OR to_on > ${toOn}
            OR to_on = ${toOn} AND cut_by IS NOT NULL)`,
      agreementNotFound,
    )
    write.audit('billing.agreement_ended', agreementId, { projectId: found.projectId, detail: { toOn } })
    return { agreementId }
  })
}

/** What somebody's stay at a place says of an agreement from a day on, each as an expression of the database. */
interface Stay {
  /** Whether they use the place. */
  isUser: SQL
  /** Their first day there as anything of a stay that is not over before the agreement begins, or NULL where not known. */
  comesOn: SQL
  /** Their last day of all, or NULL where not known. */
  leavesOn: SQL
}

function stayOf(ctx: Ctx, place: Place, personId: string, fromOn: string): Stay {
  const { column } = targetNames[place.kind]
  const today = todayOf(ctx)
  const here = sql`FROM ${occupancies} o WHERE o.${column} = ${place.id} AND o.person_id = ${personId}`
  return {
    isUser: sql`EXISTS (SELECT 1 ${here} AND o.role IN ('tenant', 'user') AND (o.to_on IS NULL OR o.to_on >= ${today}))`,
    comesOn: sql`(SELECT CASE WHEN count(o.from_on) = count(*) THEN min(o.from_on) END ${here}
      AND (o.to_on IS NULL OR o.to_on >= ${fromOn}))`,
    leavesOn: sql`(SELECT CASE WHEN count(o.to_on) = count(*) THEN max(o.to_on) END ${here})`,
  }
}

/** The project of a place, and what a stay there says. Nobody pays for what was archived. */
async function placeAndUser(ctx: Ctx, place: Place, { isUser, comesOn, leavesOn }: Stay) {
  const [found] = await ctx.db.orm.all<{
    projectId: string
    isUser: number
    comesOn: CivilDate | null
    leavesOn: CivilDate | null
  }>(
    sql`SELECT t.project_id AS projectId, ${isUser} AS isUser, ${comesOn} AS comesOn, ${leavesOn} AS leavesOn
      FROM ${targetNames[place.kind].table} t WHERE t.id = ${place.id} AND t.archived_at IS NULL`,
  )
  if (found === undefined) throw targetNotFound()
  return { ...found, isUser: found.isUser === 1 }
}
