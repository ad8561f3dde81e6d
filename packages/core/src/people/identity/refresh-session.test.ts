import { auditLog } from '@heju/db'
import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyhow, as, freshRequestId, staff as actor, testCompany, testCtx, testNow } from '../../testing.ts'
import type { Ctx } from '../../context.ts'
import { changeAssignments, disableStaff } from '../handing-over/index.ts'
import { refreshSession } from './refresh-session.ts'
import { lostAnswers, rotationGraceMs, sessionLives } from './rules.ts'
import { newSession } from './sessions.ts'
import { signIn } from './sign-in.ts'
import { signOut, signOutEverywhere } from './sign-out.ts'
import { sessions } from './tables.ts'
import { addOwner, addStaff, asVisitor, testCaller, testPassword } from './testing.ts'

const day = 86_400_000
const after = (ctx: Ctx, ms: number) => asVisitor(ctx, testNow + ms)

async function signedIn(ctx: Ctx): Promise<{ id: string; token: string }> {
  const { id, phone } = await addStaff(ctx)
  const { refreshToken } = await signIn(asVisitor(ctx), { login: phone, password: testPassword }, testCaller)
  return { id, token: refreshToken }
}

async function sessionOf(ctx: Ctx, subjectId: string) {
  const [row] = await ctx.db.orm.select().from(sessions).where(eq(sessions.subjectId, subjectId))
  return row
}

describe('refreshSession', () => {
  test('each token is good once; its successor carries on the same sign-in', async () => {
    const ctx = await testCtx()
    const { id, token } = await signedIn(ctx)
    const first = await refreshSession(after(ctx, 300_000), 'staff', token)
    const second = await refreshSession(after(ctx, 600_000), 'staff', first.refreshToken)
    expect(second.session).toMatchObject({ plane: 'staff', subject: id, familyId: first.session.familyId })
    expect(new Set([token, first.refreshToken, second.refreshToken]).size).toBe(3)
  })

  test('an answer that was lost is made up for, days later too and more than once', async () => {
    const ctx = await testCtx()
    const { id, token } = await signedIn(ctx)
    await refreshSession(after(ctx, 1000), 'staff', token)
    await refreshSession(after(ctx, 3 * day), 'staff', token)
    const arrived = await refreshSession(after(ctx, 4 * day), 'staff', token)
    const next = await refreshSession(after(ctx, 4 * day + 300_000), 'staff', arrived.refreshToken)
    expect(next.session).toMatchObject({ subject: id })
    expect(await sessionOf(ctx, id)).toMatchObject({ endedAt: null })
  })

  test('answers that are lost without end are no accident', async () => {
    const ctx = await testCtx()
    const { id, token } = await signedIn(ctx)
    for (let n = 0; n <= lostAnswers; n++) await refreshSession(after(ctx, (n + 1) * day), 'staff', token)
    await expect(refreshSession(after(ctx, 9 * day), 'staff', token)).rejects.toThrow()
    expect(await sessionOf(ctx, id)).toMatchObject({ endReason: 'reused' })
  })

  test('a token that two people spend ends the whole family as soon as the other comes, and is audited', async () => {
    const ctx = await testCtx()
    const { id, token } = await signedIn(ctx)
    const first = await refreshSession(after(ctx, 1000), 'staff', token)
    const thief = await refreshSession(after(ctx, 1000 + rotationGraceMs + 1), 'staff', token)
    const later = after(ctx, 300_000)
    const owner = refreshSession(later, 'staff', first.refreshToken)
    await expect(owner).rejects.toMatchObject({ code: 'identity.session_ended' })
    await expect(refreshSession(after(ctx, 300_001), 'staff', thief.refreshToken)).rejects.toMatchObject({
      code: 'identity.session_ended',
    })
    expect(await sessionOf(ctx, id)).toMatchObject({ endReason: 'reused' })
    const entries = await ctx.db.orm
      .select()
      .from(auditLog)
      .where(eq(auditLog.action, 'identity.token_reused'))
    expect(entries).toMatchObject([{ subjectId: id }])
  })

  test('a token from further back ends the family even within the grace', async () => {
    const ctx = await testCtx()
    const { id, token } = await signedIn(ctx)
    const first = await refreshSession(after(ctx, 1), 'staff', token)
    await refreshSession(after(ctx, 2), 'staff', first.refreshToken)
    await expect(refreshSession(after(ctx, 3), 'staff', token)).rejects.toThrow()
    expect(await sessionOf(ctx, id)).toMatchObject({ endReason: 'reused' })
  })

  test('a secret that was never handed out is refused and ends nothing, although its family is the right one', async () => {
    const ctx = await testCtx()
    const { id, token } = await signedIn(ctx)
    const [familyId = '', secret = ''] = token.split('.')
    const [begun, mark] = [secret.slice(0, 22), secret.slice(22)]
    for (const madeUp of ['A'.repeat(43), `${'A'.repeat(22)}${mark}`, `${begun}${'A'.repeat(21)}`])
      await expect(refreshSession(after(ctx, 1000), 'staff', `${familyId}.${madeUp}`)).rejects.toMatchObject({
        code: 'identity.session_ended',
      })
    expect(await sessionOf(ctx, id)).toMatchObject({ endedAt: null })
    const renewed = await refreshSession(after(ctx, 2000), 'staff', token)
    await expect(
      refreshSession(after(ctx, 3000), 'staff', `${familyId}.${'B'.repeat(43)}`),
    ).rejects.toMatchObject({ code: 'identity.session_ended' })
    expect((await refreshSession(after(ctx, 4000), 'staff', renewed.refreshToken)).session.subject).toBe(id)
  })

  test('two tabs that renew at the same moment get the same successor', async () => {
    const ctx = await testCtx()
    const { token } = await signedIn(ctx)
    const answers = await Promise.all(
      [0, 1, 2, 3].map((ms) => refreshSession(after(ctx, ms), 'staff', token)),
    )
    expect(new Set(answers.map((one) => one.refreshToken)).size).toBe(1)
  })

  test('under any interleaving of spending, at most one token of a family is good', async () => {
    const ctx = await testCtx()
    const { id } = await addStaff(ctx)
    // Steps: which of the tokens known so far is spent, how much later, and how many spend it at once.
    const step = fc.record({
      which: fc.nat(5),
      later: fc.oneof(fc.constant(0), fc.nat(2 * rotationGraceMs)),
      atOnce: fc.integer({ min: 1, max: 3 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        const family = await openFamily(ctx, id)
        const tokens = [family.refreshToken]
        let now = testNow
        for (const { which, later, atOnce } of steps) {
          now += later
          const token = tokens[which % tokens.length] ?? ''
          const spending = Array.from({ length: atOnce }, () =>
            refreshSession(asVisitor(ctx, now), 'staff', token),
          )
          const answers = (await Promise.allSettled(spending)).flatMap((one) =>
            one.status === 'fulfilled' ? [one.value.refreshToken] : [],
          )
          for (const answer of answers) if (!tokens.includes(answer)) tokens.push(answer)
          // All that was ever handed out forms one chain: no token has two successors.
          expect(new Set(answers).size).toBeLessThanOrEqual(1)
        }
        // Long after, every token but the newest is worthless; trying one ends the family, so the newest goes first.
        const late = asVisitor(ctx, now + day)
        const newest = await refreshSession(late, 'staff', tokens.at(-1) ?? '').catch(() => undefined)
        for (const token of tokens.slice(0, -1))
          await expect(refreshSession(asVisitor(ctx, now + 2 * day), 'staff', token)).rejects.toThrow()
        if (newest !== undefined && tokens.length > 1)
          await expect(
            refreshSession(asVisitor(ctx, now + 2 * day), 'staff', newest.refreshToken),
          ).rejects.toThrow()
      }),
      { numRuns: 25 },
    )
  })

  test('roles are those of the moment, so that a change takes effect at the next refresh', async () => {
    const ctx = await testCtx()
    const boss = await addStaff(ctx)
    const { id, token } = await signedIn(ctx)
    await changeAssignments(as(ctx, { ...actor('company_admin'), id: boss.id } as never), {
      requestId: freshRequestId(),
      staffId: id,
      assignments: [{ role: 'auditor', projects: 'all' }],
    })
    const { session } = await refreshSession(after(ctx, 1000), 'staff', token)
    expect(session.assignments).toEqual([{ role: 'auditor', projects: 'all' }])
  })

  test('an unused sign-in ends, a used one ends too in the end', async () => {
    const ctx = await testCtx()
    const { token } = await signedIn(ctx)
    const { idleMs, wholeMs } = sessionLives.staff
    await expect(refreshSession(after(ctx, idleMs), 'staff', token)).rejects.toThrow()
    let at = 0
    let newest = token
    while (at + idleMs - day < wholeMs) {
      at += idleMs - day
      const renewed = await refreshSession(after(ctx, at), 'staff', newest)
      newest = renewed.refreshToken
      expect(renewed.refreshUntil).toBe(testNow + Math.min(at + idleMs, wholeMs))
    }
    await expect(refreshSession(after(ctx, wholeMs), 'staff', newest)).rejects.toThrow()
  })

  test('signing out ends this sign-in, everywhere ends all, disabling ends all', async () => {
    const ctx = await testCtx()
    const boss = await addStaff(ctx)
    const { id, phone } = await addStaff(ctx)
    const open = async () =>
      (await signIn(asVisitor(ctx), { login: phone, password: testPassword }, testCaller)).refreshToken
    const [first, second] = [await open(), await open()]
    await signOut(asVisitor(ctx), first)
    await expect(refreshSession(after(ctx, 1), 'staff', first)).rejects.toThrow()
    const renewed = (await refreshSession(after(ctx, 1), 'staff', second)).refreshToken
    await signOutEverywhere(as(ctx, { kind: 'staff', id, assignments: [] }))
    await expect(refreshSession(after(ctx, 2), 'staff', renewed)).rejects.toThrow()
    const third = await open()
    await disableStaff(as(ctx, { ...actor('company_admin'), id: boss.id } as never), {
      requestId: freshRequestId(),
      staffId: id,
    })
    await expect(refreshSession(after(ctx, 3), 'staff', third)).rejects.toThrow()
  })

  test("an owner's token is none of staff's, and the other way round", async () => {
    const ctx = await testCtx()
    const { token } = await signedIn(ctx)
    const { id } = await addOwner(ctx, '+8613900000001')
    const owner = await openFamily(ctx, id, 'owner')
    await expect(refreshSession(after(ctx, 1), 'owner', token)).rejects.toThrow()
    await expect(refreshSession(after(ctx, 1), 'staff', owner.refreshToken)).rejects.toThrow()
    expect((await refreshSession(after(ctx, 1), 'owner', owner.refreshToken)).session.subject).toBe(id)
    await refreshSession(after(ctx, 1), 'staff', token)
  })

  test('malformed, foreign and altered tokens are refused, and take one round trip at most', async () => {
    const ctx = await testCtx()
    const { token } = await signedIn(ctx)
    const other = await signedIn(await testCtx())
    const before = ctx.db.trips.count
    for (const bad of ['', 'x', 'fam_x.y', `${token}x`, token.split('.')[0] ?? '', other.token])
      await expect(refreshSession(after(ctx, 1), 'staff', bad)).rejects.toMatchObject({
        code: 'identity.session_ended',
      })
    expect(ctx.db.trips.count - before).toBeLessThanOrEqual(1)
    await refreshSession(after(ctx, 1), 'staff', token)
  })

  test('works while the company is suspended', async () => {
    const ctx = await testCtx({ company: { ...testCompany, state: 'suspended' } })
    const { token } = await signedIn(ctx)
    const { refreshToken } = await refreshSession(after(ctx, 1), 'staff', token)
    await signOut(after(ctx, 2), refreshToken)
  })
})

async function openFamily(ctx: Ctx, subject: string, plane: 'staff' | 'owner' = 'staff') {
  const { signedIn: opened, record } = await newSession(asVisitor(ctx), {
    plane,
    subject,
    assignments: [],
    agent: 'test',
  })
  await asVisitor(ctx).write('test.open', { requestId: freshRequestId() }, (write) => record(write), {
    ...anyhow,
    visitors: true,
  })
  return opened
}
