import { invalidInput } from '@heju/kernel'
import { and, eq, sql } from 'drizzle-orm'
import { notAllowed, type Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { passwordWrong } from './errors.ts'
import { tellsLogin } from './password-rules.ts'
import { hashPassword, verifyNoPassword, verifyPassword } from './passwords.ts'
import { accountTries } from './rules.ts'
import { changePasswordSchema, type ChangePassword } from './schemas.ts'
import { endSessions } from './sessions.ts'
import { staff } from './tables.ts'
import { countTries, forgetTries, throttleKey } from './throttle.ts'

/**
 * Changes one's own password and ends one's other sign-ins. The current one is asked for and guessing it is counted,
 * so that a computer left open does not give the account away.
 * @param familyId the sign-in that goes on
 * @throws `identity.password_wrong`, `identity.too_many_tries`, `database.conflict` when the phone or e-mail is changed at
 *   that moment
 */
export async function changePassword(ctx: Ctx, raw: ChangePassword, familyId: string): Promise<void> {
  const { kind, id } = ctx.actor
  if (kind !== 'staff') throw notAllowed({ permission: 'staff' })
  const { requestId, currentPassword, newPassword } = parse(changePasswordSchema, raw)
  const account = await throttleKey(ctx, 'account', id)
  await ctx.write(
    'identity.change_password',
    { requestId },
    async (write) => {
      const current = await readCurrent(ctx, id, account)
      if (current !== undefined) await refuseTelling(ctx, newPassword, current.phoneSealed, current.email)
      const right =
        current === undefined
          ? await verifyNoPassword(currentPassword)
          : await verifyPassword(currentPassword, current.passwordHash)
      if (!right || current === undefined) throw passwordWrong()
      const { passwordHash, ...logins } = current
      // The new one was held against the logins that were read.
      write.requireAsRead(staff, { id, ...logins })
      const changed = { passwordHash: await hashPassword(newPassword), changedAt: ctx.now }
      // Changed meanwhile by somebody else: what was given as the current one no longer is.
      write.changeOne(
        ctx.db.orm
          .update(staff)
          .set(changed)
          .where(and(eq(staff.id, id), eq(staff.passwordHash, passwordHash))),
        passwordWrong,
      )
      write.change(endSessions(ctx, id, 'replaced', familyId))
      write.change(forgetTries(account))
      write.audit('identity.password_changed', id)
    },
    { whileSuspended: true, ofOneself: true },
  )
}

/** Counts the try and reads by what it is judged. */
async function readCurrent(
  ctx: Ctx,
  id: string,
  account: string,
): Promise<{ passwordHash: string; phoneSealed: string | null; email: string | null } | undefined> {
  const {
    read: [found],
  } = await countTries(
    ctx,
    [{ key: account, rule: accountTries }],
    [sql`SELECT password_hash, phone_sealed, email FROM staff WHERE id = ${id} AND state = 'active'`],
  )
  const row = found?.rows[0] as
    | { password_hash: string; phone_sealed: string | null; email: string | null }
    | undefined
  return row && { passwordHash: row.password_hash, phoneSealed: row.phone_sealed, email: row.email }
}

/** @throws `request.invalid` at `field` when a password repeats the account's phone or e-mail */
export async function refuseTelling(
  ctx: Ctx,
  password: string,
  phoneSealed: string | null,
  email: string | null,
  field = 'newPassword',
): Promise<void> {
  const phone = phoneSealed === null ? null : await ctx.vault.unseal('staff.phone', phoneSealed)
  if (tellsLogin(password, [phone, email]))
    throw invalidInput({}, { fields: [{ path: field, code: 'field.password_tells_login' }] })
}
