import type { Ctx } from '../../context.ts'

/** Staff who have to do with complaints send photos, and owners. @throws `access.not_allowed` */
export function sender(ctx: Ctx): string {
  if (ctx.actor.kind === 'staff') ctx.require('complaints.receive')
  else ctx.requireOwner()
  return ctx.actor.id
}
