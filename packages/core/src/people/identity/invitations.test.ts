import { auditLog, requests } from '@heju/db'
import { newId } from '@heju/kernel'
import { describe, expect, test } from 'vitest'
import { visitor, type Actor, type Ctx } from '../../context.ts'
import { createProject } from '../../estate/projects/index.ts'
import { as, freshRequestId, staff as actor, testCtx, testNow } from '../../testing.ts'
import { Vault } from '../../vault.ts'
import { disableStaff } from '../handing-over/index.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { inviteColleague } from './invite-colleague.ts'
import { readInvitation } from './read-invitation.ts'
import { refreshSession } from './refresh-session.ts'
import { renewInvitation } from './renew-invitation.ts'
import { invitationLifeMs } from './rules.ts'
import type { InviteColleague } from './schemas.ts'
import { signIn } from './sign-in.ts'
import { addStaff, asVisitor, testCaller, testPassword } from './testing.ts'

const password = '清晨的第一班地铁'

function invite(more: Partial<InviteColleague> = {}): InviteColleague {
  return {
    requestId: freshRequestId(),
    staffId: newId('stf', testNow),
    name: '王小明',
    phone: '138 1234 1234',
    assignments: [{ role: 'front_desk', projects: 'all' }],
    ...more,
  }
}

/** A company with an administrator, who acts. */
async function company(): Promise<Ctx> {
  const ctx = await testCtx()
  const { id } = await addStaff(ctx)
  return as(ctx, actor('company_admin', 'all', id))
}

describe('inviting a colleague', () => {
  test('a new link is the way in for whom strangers keep out by guessing, there and from then on', async () => {
    const ctx = await company()
    const { id, phone } = await addStaff(ctx)
    const home = { ...testCaller, address: '192.0.2.1', device: 'new-phone' }
    const guess = async () => {
      for (let i = 0; i < 40; i++) {
        const stranger = { ...testCaller, address: `203.0.113.${i}` }
        await signIn(asVisitor(ctx), { login: phone, password: 'wrong' }, stranger).catch(() => undefined)
      }
    }
    await guess()
    await expect(
      signIn(asVisitor(ctx), { login: phone, password: testPassword }, home),
    ).rejects.toMatchObject({
      code: 'identity.too_many_tries',
    })
    const { token } = await renewInvitation(ctx, { requestId: freshRequestId(), staffId: id })
    await acceptInvitation(asVisitor(ctx), { token, password }, home)
    await guess()
    await signIn(asVisitor(ctx), { login: phone, password }, home)
    await signIn(asVisitor(ctx), { login: phone, password }, { ...home, address: '192.0.2.2' })
  })

  test('the link lets them set a password, once, and signs them in with the roles they were given', async () => {
    const ctx = await company()
    const project = await createProject(ctx, {
      requestId: freshRequestId(),
      projectId: newId('proj', testNow),
      name: '翠湖花园',
      type: 'residential',
    })
    const assignments: InviteColleague['assignments'] = [
      { role: 'front_desk', projects: [project.projectId] },
      { role: 'accountant', projects: 'all' },
    ]
    const { staffId, token } = await inviteColleague(ctx, invite({ assignments }))
    expect(await readInvitation(asVisitor(ctx), token)).toEqual({
      name: '王小明',
      company: '测试物业',
      phoneLast4: '1234',
      email: null,
      expiresAt: testNow + invitationLifeMs,
    })
    const { session } = await acceptInvitation(asVisitor(ctx), { token, password }, testCaller)
    expect(session.subject).toBe(staffId)
    expect(session.assignments).toEqual(expect.arrayContaining(assignments))
    await signIn(asVisitor(ctx), { login: '13812341234', password }, testCaller)
    const again = acceptInvitation(asVisitor(ctx), { token, password }, testCaller)
    await expect(again).rejects.toMatchObject({ code: 'identity.invitation_not_good' })
  })

  test('two who take the same link at once do not both get in', async () => {
    const ctx = await company()
    const { token } = await inviteColleague(ctx, invite())
    const takers = ['清晨的第一班地铁', '傍晚的最后一班船'].map((chosen) =>
      acceptInvitation(asVisitor(ctx), { token, password: chosen }, testCaller),
    )
    const outcomes = (await Promise.allSettled(takers)).map((one) => one.status)
    expect(outcomes.toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  test('nobody signs in before the link is taken, whatever password they try', async () => {
    const ctx = await company()
    await inviteColleague(ctx, invite())
    const early = signIn(asVisitor(ctx), { login: '13812341234', password }, testCaller)
    await expect(early).rejects.toMatchObject({ code: 'identity.sign_in_refused' })
  })

  test('the same request again gets the same link; the ledger keeps neither link nor phone', async () => {
    const ctx = await company()
    const request = invite()
    const first = await inviteColleague(ctx, request)
    expect(await inviteColleague(ctx, request)).toEqual(first)
    const rows = [await ctx.db.orm.select().from(requests), await ctx.db.orm.select().from(auditLog)]
    const secret = first.token.split('.')[1] ?? ''
    for (const text of [secret, '13812341234', '王小明']) expect(JSON.stringify(rows)).not.toContain(text)
  })

  test('links that are altered, out of date, replaced or withdrawn open nothing', async () => {
    const ctx = await company()
    const { staffId, token } = await inviteColleague(ctx, invite())
    const refused = (bad: string, at = testNow) =>
      expect(readInvitation(asVisitor(ctx, at), bad)).rejects.toMatchObject({
        code: 'identity.invitation_not_good',
      })
    await refused(`${token}x`)
    await refused(token.replace(/^inv_./, 'inv_1'))
    await refused('inv_x')
    await refused('')
    await refused(token, testNow + invitationLifeMs)
    const renewed = await renewInvitation(ctx, { requestId: freshRequestId(), staffId })
    await refused(token)
    await readInvitation(asVisitor(ctx), renewed.token)
    await disableStaff(ctx, { requestId: freshRequestId(), staffId })
    await refused(renewed.token)
    const late = renewInvitation(ctx, { requestId: freshRequestId(), staffId })
    await expect(late).rejects.toMatchObject({ code: 'identity.staff_not_in_state' })
  })

  test('a link of another company opens nothing here', async () => {
    const ours = await company()
    const { token } = await inviteColleague(ours, invite())
    // The same database under another company's key: not even then.
    const vault = await Vault.open(btoa('0123456789abcdef0123456789abcdef'), 'comp_another')
    const elsewhere = await testCtx({ db: ours.db, actor: visitor, vault })
    await expect(readInvitation(elsewhere, token)).rejects.toMatchObject({ kind: 'not_found' })
  })

  test('a colleague who forgot the password gets a new link; taking it ends the old sign-ins', async () => {
    const ctx = await company()
    const { id, phone } = await addStaff(ctx)
    const old = await signIn(asVisitor(ctx), { login: phone, password: testPassword }, testCaller)
    const { token } = await renewInvitation(ctx, { requestId: freshRequestId(), staffId: id })
    // Until it is taken, everything is as it was.
    const { refreshToken } = await refreshSession(asVisitor(ctx), 'staff', old.refreshToken)
    await acceptInvitation(asVisitor(ctx), { token, password }, testCaller)
    await expect(refreshSession(asVisitor(ctx), 'staff', refreshToken)).rejects.toThrow()
    await expect(
      signIn(asVisitor(ctx), { login: phone, password: testPassword }, testCaller),
    ).rejects.toThrow()
    await signIn(asVisitor(ctx), { login: phone, password }, testCaller)
  })

  test('a phone or e-mail of a colleague cannot be invited again, and nothing is half done', async () => {
    const ctx = await company()
    await inviteColleague(ctx, invite({ email: 'wang@example.com' }))
    for (const more of [{}, { phone: '13900000000', email: 'WANG@example.com' }])
      await expect(inviteColleague(ctx, invite(more))).rejects.toMatchObject({ code: 'identity.login_taken' })
    const { rows } = await ctx.db.client.execute('SELECT count(*) AS n FROM invitations')
    expect(rows[0]?.n).toBe(1)
  })

  test('what is malformed names its field', async () => {
    const ctx = await company()
    const cases: [Partial<InviteColleague>, object][] = [
      [{ phone: '021-62345678' }, { path: 'phone', code: 'field.mobile' }],
      [{ email: 'nobody' }, { path: 'email', code: 'field.email' }],
      [{ assignments: [] }, { path: 'assignments', code: 'field.min_entries' }],
      [
        { assignments: ['p', 'p'].map(() => ({ role: 'cashier', projects: 'all' }) as const) },
        { path: 'assignments', code: 'field.role_twice' },
      ],
    ]
    for (const [more, field] of cases)
      await expect(inviteColleague(ctx, invite(more))).rejects.toMatchObject({ fields: [field] })
    const { phone: _, ...unreachable } = invite()
    await expect(inviteColleague(ctx, unreachable)).rejects.toMatchObject({
      fields: [{ code: 'field.phone_or_email' }],
    })
  })

  test('a project that is not there is refused', async () => {
    const ctx = await company()
    const assignments = [{ role: 'cashier', projects: [newId('proj', testNow)] }] as const
    const refused = inviteColleague(ctx, invite({ assignments: structuredClone(assignments) as never }))
    await expect(refused).rejects.toMatchObject({ code: 'identity.project_unknown' })
  })

  test('only who manages the staff of the whole company may', async () => {
    const ctx = await company()
    const others: Actor[] = [
      actor('head_office'),
      actor('project_manager'),
      actor('company_admin', ['proj_1']),
      { kind: 'owner', id: 'ownr_1' },
      { kind: 'visitor', id: 'visitor' },
    ]
    for (const other of others) {
      await expect(inviteColleague(as(ctx, other), invite())).rejects.toMatchObject({ kind: 'forbidden' })
      const renewal = { requestId: freshRequestId(), staffId: newId('stf', testNow) }
      await expect(renewInvitation(as(ctx, other), renewal)).rejects.toMatchObject({ kind: 'forbidden' })
    }
  })
})
