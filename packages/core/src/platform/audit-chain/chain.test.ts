import { auditLog, auditSeals, migrate, TenantDb } from '@heju/db'
import { migrationFiles } from '@heju/db/migration-files'
import { SqldProvisioner } from '@heju/db/provisioning'
import { asc } from 'drizzle-orm'
import { describe, expect, inject, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { anyhow, as, asPlatform, freshRequestId, staff, testCtx, testPlatformCtx } from '../../testing.ts'
import { entryDigest, sealDigest, type AuditRow } from './entry.ts'
import { overtakenSeals } from './heal-forks.ts'
import { auditList } from '../audit/index.ts'
import { sealAudit, verifyAudit, verifyPlatformAudit } from './index.ts'

const job = { kind: 'job', id: 'outbox' } as const
const whole = { breaks: [], forks: [] }

async function enter(ctx: Ctx, count: number): Promise<void> {
  for (let i = 0; i < count; i++)
    await ctx.write(
      'test.enter',
      { requestId: freshRequestId() },
      (write) => write.audit('projects.created', 'proj_1'),
      anyhow,
    )
}

async function logOf(blocks: readonly number[]): Promise<Ctx> {
  const ctx = await testCtx()
  for (const count of blocks) {
    await enter(ctx, count)
    await sealAudit(as(ctx, job))
  }
  return ctx
}

/** Someone with the whole database in hand, who takes the triggers away first. */
async function tamper(ctx: Ctx, sql: string): Promise<void> {
  const guards = [
    'audit_log_keeps_entries',
    'audit_log_keeps_all',
    'audit_seals_keep_hashes',
    'audit_seals_keep_all',
  ]
  for (const guard of guards) await ctx.db.client.execute(`DROP TRIGGER ${guard}`)
  await ctx.db.client.execute(sql)
}

/** Does something else between what a sealer reads and what it writes. */
function afterReading(ctx: Ctx, act: () => Promise<unknown>): Ctx {
  const { client } = ctx.db
  const { batch } = client
  let read = false
  client.batch = async (...asked: Parameters<typeof batch>) => {
    const answer = await batch.call(client, ...asked)
    if (!read) {
      read = true
      client.batch = batch
      await act()
    }
    return answer
  }
  return ctx
}

/** The place where a company’s database was made before seals named what they follow. */
async function oldDatabase(): Promise<TenantDb> {
  const provisioner = new SqldProvisioner(inject('databaseServer'))
  const db = new TenantDb(await provisioner.endpoint(await provisioner.create(`old-${crypto.randomUUID()}`)))
  const files = migrationFiles('tenant')
  await migrate(
    db,
    files.slice(
      0,
      files.findIndex(({ tag }) => tag.endsWith('_audit_chain')),
    ),
    0,
  )
  return db
}

async function entries(db: TenantDb, upTo: number): Promise<AuditRow[]> {
  return (await db.orm.select().from(auditLog).orderBy(asc(auditLog.seq))).filter(({ seq }) => seq <= upTo)
}

/** An entry as the ledger writes it. */
async function enterOld(db: TenantDb, at: number): Promise<void> {
  const entry = { at, actorKind: 'staff', actorId: 'stf_1', action: 'projects.created', subjectId: 'proj_1' }
  const row = { ...entry, projectId: null, detailJson: '{}', requestId: `request-${at}` }
  await db.orm.insert(auditLog).values({ ...row, sha256: await entryDigest({ ...row, seq: 0, sha256: '' }) })
}

/** What the sealer of that time wrote for the entries after the seal that it had read. */
async function sealOld(db: TenantDb, after: { lastSeq: number; sha256: string }, upTo: number) {
  const rows = (await entries(db, upTo)).filter(({ seq }) => seq > after.lastSeq)
  const digests = await Promise.all(
    rows.map(async (row) => ({ seq: row.seq, sha256: await entryDigest(row) })),
  )
  const seal = { lastSeq: upTo, sha256: await sealDigest(after.sha256, digests) }
  await db.client.execute({
    sql: 'INSERT INTO audit_seals (last_seq, entries, sha256, at) VALUES (?, ?, ?, 0)',
    args: [seal.lastSeq, rows.length, seal.sha256],
  })
  return seal
}

/** As the demo company had it: of 9 sealed entries on, two sealers sealed 10 and 10 to 11; then it went on. */
async function forkedDatabase(): Promise<Ctx> {
  const db = await oldDatabase()
  for (let at = 1; at <= 13; at++) await enterOld(db, at)
  const first = await sealOld(db, { lastSeq: 0, sha256: '' }, 9)
  await sealOld(db, first, 10)
  const kept = await sealOld(db, first, 11)
  await sealOld(db, kept, 13)
  await migrate(db, migrationFiles('tenant'), 1)
  return testCtx({ db })
}

describe('the chain of the audit log', () => {
  test('of two sealers that read the same last seal and different entries, one goes on and the other leaves it', async () => {
    const ctx = await logOf([2])
    await enter(ctx, 1)
    const slow = afterReading(as(ctx, job), async () => {
      await enter(ctx, 1)
      expect(await sealAudit(as(ctx, job))).toBe(2)
    })
    expect(await sealAudit(slow)).toBe(0)
    expect(await verifyAudit(ctx)).toEqual({ entries: 4, seals: 2, unsealed: 0, ...whole })
  })

  test('the database itself takes no second seal after the same one', async () => {
    const ctx = await logOf([2, 1])
    const seal = { lastSeq: 9, entries: 1, sha256: 'x', at: 0, afterSeq: 2 }
    await expect(ctx.db.orm.insert(auditSeals).values(seal)).rejects.toThrow()
  })

  test('twenty sealers beside people who go on working leave one chain', async () => {
    const ctx = await testCtx()
    const sealers = Array.from({ length: 20 }, () => sealAudit(as(ctx, job)))
    await Promise.all([enter(ctx, 10), ...sealers])
    await sealAudit(as(ctx, job))
    expect(await verifyAudit(ctx)).toMatchObject({ entries: 10, unsealed: 0, ...whole })
  })

  test.each([
    ['altered', `UPDATE audit_log SET action = 'projects.read' WHERE seq = 4`, { altered: [4], missing: [] }],
    ['taken out', 'DELETE FROM audit_log WHERE seq = 4', { altered: [], missing: [4] }],
    ['renumbered', 'UPDATE audit_log SET seq = 40 WHERE seq = 4', { altered: [], missing: [4] }],
  ])('an entry that was %s is found where it stands, and what follows is verified', async (_, sql, found) => {
    const ctx = await logOf([2, 3, 2])
    await tamper(ctx, sql)
    expect((await verifyAudit(ctx)).breaks).toEqual([{ firstSeq: 3, lastSeq: 5, ...found }])
  })

  test('all breaks are listed, also one of an entry that is not sealed yet', async () => {
    const ctx = await logOf([2, 3, 2, 1])
    await enter(ctx, 2)
    await tamper(ctx, `UPDATE audit_log SET actor_id = 'stf_2' WHERE seq IN (1, 6, 7, 10)`)
    const { breaks, unsealed } = await verifyAudit(ctx)
    expect(unsealed).toBe(2)
    expect(breaks).toEqual([
      { firstSeq: 1, lastSeq: 2, altered: [1], missing: [] },
      { firstSeq: 6, lastSeq: 7, altered: [6, 7], missing: [] },
      { firstSeq: 10, lastSeq: 10, altered: [10], missing: [] },
    ])
  })

  test('a seal that was taken out, or altered with the digest of its entry, is a break as well', async () => {
    const ctx = await logOf([2, 3, 2])
    await tamper(ctx, 'DELETE FROM audit_seals WHERE last_seq = 5')
    expect((await verifyAudit(ctx)).breaks).toEqual([{ firstSeq: 3, lastSeq: 7, altered: [], missing: [] }])
    const other = await logOf([2, 3, 2])
    await tamper(other, `UPDATE audit_log SET action = 'x', sha256 = 'y' WHERE seq = 4`)
    expect((await verifyAudit(other)).breaks).toMatchObject([{ firstSeq: 3, lastSeq: 5 }])
  })
})

describe('a database in which two sealers made a fork', () => {
  test('is told from one that was tampered with, before the log tells of it and after', async () => {
    const ctx = await forkedDatabase()
    const fork = { firstSeq: 10, lastSeq: 10, sealedAt: 0 }
    expect(await verifyAudit(ctx)).toMatchObject({
      entries: 13,
      breaks: [],
      forks: [{ ...fork, healed: false }],
    })
    expect(await sealAudit(as(ctx, job))).toBe(1)
    expect(await verifyAudit(ctx)).toMatchObject({
      entries: 14,
      breaks: [],
      forks: [{ ...fork, healed: true }],
    })
  })

  test('is healed once, in an entry of the log that names both', async () => {
    const ctx = await forkedDatabase()
    for (let i = 0; i < 3; i++) await sealAudit(as(ctx, job))
    const { items } = await auditList.page(as(ctx, staff('auditor')), { action: 'audit.fork_healed' })
    expect(items).toMatchObject([
      { subjectId: 'seal_10', actorKind: 'job', detail: { afterSeq: 9, lastSeq: 10, entries: 1 } },
    ])
  })

  test.each([
    ['before the fork', 5, { firstSeq: 1, lastSeq: 9 }],
    ['under both seals of it', 10, { firstSeq: 10, lastSeq: 11 }],
    ['under the seal that went on only', 11, { firstSeq: 11, lastSeq: 11 }],
    ['after it', 12, { firstSeq: 12, lastSeq: 13 }],
    ['that tells of it', 14, { firstSeq: 14, lastSeq: 14 }],
  ])('shows an entry that was altered %s exactly', async (_, seq, span) => {
    const ctx = await forkedDatabase()
    await sealAudit(as(ctx, job))
    await tamper(ctx, `UPDATE audit_log SET actor_id = 'stf_2' WHERE seq = ${seq}`)
    expect((await verifyAudit(ctx)).breaks).toEqual([{ ...span, altered: [seq], missing: [] }])
  })

  test('is not healed over an entry that was altered before it was looked at', async () => {
    const ctx = await forkedDatabase()
    await tamper(ctx, `UPDATE audit_log SET actor_id = 'stf_2' WHERE seq = 10`)
    await sealAudit(as(ctx, job))
    expect(await verifyAudit(ctx)).toMatchObject({
      breaks: [{ firstSeq: 10, lastSeq: 11, altered: [10] }],
      forks: [],
    })
    expect((await auditList.page(ctx, { action: 'audit.fork_healed' })).items).toEqual([])
    // It is looked at once, and neither read again at every sealing nor in the way of another.
    await sealAudit(as(ctx, job))
    expect((await auditList.page(ctx, { action: 'audit.fork_not_right' })).items).toHaveLength(1)
    expect(await overtakenSeals(ctx)).toEqual([])
  })
})

describe('the platform’s own log', () => {
  const operator = { kind: 'operator', id: 'oper_1' } as const

  test('is chained like a company’s, and what was altered in it is found', async () => {
    const ctx = await testPlatformCtx({ actor: { kind: 'job', id: 'tick' } })
    const enterAs = (requestId: string) =>
      ctx.write('test.enter', { requestId }, (write) => write.audit('tenancy.suspended', 'comp_1'))
    for (const id of ['one', 'two', 'three']) await enterAs(`request-${id}`)
    expect(await sealAudit(ctx)).toBe(3)
    expect(await sealAudit(ctx)).toBe(0)
    const inspecting = asPlatform(ctx, operator)
    expect(await verifyPlatformAudit(inspecting)).toEqual({ entries: 3, seals: 1, unsealed: 0, ...whole })
    await ctx.db.client.execute('DROP TRIGGER audit_log_keeps_entries')
    await ctx.db.client.execute(`UPDATE audit_log SET subject_id = 'comp_2' WHERE seq = 2`)
    expect((await verifyPlatformAudit(inspecting)).breaks).toEqual([
      { firstSeq: 1, lastSeq: 3, altered: [2], missing: [] },
    ])
  })

  test('is verified for operators alone', async () => {
    const tick = await testPlatformCtx({ actor: { kind: 'job', id: 'tick' } })
    await expect(verifyPlatformAudit(tick)).rejects.toMatchObject({ kind: 'forbidden' })
  })
})
