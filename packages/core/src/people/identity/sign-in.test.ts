import { createHook } from 'node:async_hooks'
import { auditLog, requests } from '@heju/db'
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { as, beforeNextWrite, freshRequestId, testCompany, testCtx, testNow } from '../../testing.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { changePassword } from './change-password.ts'
import { changeStaff } from './change-staff.ts'
import { renewInvitation } from './renew-invitation.ts'
import { addressTries } from './rules.ts'
import { signIn } from './sign-in.ts'
import { sessions, staff } from './tables.ts'
import { addStaff, asVisitor, testCaller, testPassword } from './testing.ts'
import { countTries, throttleKey } from './throttle.ts'

const minute = 60_000
const newPassword = '湖边的第一盏灯亮了'

describe('signIn', () => {
  test('opens a session for the right password, by phone in any spelling or by e-mail', async () => {
    const ctx = await testCtx()
    const { id } = await addStaff(ctx, { phone: '+8613812341234', email: 'li@example.com' })
    for (const login of ['13812341234', '+86 138-1234-1234', '１３８１２３４１２３４', ' LI@example.com ']) {
      const signedIn = await signIn(asVisitor(ctx), { login, password: testPassword }, testCaller)
      expect(signedIn.session).toEqual({
        plane: 'staff',
        subject: id,
        companyId: ctx.company.id,
        familyId: expect.stringMatching(/^fam_/),
        assignments: [{ role: 'company_admin', projects: 'all' }],
      })
    }
    expect(await ctx.db.orm.select().from(sessions)).toHaveLength(4)
    const [row] = await ctx.db.orm.select().from(staff)
    expect(row?.lastSignedInAt).toBe(testNow)
  })

  test('refuses an unknown account, a wrong password, an invited and a disabled colleague in the same way', async () => {
    const ctx = await testCtx()
    await addStaff(ctx, { phone: '+8613800000001' })
    await addStaff(ctx, { phone: '+8613800000002', state: 'invited' })
    await addStaff(ctx, { phone: '+8613800000003', state: 'disabled' })
    const tries = [
      { login: '13800000001', password: '不是这个密码呀' },
      { login: '13800000002', password: testPassword },
      { login: '13800000003', password: testPassword },
      { login: '13899999999', password: testPassword },
      { login: 'nobody@example.com', password: testPassword },
      { login: '随便写的', password: testPassword },
    ]
    const refusals = await Promise.all(
      tries.map((input) => signIn(asVisitor(ctx), input, testCaller).catch((error: unknown) => error)),
    )
    expect(new Set(refusals.map((error) => JSON.stringify(error))).size).toBe(1)
    expect(refusals[0]).toMatchObject({ code: 'identity.sign_in_refused', params: {}, fields: [] })
  })

  test('counts tries at an account that does not exist like those at one that does', async () => {
    const ctx = await testCtx()
    await addStaff(ctx, { phone: '+8613800000001' })
    for (const login of ['13800000001', '13800000002']) {
      const codes: unknown[] = []
      for (let i = 0; i < 6; i++) {
        const error = await signIn(asVisitor(ctx), { login, password: 'wrong' }, testCaller).catch(
          (e: unknown) => e,
        )
        codes.push((error as { code: string }).code)
      }
      expect(codes).toEqual([...Array(5).fill('identity.sign_in_refused'), 'identity.too_many_tries'])
    }
  })

  test('after five wrong passwords the right one has to wait, and says how long', async () => {
    const ctx = await testCtx()
    await addStaff(ctx, { phone: '+8613800000001' })
    const login = '13800000001'
    for (let i = 0; i < 5; i++)
      await expect(signIn(asVisitor(ctx), { login, password: 'wrong' }, testCaller)).rejects.toThrow()
    const right = { login, password: testPassword }
    await expect(signIn(asVisitor(ctx), right, testCaller)).rejects.toMatchObject({
      kind: 'rate_limited',
      params: { retryAfterSeconds: 30 },
    })
    await signIn(asVisitor(ctx, testNow + minute), right, testCaller)
    // A good sign-in clears the count.
    for (let i = 0; i < 4; i++)
      await expect(
        signIn(asVisitor(ctx, testNow + minute), { login, password: 'wrong' }, testCaller),
      ).rejects.toMatchObject({ code: 'identity.sign_in_refused' })
    await signIn(asVisitor(ctx, testNow + minute), right, testCaller)
  })

  test('a browser that is known again signs in from whatever address, however many strangers guess', async () => {
    const ctx = await testCtx()
    const { phone } = await addStaff(ctx)
    const right = { login: phone, password: testPassword }
    const browser = { ...testCaller, device: 'device-1' }
    await signIn(asVisitor(ctx), right, browser)
    for (let i = 0; i < 40; i++) {
      const stranger = { ...testCaller, address: `203.0.113.${i}`, device: `stranger-${i}` }
      await signIn(asVisitor(ctx), { ...right, password: 'wrong' }, stranger).catch(() => undefined)
    }
    const elsewhere = '192.0.2.1'
    const unknown = signIn(asVisitor(ctx), right, { ...testCaller, address: elsewhere })
    await expect(unknown).rejects.toMatchObject({ code: 'identity.too_many_tries' })
    const again = await signIn(asVisitor(ctx), right, { ...browser, address: elsewhere })
    expect(again.session.plane).toBe('staff')
  })

  test('who guesses from elsewhere keeps nobody out, and is stopped from all addresses together', async () => {
    const ctx = await testCtx()
    await addStaff(ctx, { phone: '+8613800000001' })
    const right = { login: '13800000001', password: testPassword }
    const known = { ...testCaller, address: '198.51.100.9' }
    await signIn(asVisitor(ctx), right, known)
    const guessedFrom = async (address: string) => {
      const wrong = { ...right, password: 'wrong' }
      const error = await signIn(asVisitor(ctx), wrong, { ...testCaller, address }).catch((e: unknown) => e)
      return (error as { code: string }).code
    }
    for (let i = 0; i < 6; i++) await guessedFrom('203.0.113.1')
    // One guesser: the account is open from everywhere else.
    await signIn(asVisitor(ctx), right, testCaller)
    const codes: string[] = []
    for (let i = 0; i < 30; i++) codes.push(await guessedFrom(`203.0.113.${10 + i}`))
    // Of the thirty of an hour the one guesser had five, and each sign-in from a new address one.
    expect(codes).toEqual([
      ...Array(30 - 5 - 2).fill('identity.sign_in_refused'),
      ...Array(5 + 2).fill('identity.too_many_tries'),
    ])
    const stranger = signIn(asVisitor(ctx), right, { ...testCaller, address: '203.0.113.99' })
    await expect(stranger).rejects.toMatchObject({ code: 'identity.too_many_tries' })
    for (const caller of [known, testCaller]) await signIn(asVisitor(ctx), right, caller)
    await signIn(asVisitor(ctx, testNow + 60 * minute), right, { ...testCaller, address: '203.0.113.99' })
  })

  test('a hundred guesses sent at once are not more than five', async () => {
    const ctx = await testCtx()
    await addStaff(ctx, { phone: '+8613800000001' })
    const guesses = Array.from({ length: 30 }, (_, i) =>
      signIn(asVisitor(ctx), { login: '13800000001', password: `wrong ${i}` }, testCaller).catch(
        (error: unknown) => (error as { code: string }).code,
      ),
    )
    const codes = await Promise.all(guesses)
    expect(codes.filter((code) => code === 'identity.sign_in_refused')).toHaveLength(5)
  })

  test('one address may not try account after account, another address may go on', async () => {
    const ctx = await testCtx()
    await addStaff(ctx, { phone: '+8613800000001' })
    const key = await throttleKey(ctx, 'address', testCaller.address)
    for (let i = 0; i < addressTries.tries - 1; i++) await countTries(ctx, [{ key, rule: addressTries }], [])
    const last = signIn(asVisitor(ctx), { login: 'x@example.com', password: 'wrong' }, testCaller)
    await expect(last).rejects.toMatchObject({ code: 'identity.sign_in_refused' })
    const right = { login: '13800000001', password: testPassword }
    await expect(signIn(asVisitor(ctx), right, testCaller)).rejects.toMatchObject({
      code: 'identity.too_many_tries',
    })
    await signIn(asVisitor(ctx), right, { ...testCaller, address: '198.51.100.9' })
    // An address that was stopped did not use up the free tries of the account.
    await signIn(asVisitor(ctx, testNow + 10 * minute), right, testCaller)
  })

  test('whoever shares the address of a known device stops it by no number of wrong passwords', async () => {
    const ctx = await testCtx()
    await addStaff(ctx, { phone: '+8613800000001' })
    const right = { login: '13800000001', password: testPassword }
    const browser = { ...testCaller, device: 'device-1' }
    await signIn(asVisitor(ctx), right, browser)
    const key = await throttleKey(ctx, 'address', testCaller.address)
    for (let i = 0; i < addressTries.tries; i++) await countTries(ctx, [{ key, rule: addressTries }], [])
    await expect(signIn(asVisitor(ctx), right, testCaller)).rejects.toMatchObject({
      code: 'identity.too_many_tries',
      params: { retryAfterSeconds: 600 },
    })
    await signIn(asVisitor(ctx), right, browser)
    // Its own tries still have their bound.
    for (let i = 0; i < 5; i++)
      await signIn(asVisitor(ctx), { ...right, password: 'wrong' }, browser).catch(() => undefined)
    await expect(signIn(asVisitor(ctx), right, browser)).rejects.toMatchObject({
      params: { retryAfterSeconds: 30 },
    })
    // What it did is counted at no address.
    const { rows } = await ctx.db.client.execute({
      sql: 'SELECT count FROM throttles WHERE key = ?',
      args: [key],
    })
    expect(rows).toEqual([{ count: addressTries.tries }])
  })

  test('an office where everybody signs in well is never stopped', async () => {
    const ctx = await testCtx()
    await addStaff(ctx, { phone: '+8613800000001' })
    for (let i = 0; i < 70; i++)
      await signIn(asVisitor(ctx), { login: '13800000001', password: testPassword }, testCaller)
  })

  test('staff of a suspended company sign in, to read', async () => {
    const ctx = await testCtx({ company: { ...testCompany, state: 'suspended' } })
    await addStaff(ctx, { phone: '+8613800000001' })
    await signIn(asVisitor(ctx), { login: '13800000001', password: testPassword }, testCaller)
  })

  describe.each([
    {
      what: 'the password',
      by: (ctx: Ctx, { id }: { id: string }) =>
        changePassword(
          as(ctx, { kind: 'staff', id, assignments: [] }),
          { requestId: freshRequestId(), currentPassword: testPassword, newPassword },
          'another sign-in',
        ),
    },
    {
      what: 'the password by a link',
      by: async (ctx: Ctx, { id }: { id: string }) => {
        const { token } = await renewInvitation(ctx, { requestId: freshRequestId(), staffId: id })
        await acceptInvitation(asVisitor(ctx), { token, password: newPassword }, testCaller)
      },
    },
    {
      what: 'the phone',
      by: (ctx: Ctx, { id }: { id: string }) =>
        changeStaff(ctx, { requestId: freshRequestId(), staffId: id, phone: '13900000009' }),
    },
  ])('while $what is changed', ({ by }) => {
    test('what was right before lets nobody in any more', async () => {
      const ctx = await testCtx()
      const member = await addStaff(ctx)
      const right = { login: member.phone, password: testPassword }
      // The first write counts the try and reads the account; the password is compared before the second.
      beforeNextWrite(ctx, () => by(ctx, member), 2)
      const thief = signIn(asVisitor(ctx), right, { ...testCaller, agent: 'thief' })
      await expect(thief).rejects.toMatchObject({ code: 'identity.sign_in_refused' })
      const open = await ctx.db.orm.select().from(sessions).where(eq(sessions.agent, 'thief'))
      expect(open).toEqual([])
    })
  })

  test('leaves no password, token or address in the database', async () => {
    const ctx = await testCtx()
    await addStaff(ctx, { phone: '+8613800000001' })
    const signedIn = await signIn(
      asVisitor(ctx),
      { login: '13800000001', password: testPassword },
      testCaller,
    )
    const tables = await ctx.db.client.execute(
      `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`,
    )
    const dumps = await ctx.db.client.batch(
      tables.rows.map((row) => `SELECT * FROM "${String(row.name)}"`),
      'read',
    )
    const all = JSON.stringify(dumps.map((dump) => dump.rows))
    for (const secret of [testPassword, signedIn.refreshToken, testCaller.address, '13800000001'])
      expect(all).not.toContain(secret)
  })

  test('is audited under the colleague, and answers no secret to the ledger', async () => {
    const ctx = await testCtx()
    const { id } = await addStaff(ctx, { phone: '+8613800000001' })
    await signIn(asVisitor(ctx), { login: '13800000001', password: testPassword }, testCaller)
    const entries = await ctx.db.orm.select().from(auditLog).where(eq(auditLog.subjectId, id))
    expect(entries.map((entry) => entry.action)).toEqual(['identity.signed_in'])
    const ledger = await ctx.db.orm.select().from(requests)
    expect(ledger.map((row) => row.answerJson)).toEqual(['null'])
  })

  test('takes two round trips, and as many for an unknown account as for a wrong password', async () => {
    const ctx = await testCtx()
    await addStaff(ctx, { phone: '+8613800000001' })
    const before = ctx.db.trips.count
    await signIn(asVisitor(ctx), { login: '13800000001', password: testPassword }, testCaller)
    expect(ctx.db.trips.count - before).toBe(2)
    const known = ctx.db.trips.count
    await signIn(asVisitor(ctx), { login: '13800000001', password: 'wrong' }, testCaller).catch(
      () => undefined,
    )
    const unknown = ctx.db.trips.count
    await signIn(asVisitor(ctx), { login: '13800000009', password: 'wrong' }, testCaller).catch(
      () => undefined,
    )
    expect(ctx.db.trips.count - unknown).toBe(unknown - known)
  })

  test('derives one key from the password, whoever is named: time tells nobody which accounts there are', async () => {
    const ctx = await testCtx()
    await addStaff(ctx, { phone: '+8613800000001' })
    await addStaff(ctx, { phone: '+8613800000002', state: 'invited' })
    await addStaff(ctx, { phone: '+8613800000003', state: 'disabled' })
    const derived: string[] = []
    const hook = createHook({ init: (_id, type) => type === 'SCRYPTREQUEST' && derived.push(type) }).enable()
    const keysFor: Record<string, number> = {}
    for (const login of ['13800000001', '13800000002', '13800000003', '13800000009', 'nobody@example.com']) {
      derived.length = 0
      await signIn(asVisitor(ctx), { login, password: 'wrong' }, testCaller).catch(() => undefined)
      keysFor[login] = derived.length
    }
    hook.disable()
    expect(new Set(Object.values(keysFor)), JSON.stringify(keysFor)).toEqual(new Set([1]))
  })

  test('a visitor may cause no other write and holds no permission', async () => {
    const ctx = await testCtx()
    const write = asVisitor(ctx).write('projects.create', { requestId: 'request-x1' }, () => undefined)
    await expect(write).rejects.toMatchObject({ code: 'access.not_allowed' })
    expect(as(ctx, { kind: 'visitor', id: 'visitor' }).may('projects.read')).toBe(false)
  })
})
