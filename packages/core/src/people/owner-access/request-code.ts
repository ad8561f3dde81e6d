import { newId } from '@heju/kernel'
import type { Ctx } from '../../context.ts'
import { owners, type Caller } from '../identity/index.ts'
import { parse } from '../../input.ts'
import { enqueueMessage } from '../../platform/messages/index.ts'
import { indexPhone } from '../../estate/registry/index.ts'
import { countRequest } from './count-request.ts'
import { codeUnsent } from './forget-unsent.ts'
import { hashCode } from './hash-code.ts'
import { codeLifeMs, drawCode, phoneCodes } from './rules.ts'
import { requestCodeSchema, type CodeRequested, type RequestCode } from './schemas.ts'
import { signInCodes } from './tables.ts'

/**
 * Sends an owner a code to sign in with, in place of any earlier one that the same address asked for.
 *
 * The answer is the same whether or not the phone is anybody's: a message goes out only when it opens the portal
 * (`mayEnter`), but counting, the round trips and the row of the code are the same for all. What is left, two rows more in
 * the one batch, is some microseconds, and a day's requests for one phone (`codesADay` of all strangers, `phoneCodes` of
 * each known place) are too few to tell them from chance.
 *
 * @throws `owner_access.too_many_codes` with `retryAfterSeconds`: from one address a minute between two codes and five a day
 *   for one phone, and sixty an hour for all. When addresses and devices that are not known for the phone had so many
 *   sent that no further one goes out for now: `owner_access.code_still_good` while the last one bears tries from here,
 *   `owner_access.too_many_guesses` while it does from other addresses, and `owner_access.no_more_codes` when those of
 *   the day are used up
 */
export async function requestCode(ctx: Ctx, raw: RequestCode, caller: Caller): Promise<CodeRequested> {
  const { phone } = parse(requestCodeSchema, raw)
  const phoneIndex = await indexPhone(ctx.vault, phone)
  const { askedFrom, row, atPhone, guessedAt } = await countRequest(ctx, phone, phoneIndex, caller)
  const code = drawCode(() => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0)
  const codeHash = await hashCode(ctx, phoneIndex, code)
  // Where no other is sent for hours, this one stays good for as long.
  const expiresAt = Math.max(ctx.now + codeLifeMs, Number(row?.next_at ?? 0))
  const minutes = Math.ceil((expiresAt - ctx.now) / 60_000)

  await ctx.writeAnew(
    'owner_access.request_code',
    async (write) => {
      const fresh = {
        codeHash,
        attempts: 0,
        attemptsElsewhere: 0,
        createdAt: ctx.now,
        expiresAt,
        usedAt: null,
      }
      write.add(
        ctx.db.orm
          .insert(signInCodes)
          .values({ phoneIndex, askedFrom, ...fresh })
          .onConflictDoUpdate({ target: [signInCodes.phoneIndex, signInCodes.askedFrom], set: fresh }),
      )
      if (row?.known !== 1) return
      const ownerId = row.owner_id ?? newId('ownr', ctx.now)
      const account = {
        id: ownerId,
        phoneIndex,
        phoneSealed: await ctx.vault.seal('owners.phone', phone),
        phoneLast4: phone.slice(-4),
        createdAt: ctx.now,
      }
      write.add(ctx.db.orm.insert(owners).values(account).onConflictDoNothing())
      const params = { code, minutes: String(minutes) }
      // Providers want mainland numbers without the country's code.
      const to = phone.replace(/^\+86/, '')
      const message = { purpose: 'otp', subjectId: ownerId, phone: to, params, goodUntil: expiresAt }
      const ifUnsent = {
        type: codeUnsent,
        keys: atPhone,
        guessedAt,
        code: { phoneIndex, askedFrom },
        askedAt: ctx.now,
      }
      await enqueueMessage(ctx, write, message, ifUnsent)
    },
    { visitors: true },
  )
  return { resendAfterSeconds: phoneCodes.intervalMs / 1000, minutes }
}
