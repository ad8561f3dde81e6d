import { newId } from '@heju/kernel'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { admitAssignments, insertAssignments } from './assignments.ts'
import { loginTaken } from './errors.ts'
import { invitationToken } from './invitation-tokens.ts'
import { invitationLifeMs } from './rules.ts'
import { inviteColleagueSchema, type InviteColleague } from './schemas.ts'
import { phoneColumns } from './staff-logins.ts'
import { invitations, staff } from './tables.ts'

/** What an administrator passes on, by whatever way they talk to the colleague. */
export interface InvitationLink {
  staffId: string
  /** The secret of the link; the page that takes it in is the console's. */
  token: string
  /** Epoch ms. */
  expiresAt: number
}

/**
 * Takes a colleague in: by name, phone or e-mail, and the roles they will have. They set their password by the link,
 * within seven days, and cannot sign in before.
 * @throws `identity.login_taken`, `identity.project_unknown`, and what `admitAssignments` refuses
 */
export async function inviteColleague(ctx: Ctx, raw: InviteColleague): Promise<InvitationLink> {
  ctx.require('staff.manage')
  const input = parse(inviteColleagueSchema, raw)
  const { requestId, staffId, name, phone, email, assignments } = input
  const columns = await phoneColumns(ctx, phone)
  // The same phone written in another way is the same request: its keyed hash stands for it.
  const recorded = { requestId, staffId, name, phone: columns.phoneIndex, email, assignments }
  const invited = await ctx.write('identity.invite', recorded, async (write) => {
    const entered = await admitAssignments(ctx, write, { staffId, assignments })
    const invitationId = newId('inv', ctx.now)
    const expiresAt = ctx.now + invitationLifeMs
    write.add(
      ctx.db.orm.insert(staff).values({
        id: staffId,
        name,
        ...columns,
        email: email ?? null,
        state: 'invited',
        createdAt: ctx.now,
        changedAt: ctx.now,
      }),
      loginTaken,
    )
    write.add(insertAssignments(ctx, staffId, assignments))
    write.add(
      ctx.db.orm.insert(invitations).values({
        id: invitationId,
        staffId,
        invitedBy: ctx.actor.id,
        createdAt: ctx.now,
        expiresAt,
      }),
    )
    write.audit('identity.invited', staffId, { detail: { assignments: entered } })
    return { staffId, invitationId, expiresAt }
  })
  const { invitationId, expiresAt } = invited
  return { staffId, token: await invitationToken(ctx.vault, invitationId), expiresAt }
}
