import { newId } from '@heju/kernel'
import { describe, expect, test } from 'vitest'
import { as, freshRequestId, staff as actor, testCtx, testNow } from '../../testing.ts'
import { endSignIns } from './end-sign-ins.ts'
import { refreshSession } from './refresh-session.ts'
import { signIn } from './sign-in.ts'
import { addStaff, asVisitor, testCaller, testPassword } from './testing.ts'

describe('ending a colleague’s sign-ins', () => {
  test('ends all of them, leaves others’ alone, and lets them sign in again', async () => {
    const ctx = await testCtx()
    const [lost, other] = [await addStaff(ctx), await addStaff(ctx)]
    const enter = (login: string) => signIn(asVisitor(ctx), { login, password: testPassword }, testCaller)
    const [phone, desk, others] = [
      await enter(lost.phone),
      await enter(lost.phone),
      await enter(other.phone),
    ].map(({ refreshToken }) => refreshToken)
    await endSignIns(ctx, { requestId: freshRequestId(), staffId: lost.id })
    for (const token of [phone, desk])
      await expect(refreshSession(asVisitor(ctx), 'staff', token!)).rejects.toMatchObject({
        code: 'identity.session_ended',
      })
    await refreshSession(asVisitor(ctx), 'staff', others!)
    await enter(lost.phone)
    const { rows } = await ctx.db.client.execute(
      `SELECT subject_id FROM audit_log WHERE action = 'identity.sign_ins_ended'`,
    )
    expect(rows.map((row) => row.subject_id)).toEqual([lost.id])
  })

  test('is refused for who cannot be signed in, and for who does not manage staff', async () => {
    const ctx = await testCtx()
    const invited = await addStaff(ctx, { state: 'invited' })
    for (const staffId of [invited.id, newId('stf', testNow)])
      await expect(endSignIns(ctx, { requestId: freshRequestId(), staffId })).rejects.toMatchObject({
        code: 'identity.staff_not_in_state',
      })
    const manager = as(ctx, actor('project_manager'))
    const { id } = await addStaff(ctx)
    await expect(endSignIns(manager, { requestId: freshRequestId(), staffId: id })).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })
})
