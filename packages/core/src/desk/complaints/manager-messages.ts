import { nextDaytime, parsePhone } from '@heju/kernel'
import { and, eq, sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { staff } from '../../people/identity/index.ts'
import { actsAs, reaches, roleAssignments } from '../../people/roles/index.ts'
import { enqueueMessages } from '../../platform/messages/index.ts'
import type { EventHandler } from '../../platform/outbox/index.ts'
import { taskKinds } from '../../platform/tasks/index.ts'
import { productKey } from '../../product-keys.ts'
import { todayOf } from '../../today.ts'
import { policy } from './rules.ts'
import { complaints } from './tables.ts'

/** Published when a complaint is taken up again because its owner is not content. */
export const complaintReopened = 'complaints.reopened'

/**
 * Tells the managers of the project by SMS that an owner is not content (D108): the task on their list is seen only by
 * who sits at it. At night it waits for the morning, but for an emergency. Once for each event.
 */
export const alertManagers: EventHandler = async (ctx, event, ports) => {
  const complaintId = String(event.payload.complaintId)
  await ctx.writeOnce(productKey('complaints.alert_managers', event.id), async (write) => {
    const [[complaint], managers] = await ctx.db.orm.batch([
      ctx.db.orm.select().from(complaints).where(eq(complaints.id, complaintId)),
      managersOf(ctx, complaintId),
    ])
    if (complaint === undefined) return null
    const phones = await Promise.all(managers.map(({ phoneSealed }) => mobileOf(ctx, phoneSealed)))
    const { number, place, projectId, emergency } = complaint
    const { from, to } = policy.daytime
    const message = {
      purpose: 'complaint_dissatisfied',
      subjectId: complaintId,
      projectId,
      params: { number, place, link: `${ports.origin}/console/complaints/${complaintId}` },
      notBefore: emergency ? 0 : nextDaytime(ctx.now, ctx.company.zone, from, to),
    }
    const reached = [...new Set(phones)].filter((phone) => phone !== null)
    await enqueueMessages(
      ctx,
      write,
      reached.map((phone) => ({ ...message, phone })),
    )
    return null
  })
}

/** Managers who work in the project of a complaint. */
function managersOf(ctx: Ctx, complaintId: string) {
  const isManager = sql`EXISTS (SELECT 1 FROM ${roleAssignments} AS held WHERE held.staff_id = ${staff.id}
    AND ${actsAs(sql`held.role`, 'project_manager', taskKinds.complaint_dissatisfied.permission)} AND ${reaches('held', sql`${complaints.projectId}`, todayOf(ctx))})`
  return ctx.db.orm
    .select({ phoneSealed: staff.phoneSealed })
    .from(complaints)
    .innerJoin(staff, and(eq(staff.state, 'active'), isManager))
    .where(eq(complaints.id, complaintId))
}

async function mobileOf(ctx: Ctx, phoneSealed: string | null): Promise<string | null> {
  if (phoneSealed === null) return null
  const phone = parsePhone(await ctx.vault.unseal('staff.phone', phoneSealed))
  // Channels take a mainland number without its country code.
  return phone?.kind === 'mobile' ? phone.number.replace('+86', '') : null
}
