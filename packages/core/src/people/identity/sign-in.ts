import { parsePhone } from '@heju/kernel'
import { and, eq, sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { todayOf } from '../../today.ts'
import { signInRefused } from './errors.ts'
import { verifyNoPassword, verifyPassword } from './passwords.ts'
import { accountTries, addressTries, strangersTries } from './rules.ts'
import { signInSchema, type SignIn } from './schemas.ts'
import { assignmentsJson, assignmentsOf } from '../roles/index.ts'
import { newSession, type Caller, type SignedIn } from './sessions.ts'
import { staff } from './tables.ts'
import {
  countTries,
  forgetOldTries,
  forgetTries,
  knowAddress,
  placesOf,
  takeBackTry,
  throttleKey,
} from './throttle.ts'

interface Candidate {
  id: string
  password_hash: string | null
  assignments: string
}

/**
 * Signs a member of staff in by phone or e-mail and password.
 *
 * Neither the answer nor its time tells whether an account exists: tries are counted by what was typed, an unknown or
 * disabled account costs the same hash, and every refusal is the same. They are counted by account and address together,
 * so that a stranger's guesses keep nobody out; a device that is known for the account is counted by itself, so that
 * neither do those of whoever shares its address.
 *
 * It has no request id of the client: an answer that holds a secret is not kept, and a second session does no harm.
 * @throws `identity.sign_in_refused`, `identity.too_many_tries`
 */
export async function signIn(ctx: Ctx, raw: SignIn, caller: Caller): Promise<SignedIn> {
  const { login, password } = parse(signInSchema, raw)
  const { typed, matching } = await readLogin(ctx, login)
  const everywhere = await throttleKey(ctx, 'account', typed)
  const places = await placesOf(ctx, 'account-address', typed, caller)
  const [account, ...device] = places
  const address = await throttleKey(ctx, 'address', caller.address)
  const {
    read: [found],
    keys: [countedAt = address],
  } = await countTries(
    ctx,
    [
      { key: address, rule: addressTries, unlessKnown: device },
      { key: account, rule: accountTries, unlessKnown: device },
      { key: everywhere, rule: strangersTries, unlessKnown: places },
    ],
    [
      sql`SELECT id, password_hash, ${assignmentsJson(sql`staff.id`, todayOf(ctx))} AS assignments
        FROM staff WHERE state = 'active' AND ${matching}`,
    ],
  )
  const candidate = found?.rows[0] as Candidate | undefined
  const passwordHash = candidate?.password_hash ?? null
  if (!(await isRight(password, passwordHash)) || candidate === undefined || passwordHash === null)
    throw signInRefused()
  const { id } = candidate
  const { agent } = caller
  const assignments = assignmentsOf(candidate.assignments)
  const { signedIn, record } = await newSession(ctx, { plane: 'staff', subject: id, assignments, agent })
  await ctx.writeAnew(
    'identity.sign_in',
    (write) => {
      // Comparing takes its time, in which the account may be disabled, or get another password or login: who signs in
      // by what was good before would outlive the sign-ins that end with it.
      const asCompared = and(
        eq(staff.id, id),
        eq(staff.state, 'active'),
        eq(staff.passwordHash, passwordHash),
        matching,
      )
      write.changeOne(
        ctx.db.orm.update(staff).set({ lastSignedInAt: ctx.now }).where(asCompared),
        signInRefused,
      )
      record(write)
      for (const place of places) write.change(forgetTries(place))
      write.change(takeBackTry(countedAt))
      for (const place of places) write.change(knowAddress(place, ctx.now))
      for (const old of forgetOldTries(ctx.now)) write.change(old)
      write.audit('identity.signed_in', id)
    },
    { visitors: true, whileSuspended: true },
  )
  return signedIn
}

/** How an account is looked for: `typed` is the same for every way to write the same phone or address. */
async function readLogin(ctx: Ctx, login: string): Promise<{ typed: string; matching: SQL }> {
  const phone = login.includes('@') ? null : parsePhone(login)
  const typed = phone?.number ?? login.toLowerCase()
  const index = await ctx.vault.index('staff.phone', typed)
  return { typed, matching: phone === null ? sql`email = ${typed}` : sql`phone_index = ${index}` }
}

function isRight(password: string, hash: string | null): Promise<boolean> {
  return hash === null ? verifyNoPassword(password) : verifyPassword(password, hash)
}
