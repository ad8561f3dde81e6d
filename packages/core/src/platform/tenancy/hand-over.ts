import { sha256Hex } from '@heju/db'
import { signups } from '@heju/db/platform-tables'
import { and, eq, gt, isNull } from 'drizzle-orm'
import type { PlatformCtx } from '../../platform-context.ts'
import { handedOver, handoverInvalid, notReady } from './errors.ts'
import { handoverMs } from './rules.ts'
import { ownSignup } from './signup-progress.ts'

/**
 * Opens the door of a new company to the one who signed up: a token that signs its administrator in, once, within two
 * minutes, at the company's own host. Asked for again, the earlier token is worth nothing.
 * @throws `tenancy.sign_up_not_found`, `tenancy.not_ready`, `tenancy.handed_over`
 */
export async function openHandover(
  ctx: PlatformCtx,
  asked: { signupId: string; key: string },
): Promise<{ host: string; token: string }> {
  const { signup, company } = await ownSignup(ctx, asked)
  if (company.state !== 'active') throw notReady()
  const token = randomToken()
  const handoverSha256 = await sha256Hex(token)
  await ctx.writeAnew('tenancy.open_handover', (write) => {
    write.changeOne(
      ctx.db.orm
        .update(signups)
        .set({ handoverSha256, handoverExpiresAt: ctx.now + handoverMs })
        .where(and(eq(signups.id, signup.id), isNull(signups.handedOverAt))),
      handedOver(),
    )
    write.audit('tenancy.handover_opened', company.id)
  })
  return { host: `${company.slug}.${ctx.deployment.baseHost}`, token }
}

/**
 * Takes the token in at the company's host.
 * @returns the administrator, whom the caller signs in
 * @throws `tenancy.handover_invalid` when it is unknown, used, out of date or of another company
 */
export async function redeemHandover(
  ctx: PlatformCtx,
  given: { companyId: string; token: string },
): Promise<{ staffId: string }> {
  const { id, staffId, companyId, handoverSha256, handoverExpiresAt, handedOverAt } = signups
  const matching = and(
    eq(companyId, given.companyId),
    eq(handoverSha256, await sha256Hex(given.token)),
    gt(handoverExpiresAt, ctx.now),
    isNull(handedOverAt),
  )
  const [signup] = await ctx.db.orm.select({ id, staffId }).from(signups).where(matching).limit(1)
  if (signup === undefined) throw handoverInvalid()
  await ctx.writeAnew('tenancy.redeem_handover', (write) => {
    write.changeOne(
      ctx.db.orm.update(signups).set({ handedOverAt: ctx.now, handoverSha256: null }).where(matching),
      handoverInvalid(),
    )
    write.audit('tenancy.handed_over', given.companyId)
  })
  return { staffId: signup.staffId }
}

/** 256 bits in base64url. */
export function randomToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}
