import { invalidInput, newId } from '@heju/kernel'
import { companies, signups } from '@heju/db/platform-tables'
import { and, count, eq, gt, inArray, min, sql } from 'drizzle-orm'
import * as v from 'valibot'
import { hashPassword } from '../../people/identity/index.ts'
import { parse } from '../../input.ts'
import type { PlatformCtx } from '../../platform-context.ts'
import { addressesLike, isReserved } from './addresses.ts'
import { signUpTooOften, slugReserved, slugTaken } from './errors.ts'
import { signUpLimits } from './rules.ts'
import { signUpSchema, slugSchema, type SignedUp, type SignUp } from './schemas.ts'
import { signupKey } from './signup-key.ts'

const alternativesOffered = 3

/**
 * Takes a property company's wish for an account of its own. The register has the company from then on; its
 * database is made by `provisionCompany`, for which the caller sends the message.
 * @param ip address of the visitor, to count sign-ups
 * @param mostFromIp so many an hour, as `signUpsPerAddress` tells
 * @throws `tenancy.slug_taken`, `tenancy.slug_reserved`, `tenancy.sign_up_too_often`
 */
export async function signUp(
  ctx: PlatformCtx,
  raw: SignUp,
  ip: string,
  mostFromIp: number = signUpLimits.ip.most,
): Promise<SignedUp> {
  const input = await inputOf(ctx, raw)
  const { requestId, companyName, slug, adminName, phone, password, locale } = input
  const vault = await ctx.vault
  const personal = JSON.stringify([adminName, phone, password])
  // The ledger keeps a hash of the input: without a key, a password in it could be guessed from there.
  const recorded = {
    requestId,
    companyName,
    slug,
    locale,
    personal: await vault.index('signup.input', personal),
  }
  const [phoneIndex, ipIndex] = [await vault.index('signup.phone', phone), await vault.index('signup.ip', ip)]
  const counts: Count[] = [
    { column: signups.phoneIndex, index: phoneIndex, ...signUpLimits.phone },
    { column: signups.ipIndex, index: ipIndex, withinMs: signUpLimits.ip.withinMs, most: mostFromIp },
  ]

  const made = await ctx.write('tenancy.sign_up', recorded, async (write) => {
    const alternatives = await mayHave(ctx, slug, counts)
    const [signupId, companyId] = [newId('sign', ctx.now), newId('comp', ctx.now)]
    const changed = { createdAt: ctx.now, changedAt: ctx.now }
    const row = { id: companyId, slug, name: companyName, state: 'provisioning', locale, ...changed } as const
    write.add(
      ctx.db.orm.insert(companies).values({ ...row, databaseKind: ctx.deployment.provisioner.kind }),
      slugTaken({ slug, alternatives }),
    )
    write.add(
      ctx.db.orm.insert(signups).values({
        id: signupId,
        companyId,
        staffId: newId('stf', ctx.now),
        nameSealed: await vault.seal('signups.name', adminName),
        phoneSealed: await vault.seal('signups.phone', phone),
        passwordHash: await hashPassword(password),
        phoneIndex,
        ipIndex,
        createdAt: ctx.now,
      }),
    )
    for (const { column, index, most, withinMs } of counts) {
      // Seen again in the batch: many at the same moment would all have passed the read.
      const since = ctx.now - withinMs
      const counted = sql`(SELECT count(*) FROM ${signups} WHERE ${column} = ${index} AND created_at > ${since})`
      write.require(sql`${counted} <= ${most}`, tooOften(withinMs))
    }
    write.audit('tenancy.signed_up', companyId)
    return { signupId, companyId }
  })
  return { ...made, key: await signupKey(vault, made.signupId) }
}

/**
 * What was filled in, once all of it is right. Of what is wrong all is told at once: also that the address is taken, which
 * the form itself does not show, or whoever mends a password would be sent back for the address.
 */
async function inputOf(ctx: PlatformCtx, raw: SignUp): Promise<v.InferOutput<typeof signUpSchema>> {
  try {
    return parse(signUpSchema, raw)
  } catch (error) {
    const slug = v.safeParse(slugSchema, raw.slug)
    if (!invalidInput.is(error) || !slug.success) throw error
    const refused = await mayHave(ctx, slug.output, []).catch((refusal: unknown) => refusal)
    if (!slugTaken.is(refused) && !slugReserved.is(refused)) throw error
    const { code, params } = refused
    throw invalidInput(error.params, { fields: [{ path: 'slug', code, params }, ...error.fields] })
  }
}

/** How many sign-ups of somebody there may be, within how long. */
interface Count {
  column: typeof signups.phoneIndex | typeof signups.ipIndex
  index: string
  most: number
  withinMs: number
}

/** @returns free addresses near the wished one, for whoever loses the race for it */
async function mayHave(ctx: PlatformCtx, slug: string, counts: readonly Count[]): Promise<string> {
  const near = addressesLike(slug)
  const { orm } = ctx.db
  const [taken, ...seen] = await orm.batch([
    orm
      .select({ slug: companies.slug })
      .from(companies)
      .where(inArray(companies.slug, [slug, ...near])),
    ...counts.map(({ column, index, withinMs }) =>
      orm
        .select({ count: count(), first: min(signups.createdAt) })
        .from(signups)
        .where(and(eq(column, index), gt(signups.createdAt, ctx.now - withinMs))),
    ),
  ])
  for (const [i, { most, withinMs }] of counts.entries()) {
    const found = seen[i]?.[0]
    if (found !== undefined && found.count >= most)
      throw tooOften((found.first ?? ctx.now) + withinMs - ctx.now)
  }
  const gone = new Set(taken.map((row) => row.slug))
  const free = near.filter((address) => !gone.has(address)).slice(0, alternativesOffered)
  const alternatives = free.join(', ')
  if (isReserved(slug)) throw slugReserved({ slug, alternatives })
  if (gone.has(slug)) throw slugTaken({ slug, alternatives })
  return alternatives
}

function tooOften(waitMs: number) {
  const retryAfterSeconds = Math.ceil(waitMs / 1000)
  return signUpTooOften({ retryAfterSeconds, minutes: Math.ceil(waitMs / 60_000) })
}
