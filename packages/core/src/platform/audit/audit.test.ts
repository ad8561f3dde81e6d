import { newId, startOfDay, type CivilDate } from '@heju/kernel'
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { correctDay } from '../calendar/index.ts'
import type { Ctx } from '../../context.ts'
import { changeAssignments } from '../../people/handing-over/index.ts'
import { addStaff } from '../../people/identity/testing.ts'
import { createProject } from '../../estate/projects/index.ts'
import { addBill, estate } from '../../fees/payments/testing.ts'
import { occupancies, people } from '../../estate/registry/index.ts'
import { reminderBills, reminders } from '../../fees/reminders/tables.ts'
import { anyhow, as, freshRequestId, staff, testCtx } from '../../testing.ts'
import { factsOf } from './fact-texts.ts'
import { auditList } from './index.ts'
import { sealAudit, verifyAudit } from '../audit-chain/index.ts'

type AuditFilter = Parameters<typeof auditList.page>[1]

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

describe('the audit log', () => {
  test('entries are sealed in blocks that chain, each entry once', async () => {
    const ctx = await withProjects('甲', '乙')
    expect(await sealAudit(as(ctx, job))).toBe(2)
    expect(await sealAudit(as(ctx, job))).toBe(0)
    await addProject(ctx, '丙')
    expect(await sealAudit(as(ctx, job))).toBe(1)
    expect(await verifyAudit(as(ctx, staff('auditor')))).toEqual({
      entries: 3,
      seals: 2,
      unsealed: 0,
      breaks: [],
      forks: [],
    })
  })

  test('two consumers that seal at once leave one chain', async () => {
    const ctx = await withProjects('甲', '乙')
    await Promise.all([sealAudit(as(ctx, job)), sealAudit(as(ctx, job))])
    expect(await verifyAudit(ctx)).toMatchObject({ seals: 1, breaks: [] })
  })

  test('the database itself refuses to alter or delete an entry', async () => {
    const ctx = await withProjects('甲')
    await expect(ctx.db.client.execute(`UPDATE audit_log SET action = 'x'`)).rejects.toThrow('append-only')
    await expect(ctx.db.client.execute('DELETE FROM audit_log')).rejects.toThrow('append-only')
  })

  test('it is paged by key and may be read by auditors, not by the front desk', async () => {
    const ctx = await withProjects('甲', '乙', '丙')
    const first = await auditList.page(as(ctx, staff('auditor')), { limit: 2 })
    const second = await auditList.page(as(ctx, staff('auditor')), { limit: 2, after: first.next ?? '' })
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(['3', '2', '1'])
    await expect(auditList.page(as(ctx, staff('front_desk')), {})).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })

  test('it is narrowed to a person, an action, an object and days in the company’s zone', async () => {
    const ctx = await withProjects('甲')
    const tomorrow = as(
      ctx,
      staff('company_admin', 'all', 'stf_other'),
      startOfDay('2026-11-23' as CivilDate),
    )
    await addProject(tomorrow, '乙')
    await correctDay(tomorrow, { requestId: freshRequestId(), onDay: '2026-11-24', kind: 'rest' })
    const found = async (filter: AuditFilter) => (await auditList.page(ctx, filter)).items.map(({ id }) => id)
    expect(await found({ actorId: 'stf_other' })).toEqual(['3', '2'])
    expect(await found({ action: 'projects.created' })).toEqual(['2', '1'])
    expect(await found({ subjectId: '2026-11-24' })).toEqual(['3'])
    expect(await found({ to: '2026-11-22' })).toEqual(['1'])
    expect(await found({ from: '2026-11-23', to: '2026-11-23' })).toEqual(['3', '2'])
    await expect(found({ from: '2026-02-30' })).rejects.toMatchObject({ code: 'request.invalid' })
  })

  test('it names who acted and what it was about, where they have names', async () => {
    const ctx = await withProjects('翠湖花园')
    const { id } = await addStaff(ctx, { name: '周一' })
    await addProject(as(ctx, staff('company_admin', 'all', id)), '云栖里')
    const { items } = await auditList.page(ctx, {})
    expect(items).toMatchObject([
      { actorName: '周一', subjectName: '云栖里', projectName: '云栖里' },
      { actorName: null, subjectName: '翠湖花园', projectName: '翠湖花园' },
    ])
  })

  test('of what owners do it says who and about which room or bill, on the page and in the file', async () => {
    const place = await estate()
    const { ctx, projectId } = place
    const [owner, room, billId] = [place.owners[0]!, place.rooms[0]!, await addBill(place)]
    const [reminderId, onDay] = ['rem_1', '2026-11-22']
    const told = { projectId, personId: room.personId, stage: 'first', onDay, state: 'sent' } as const
    await ctx.db.orm.insert(reminders).values({ id: reminderId, ...told, createdAt: ctx.now })
    await ctx.db.orm.insert(reminderBills).values({ billId, reminderId, stage: 'first' })
    await owner.write(
      'test.entries',
      { requestId: freshRequestId() },
      (write) => {
        write.audit('owner_access.signed_in', owner.actor.id)
        write.audit('reminders.read_in_portal', reminderId, { projectId })
        write.audit('billing.bill_voided', billId, { projectId })
      },
      anyhow,
    )
    const { items } = await auditList.page(ctx, { actorId: owner.actor.id })
    const subjects = Object.fromEntries(items.map(({ action, subjectName }) => [action, subjectName]))
    const [home, name] = ['3栋-2单元-1501', '****1501 业主1501']
    expect(subjects).toEqual({
      'owner_access.signed_in': `${name} ${home}`,
      'reminders.read_in_portal': `业主1501 ${home}`,
      'billing.bill_voided': expect.stringMatching(`^${home} 20\\d\\d-\\d\\d$`),
    })
    expect(new Set(items.map(({ actorName }) => actorName))).toEqual(new Set([name]))
    const asked = { requestId: freshRequestId(), format: 'csv', actorId: owner.actor.id } as const
    const { bytes } = await auditList.file(as(ctx, staff('auditor')), asked, 'zh-CN')
    const text = new TextDecoder().decode(bytes)
    expect(text).toContain(`业主 ${name}`)
    expect(text).toContain(home)
    // Who has the phone of an account no more is not named by it: what is left is the end of the number.
    await ctx.db.client.execute('DELETE FROM person_phones')
    expect((await auditList.page(ctx, { actorId: owner.actor.id })).items[0]?.actorName).toBe('****1501')
  })

  test('of an owner it says the places where they are, a last day still to come or today included, and a name of two people once', async () => {
    const { ctx, owners, rooms, projectId } = await estate()
    const owner = owners[0]!
    const [home, left, leaving] = rooms.map(({ roomId }) => roomId) as [string, string, string]
    const namesake = newId('pers', ctx.now)
    const at = { createdAt: ctx.now, changedAt: ctx.now }
    await ctx.db.orm
      .insert(people)
      .values({ id: namesake, projectId, name: '业主1501', kind: 'natural', ...at })
    await ctx.db.client.execute({
      sql: `INSERT INTO person_phones (person_id, position, phone_sealed, phone_index, phone_last4, phone_masked)
        SELECT ?, 0, phone_sealed, phone_index, phone_last4, phone_masked FROM person_phones WHERE person_id = ?`,
      args: [namesake, rooms[0]!.personId],
    })
    const lived = { projectId, personId: namesake, role: 'tenant', fromOn: '2026-01-01', ...at } as const
    await ctx.db.orm.insert(occupancies).values([
      { id: newId('occ', ctx.now), roomId: left, toOn: '2026-11-21', ...lived },
      { id: newId('occ', ctx.now), roomId: leaving, toOn: '2026-11-22', ...lived },
    ])
    await owner.write(
      'test.entries',
      { requestId: freshRequestId() },
      (write) => write.audit('owner_access.signed_in', owner.actor.id),
      anyhow,
    )
    const named = async (now = ctx.now) =>
      (await auditList.page(as(ctx, ctx.actor, now), { actorId: owner.actor.id })).items[0]
    const name = '****1501 业主1501'
    expect(await named()).toMatchObject({
      actorName: name,
      subjectName: `${name} 3栋-2单元-1501、3栋-2单元-1503`,
    })
    await ctx.db.orm.update(occupancies).set({ toOn: '2026-12-31' }).where(eq(occupancies.roomId, home))
    expect(await named(startOfDay('2026-11-23' as CivilDate))).toMatchObject({
      subjectName: `${name} 3栋-2单元-1501`,
    })
  })

  test('a fact that is a word of the language of programs is told as it was written', async () => {
    const ctx = await testCtx()
    const facts = { approvalNo: 'constructor', targetIds: ['toString', '__proto__'] }
    await ctx.write(
      'test.note',
      { requestId: freshRequestId() },
      (write) => {
        write.audit('billing.tariff_created', 'tariff_1', { detail: facts })
        return null
      },
      anyhow,
    )
    expect((await auditList.page(ctx, {})).items).toMatchObject([{ detail: facts }])
  })

  test('its file is named by the days that it holds', async () => {
    const auditor = as(await withProjects(), staff('auditor'))
    const days = { from: '2026-11-01' as CivilDate, to: '2026-11-20' as CivilDate }
    const { fileName } = await auditList.file(auditor, days, 'zh-CN')
    expect(fileName).toBe('操作记录-2026-11-01_2026-11-20.xlsx')
  })

  test('it is saved as a file in words, which is on record itself; the front desk may not', async () => {
    const ctx = await withProjects('翠湖花园')
    const asked = { format: 'csv' } as const
    const { bytes, fileName } = await auditList.file(as(ctx, staff('auditor')), asked, 'zh-CN')
    const text = new TextDecoder().decode(bytes)
    expect(fileName).toBe('操作记录-截至2026-11-22.csv')
    expect(text).toContain('新建项目')
    expect(text).toContain('翠湖花园')
    expect((await auditList.page(ctx, { action: 'audit.exported' })).items).toMatchObject([
      { detail: { rows: 1 } },
    ])
    await expect(auditList.file(as(ctx, staff('front_desk')), asked, 'zh-CN')).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })

  test('page and file say of a fact the same words: things by their names, roles and projects too', async () => {
    const ctx = await withProjects('甲')
    const { items } = await auditList.page(ctx, { action: 'projects.created' })
    const projects = [items[0]?.subjectId ?? ''] as [`proj_${string}`]
    await addStaff(ctx, { assignments: [{ role: 'company_admin', projects: 'all' }] })
    const { id } = await addStaff(ctx, { name: '沈若兰' })
    const assignments = [{ role: 'cashier' as const, projects }]
    await changeAssignments(ctx, { requestId: freshRequestId(), staffId: id, assignments })
    const [changed] = (await auditList.page(ctx, { action: 'identity.assignments_changed' })).items
    const inProjects = (...projectIds: string[]) => ({ kind: 'projects', projectIds })
    expect(changed?.detail).toEqual({ assignments: [{ role: 'cashier', scope: inProjects('甲') }] })
    const asked = { format: 'csv', subjectId: id } as const
    const { bytes } = await auditList.file(as(ctx, staff('auditor')), asked, 'zh-CN')
    const text = new TextDecoder().decode(bytes)
    expect(text).toContain('角色: 收费员（甲）')
    expect(text).toContain('沈若兰')
    const said = (assignment: object, locale: 'zh-CN' | 'en' = 'zh-CN') =>
      factsOf({ assignments: [assignment] }, locale, { yuan: String, instant: String })[0]?.words
    // As entries said it before units could be scopes.
    expect(said({ role: 'cashier', projects: ['甲'] })).toBe('收费员（甲）')
    expect(said({ role: 'auditor', projects: 'all' })).toBe('审计（全部项目）')
  })

  test('a role for a unit is said with the unit, and a unit that has no name is one', async () => {
    const said = (unitId: string, locale: 'zh-CN' | 'en' = 'zh-CN') => {
      const assignments = [{ role: 'cashier', scope: { kind: 'unit', unitId } }]
      return factsOf({ assignments }, locale, { yuan: String, instant: String })[0]?.words
    }
    expect(said('华东大区')).toBe('收费员（华东大区及其下项目）')
    expect(said('华东大区', 'en')).toBe('Cashier (all under 华东大区)')
    expect(said(newId('unit', 1))).toBe('收费员（组织单元及其下项目）')
  })
})
