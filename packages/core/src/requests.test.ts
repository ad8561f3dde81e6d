import { requestReused, requests, sha256Hex, type Write } from '@heju/db'
import { newId } from '@heju/kernel'
import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { Actor, Ctx } from './context.ts'
import { actorOf, type Session } from './people/identity/index.ts'
import { addSignIn, addStaff } from './people/identity/testing.ts'
import { sessions, staff } from './people/identity/tables.ts'
import { roleAssignments } from './people/roles/index.ts'
import { parse } from './input.ts'
import { createProject } from './estate/projects/index.ts'
import { createPerson } from './estate/registry/index.ts'
import { createPersonSchema } from './estate/registry/people-schemas.ts'
import {
  anyhow,
  as,
  freshRequestId,
  staff as staffActor,
  testCompany,
  testCtx,
  testVaultKey,
} from './testing.ts'
import { Vault } from './vault.ts'

async function recorded(ctx: Ctx, id: string) {
  const [row] = await ctx.db.orm.select().from(requests).where(eq(requests.id, id))
  return row!
}

describe('what the ledger keeps of an input', () => {
  test('is nothing in which a dictionary of phones finds one', async () => {
    const ctx = await testCtx()
    const projectId = newId('proj', ctx.now)
    await createProject(ctx, { requestId: freshRequestId(), projectId, name: '翠湖', type: 'residential' })
    const requestId = freshRequestId()
    const person = { requestId, projectId, personId: newId('pers', ctx.now), name: '尉迟恭' }
    await createPerson(ctx, { ...person, phones: ['13812340042'] })
    const { inputMac, verb, actorId } = await recorded(ctx, requestId)
    expect(inputMac).toBeTruthy()
    for (let n = 0; n < 100; n += 1) {
      const phones = [`138123400${n.toString().padStart(2, '0')}`]
      const input = parse(createPersonSchema, { ...person, phones })
      const guesses = [[verb, input], [verb, actorId, input], input].map((guess) => JSON.stringify(guess))
      expect(await Promise.all(guesses.map(sha256Hex))).not.toContain(inputMac)
    }
  })

  test('differs from company to company, and is the same for the same input', async () => {
    const text = JSON.stringify(['people.change', { phone: '13812340042' }])
    const [ours, theirs] = await Promise.all(
      [testCompany.id, newId('comp', 1)].map((id) => Vault.open(testVaultKey, id)),
    )
    const hash = (vault: Vault) => vault.index('requests.input', text)
    expect(await hash(ours!)).toBe(await hash(ours!))
    expect(await hash(ours!)).not.toBe(await hash(theirs!))
  })

  test('tells a repetition from another request under the same id', async () => {
    const ctx = await testCtx()
    const requestId = freshRequestId()
    const say = (word: string) =>
      ctx.write('test.say', { requestId, word } as { requestId: string }, () => word, anyhow)
    expect(await say('一')).toBe('一')
    expect(await say('一')).toBe('一')
    await expect(say('二')).rejects.toMatchObject({ code: 'request.reused', kind: 'precondition' })
  })
})

describe('a verb', () => {
  const row = sql`UPDATE projects SET changed_at = changed_at`
  const cashier = staffActor('cashier')

  test('that has not asked for a permission that changes something changes nothing', async () => {
    const ctx = as(await testCtx(), cashier)
    const verb = (body: (write: Write) => void, allowance = {}) =>
      ctx.write('test.change', { requestId: freshRequestId() }, body, allowance)
    const change = (write: Write) => {
      write.change(row)
      write.audit('test.changed', 'proj_1')
    }
    const refused = 'test.change has asked for nothing that lets its actor change'
    await expect(verb(change)).rejects.toThrow(refused)
    await expect(ctx.writeAnew('test.change', change)).rejects.toThrow(refused)
    await expect(ctx.disclose('test.show', { action: 'test.shown', subjectId: 'proj_1' })).rejects.toThrow(
      'test.show has asked for nothing that lets its actor see',
    )
    // What shows something lets change nothing, and what somebody was refused neither.
    ctx.require('bills.read')
    expect([ctx.may('tariffs.write'), ctx.may('payments.record', 'proj_1')]).toEqual([false, true])
    const looks = as(ctx, staffActor('auditor'))
    looks.require('bills.read')
    looks.require('exports.create')
    looks.may('payments.record')
    await expect(looks.write('test.change', { requestId: freshRequestId() }, change)).rejects.toThrow(refused)
    await looks.disclose('test.show', { action: 'test.shown', subjectId: 'proj_1' })
    await verb(change, { ofOneself: true })
    await verb(change)
    expect(await ctx.db.orm.select().from(requests)).toHaveLength(3)
  })

  test('that leaves no entry in the log of what it changes changes nothing', async () => {
    const ctx = as(await testCtx(), cashier)
    ctx.require('payments.record')
    const verb = (body: (write: Write) => void, allowance = {}) =>
      ctx.write('test.change', { requestId: freshRequestId() }, body, allowance)
    await expect(verb((write) => write.change(row))).rejects.toThrow(
      'test.change changes something and leaves no entry in the log',
    )
    expect(await ctx.db.orm.select().from(requests)).toEqual([])
    // To ask for a condition changes nothing.
    await verb((write) => write.require(sql`true`, requestReused))
    await verb((write) => write.change(row), { unlogged: true })
  })
})

describe('a sign-in of which an access token is good for minutes yet', () => {
  async function signedIn() {
    const ctx = await testCtx()
    const assignments = [{ role: 'cashier', projects: 'all' }] as const
    const { id } = await addStaff(ctx, { assignments })
    const familyId = newId('fam', ctx.now)
    const who = { plane: 'staff', subject: id, familyId, assignments } as const
    await addSignIn(ctx.db.orm, { ...who, now: ctx.now })
    const session: Session = { ...who, companyId: testCompany.id }
    return {
      ctx,
      id,
      familyId,
      cashier: as(ctx, actorOf(session, { now: ctx.now, zone: ctx.company.zone }) as Actor),
    }
  }
  const take = (ctx: Ctx, requestId: string) => ctx.write('test.take', { requestId }, () => 'taken', anyhow)

  const ends: Record<string, (ctx: Ctx, id: string) => PromiseLike<unknown>> = {
    'was signed out': (ctx) => ctx.db.orm.update(sessions).set({ endedAt: ctx.now }),
    'is of somebody who was shut out': (ctx, id) =>
      ctx.db.orm.update(staff).set({ state: 'disabled' }).where(eq(staff.id, id)),
    'claims a role that was taken away': (ctx, id) =>
      ctx.db.orm.delete(roleAssignments).where(eq(roleAssignments.staffId, id)),
  }
  test.each(Object.keys(ends))('that %s gets nothing, not even what it was answered before', async (how) => {
    const { ctx, id, cashier } = await signedIn()
    const before = freshRequestId()
    expect(await take(cashier, before)).toBe('taken')
    await ends[how]!(ctx, id)
    const lost = { code: 'access.standing_lost', kind: 'unauthenticated' }
    await expect(take(cashier, freshRequestId())).rejects.toMatchObject(lost)
    await expect(take(cashier, before)).rejects.toMatchObject(lost)
    // Nor the reason for which it would be refused.
    const refused = cashier.write(
      'test.take',
      { requestId: freshRequestId() },
      () => {
        throw new Error('the bill is paid')
      },
      anyhow,
    )
    await expect(refused).rejects.toMatchObject(lost)
    await expect(cashier.readStanding([ctx.db.orm.select().from(staff)])).rejects.toMatchObject(lost)
  })

  test('goes on where somebody was given more', async () => {
    const { ctx, id, cashier } = await signedIn()
    const more = { staffId: id, role: 'auditor', scopeKind: 'company', scopeId: '' } as const
    await ctx.db.orm.insert(roleAssignments).values(more)
    expect(await take(cashier, freshRequestId())).toBe('taken')
  })
})
