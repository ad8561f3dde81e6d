import { newId } from '@heju/kernel'
import { describe, expect, test } from 'vitest'
import type { Ctx } from '../context.ts'
import { createProject } from '../projects/index.ts'
import { as, freshRequestId, staff, testCtx } from '../testing.ts'
import { listAudit, sealAudit, verifyAudit } from './index.ts'

const job = { kind: 'job', id: 'outbox' } as const

async function withProjects(...names: string[]): Promise<Ctx> {
  const ctx = await testCtx()
  for (const name of names) await addProject(ctx, name)
  return ctx
}

function addProject(ctx: Ctx, name: string) {
  return createProject(ctx, {
    requestId: freshRequestId(),
    projectId: newId('proj', ctx.now),
    name,
    type: 'office',
  })
}

/** Someone with the whole database in hand, who takes the triggers away first. */
async function tamper(ctx: Ctx, sql: string): Promise<void> {
  await ctx.db.client.execute('DROP TRIGGER audit_log_keeps_entries')
  await ctx.db.client.execute('DROP TRIGGER audit_log_keeps_all')
  await ctx.db.client.execute(sql)
}

describe('the audit log', () => {
  test('entries are sealed in blocks that chain, each entry once', async () => {
    const ctx = await withProjects('甲', '乙')
    expect(await sealAudit(as(ctx, job))).toBe(2)
    expect(await sealAudit(as(ctx, job))).toBe(0)
    await addProject(ctx, '丙')
    expect(await sealAudit(as(ctx, job))).toBe(1)
    expect(await verifyAudit(as(ctx, staff('auditor')))).toEqual({ entries: 3, seals: 2, brokenAfter: null })
  })

  test('two consumers that seal at once leave one chain', async () => {
    const ctx = await withProjects('甲', '乙')
    await Promise.all([sealAudit(as(ctx, job)), sealAudit(as(ctx, job))])
    expect(await verifyAudit(ctx)).toMatchObject({ seals: 1, brokenAfter: null })
  })

  test.each([
    ['altered', `UPDATE audit_log SET action = 'projects.read' WHERE seq = 2`],
    ['taken out', 'DELETE FROM audit_log WHERE seq = 2'],
    ['renumbered', 'UPDATE audit_log SET seq = 20 WHERE seq = 2'],
  ])('an entry that was %s breaks the chain where it stands', async (_, sql) => {
    const ctx = await withProjects('甲')
    await sealAudit(as(ctx, job))
    await addProject(ctx, '乙')
    await sealAudit(as(ctx, job))
    await tamper(ctx, sql)
    expect((await verifyAudit(ctx)).brokenAfter).toBe(1)
  })

  test('the database itself refuses to alter or delete an entry', async () => {
    const ctx = await withProjects('甲')
    await expect(ctx.db.client.execute(`UPDATE audit_log SET action = 'x'`)).rejects.toThrow('append-only')
    await expect(ctx.db.client.execute('DELETE FROM audit_log')).rejects.toThrow('append-only')
  })

  test('it is paged by key and may be read by auditors, not by the front desk', async () => {
    const ctx = await withProjects('甲', '乙', '丙')
    const first = await listAudit(as(ctx, staff('auditor')), { limit: 2 })
    const second = await listAudit(as(ctx, staff('auditor')), { limit: 2, after: first.next ?? '' })
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(['3', '2', '1'])
    await expect(listAudit(as(ctx, staff('front_desk')), {})).rejects.toMatchObject({ kind: 'forbidden' })
  })
})
