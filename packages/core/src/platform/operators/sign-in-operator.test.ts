import { operators, operatorSessions } from '@heju/db/platform-tables'
import { describe, expect, test } from 'vitest'
import { hashPassword } from '../../people/identity/index.ts'
import { beforeNextWrite, testPlatformCtx } from '../../testing.ts'
import { signInOperator } from './index.ts'

const email = 'ops@heju.test'
const password = 'all-is-well-in-the-house'

describe('an operator whose password is compared', () => {
  test.each([
    ['gets another password', async () => ({ passwordHash: await hashPassword('another-one', cheap) })],
    ['is disabled', () => Promise.resolve({ disabledAt: 1 })],
  ])('does not get in if they are one who %s at that moment', async (_, change) => {
    const ctx = await testPlatformCtx()
    const row = { id: 'oper_1', email, name: '运维', passwordHash: await hashPassword(password, cheap) }
    await ctx.db.orm.insert(operators).values({ ...row, createdAt: ctx.now })
    // The first write counts the try.
    beforeNextWrite(ctx, async () => ctx.db.orm.update(operators).set(await change()), 2)
    const signIn = signInOperator(ctx, { email, password }, '203.0.113.7')
    await expect(signIn).rejects.toMatchObject({ code: 'operators.refused' })
    expect(await ctx.db.orm.select().from(operatorSessions)).toEqual([])
  })
})

/** The cost that tests can afford. */
const cheap = { N: 2, r: 1, p: 1 }
