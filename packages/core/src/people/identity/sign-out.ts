import { and, eq, inArray, isNull } from 'drizzle-orm'
import { notAllowed, type Ctx } from '../../context.ts'
import { familyOf, hashRefreshToken, nextRefreshToken } from './refresh-tokens.ts'
import { endSessions } from './sessions.ts'
import { sessions } from './tables.ts'

const allowed = { visitors: true, whileSuspended: true, ofOneself: true }

/**
 * Ends the sign-in behind a refresh token. Who holds it may do so without an access token, which may have run out.
 * A token that is not good (any more) is no error: its holder is signed out.
 */
export async function signOut(ctx: Ctx, refreshToken: string): Promise<void> {
  const familyId = familyOf(refreshToken)
  if (familyId === undefined) return
  // Another tab may have renewed it a moment ago: its successor is ended as well.
  const successor = await nextRefreshToken(ctx.vault, familyId, refreshToken)
  const hashes = await Promise.all([refreshToken, successor].map(hashRefreshToken))
  await ctx.writeAnew(
    'identity.sign_out',
    (write) => {
      write.change(
        ctx.db.orm
          .update(sessions)
          .set({ endedAt: ctx.now, endReason: 'signed_out' })
          .where(
            and(eq(sessions.id, familyId), inArray(sessions.tokenSha256, hashes), isNull(sessions.endedAt)),
          ),
      )
    },
    allowed,
  )
}

/** Ends every sign-in of whoever is signed in, this one too: a phone was lost, a computer left open. */
export async function signOutEverywhere(ctx: Ctx): Promise<void> {
  const { kind, id } = ctx.actor
  if (kind !== 'staff' && kind !== 'owner') throw notAllowed({ permission: 'session' })
  await ctx.writeAnew(
    'identity.sign_out_everywhere',
    (write) => {
      write.change(endSessions(ctx, id, 'signed_out'))
      write.audit('identity.signed_out_everywhere', id)
    },
    allowed,
  )
}
