import { formatInstant, nextDaytime, parsePhone } from '@heju/kernel'
import { eq } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { enqueueMessage } from '../../platform/messages/index.ts'
import type { EventHandler, Ports } from '../../platform/outbox/index.ts'
import { productKey } from '../../product-keys.ts'
import { phoneField } from '../../estate/registry/index.ts'
import type { ComplaintRow } from './matters.ts'
import { policy } from './rules.ts'
import { complaints } from './tables.ts'

/** Thanks an owner, with the number and by when they will be called (D106). */
export const thankOwner = toOwner('complaint_registered', (ctx, complaint) => ({
  dueAt: formatInstant(complaint.firstDueAt, ctx.company.zone),
}))

/**
 * Tells an owner that there is a reply, and where to say so if it does not satisfy them. One that is written at night
 * waits for the morning; thanks do not, because the owner is awake.
 */
export const announceReply = toOwner(
  'complaint_reply',
  () => ({}),
  (ctx) => nextDaytime(ctx.now, ctx.company.zone, policy.daytime.from, policy.daytime.to),
)

/** A handler that sends one message about a complaint to whoever left a mobile number; once for each event. */
function toOwner(
  purpose: 'complaint_registered' | 'complaint_reply',
  paramsOf: (ctx: Ctx, complaint: ComplaintRow) => Record<string, string>,
  notBefore: (ctx: Ctx) => number = () => 0,
): EventHandler {
  return async (ctx, event, ports) => {
    const complaintId = String(event.payload.complaintId)
    await ctx.writeOnce(productKey(`complaints.${purpose}`, event.id), async (write) => {
      const [complaint] = await ctx.db.orm.select().from(complaints).where(eq(complaints.id, complaintId))
      const phone = complaint === undefined ? null : await mobileOf(ctx, complaint)
      if (complaint === undefined || phone === null) return null
      await enqueueMessage(ctx, write, {
        purpose,
        subjectId: complaintId,
        projectId: complaint.projectId,
        phone,
        params: { number: complaint.number, link: linkTo(ports, complaintId), ...paramsOf(ctx, complaint) },
        notBefore: notBefore(ctx),
      })
      return null
    })
  }
}

async function mobileOf(ctx: Ctx, { phoneSealed }: ComplaintRow): Promise<string | null> {
  if (phoneSealed === null) return null
  const phone = parsePhone(await ctx.vault.unseal(phoneField, phoneSealed))
  // Channels take a mainland number without its country code.
  return phone?.kind === 'mobile' ? phone.number.replace('+86', '') : null
}

/** Where an owner reads about a complaint. */
function linkTo(ports: Ports, complaintId: string): string {
  return `${ports.origin}/portal/complaints/${complaintId}`
}
