import { companies, companyStates, signups, type CompanyState } from '@heju/db/platform-tables'
import { freshNamespace } from '@heju/db/testing'
import { TenantDb, type CompanyRow } from '@heju/db'
import { newId } from '@heju/kernel'
import { eq } from 'drizzle-orm'
import { describe, expect, inject, test } from 'vitest'
import type { PlatformCtx } from '../../platform-context.ts'
import { asPlatform, freshRequestId, testNow, testPlatformCtx } from '../../testing.ts'
import { closeCompany, companyRow, mayBecome, resumeCompany, suspendCompany } from './index.ts'

const operator = { kind: 'operator', id: 'oper_1' } as const
const verbs = { suspended: suspendCompany, active: resumeCompany, closed: closeCompany }

async function companyIn(
  ctx: PlatformCtx,
  state: CompanyState,
  namespace: string | null = null,
): Promise<string> {
  const id = newId('comp', testNow)
  await ctx.db.orm.insert(companies).values({
    id,
    slug: id.slice(-12),
    name: '翠湖物业',
    state,
    stateReason: state === 'suspended' ? '欠费' : null,
    databaseKind: 'sqld',
    databaseUrl: namespace === null ? null : inject('databaseServer').url,
    databaseNamespace: namespace,
    createdAt: testNow,
    changedAt: testNow,
  })
  return id
}
const change = (companyId: string) => ({ requestId: freshRequestId(), companyId, reason: '逾期未续约' })

describe('the state of a company', () => {
  const steps = companyStates.flatMap((from) =>
    (['active', 'suspended', 'closed'] as const).map((to) => ({ from, to })),
  )

  test.each(steps)('from $from to $to goes as the table says', async ({ from, to }) => {
    const ctx = asPlatform(await testPlatformCtx(), operator)
    const id = await companyIn(ctx, from)
    // Only provisioning itself ends provisioning well: an operator cannot declare a company ready.
    const allowed = mayBecome(from, to) && !(from === 'provisioning' && to === 'active')
    const changed = verbs[to](ctx, change(id))
    if (allowed) await changed
    else
      await expect(changed).rejects.toMatchObject({
        code: 'tenancy.transition_refused',
        params: { from, to },
      })
    expect(await companyRow(ctx, id)).toMatchObject({ state: allowed ? to : from })
  })

  test('the reason of a suspension is kept for owners to see, and gone after resuming', async () => {
    const ctx = asPlatform(await testPlatformCtx(), operator)
    const id = await companyIn(ctx, 'active')
    await suspendCompany(ctx, change(id))
    expect(await companyRow(ctx, id)).toMatchObject({ stateReason: '逾期未续约' })
    await resumeCompany(ctx, change(id))
    expect(await companyRow(ctx, id)).toMatchObject({ stateReason: null })
  })

  test('of two operators at the same moment one suspends, and the other is told', async () => {
    const ctx = asPlatform(await testPlatformCtx(), operator)
    const id = await companyIn(ctx, 'active')
    const both = await Promise.allSettled([suspendCompany(ctx, change(id)), suspendCompany(ctx, change(id))])
    expect(both.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  test('the same request again changes nothing and is no error', async () => {
    const ctx = asPlatform(await testPlatformCtx(), operator)
    const request = change(await companyIn(ctx, 'active'))
    await suspendCompany(ctx, request)
    await suspendCompany(ctx, request)
  })

  test('a visitor changes nothing', async () => {
    const ctx = await testPlatformCtx()
    const id = await companyIn(ctx, 'active')
    await expect(suspendCompany(ctx, change(id))).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('a suspension is seen at once where it was made, also by whoever had read the company before', async () => {
    const ctx = asPlatform(await testPlatformCtx(), operator)
    const id = await companyIn(ctx, 'active')
    const { slug } = await companyRow(ctx, id)
    const seen = () => ctx.deployment.companyAt(`${slug}.heju.test`, testNow, ctx.db.trips)
    expect(await seen()).toMatchObject({ state: 'active' })
    await suspendCompany(ctx, change(id))
    expect(await seen()).toMatchObject({ state: 'suspended' })
  })

  test('the database of a suspended company still takes what jobs write, that of a closed one nothing', async () => {
    const ctx = asPlatform(await testPlatformCtx(), operator)
    const id = await companyIn(ctx, 'active', await freshNamespace('tenant'))
    const db = await ctx.deployment.tenant((await companyRow(ctx, id)) as CompanyRow)
    const writes = (tenant: TenantDb) =>
      tenant.client.execute('INSERT OR REPLACE INTO _expect (id, ok) VALUES (1, 1)')
    await suspendCompany(ctx, change(id))
    await writes(db)
    await closeCompany(ctx, change(id))
    await expect(writes(db)).rejects.toThrow(/blocked/i)
    expect((await db.client.execute('SELECT count(*) FROM _expect')).rows).toHaveLength(1)
  })

  test('one whose database is gone can be closed: there is nothing left to write to', async () => {
    const ctx = asPlatform(await testPlatformCtx(), operator)
    const id = await companyIn(ctx, 'suspended', `gone-${newId('comp', testNow).slice(-12)}`)
    await closeCompany(ctx, change(id))
    expect(await companyRow(ctx, id)).toMatchObject({ state: 'closed' })
  })

  test('closing one that is being set up forgets who asked for it', async () => {
    const ctx = asPlatform(await testPlatformCtx(), operator)
    const companyId = await companyIn(ctx, 'provisioning')
    const personal = { nameSealed: 'x', phoneSealed: 'x', passwordHash: 'x' }
    const ids = { id: newId('sign', testNow), companyId, staffId: newId('stf', testNow) }
    await ctx.db.orm
      .insert(signups)
      .values({ ...ids, ...personal, phoneIndex: '', ipIndex: '', createdAt: testNow })
    await closeCompany(ctx, change(companyId))
    const [left] = await ctx.db.orm.select().from(signups).where(eq(signups.companyId, companyId))
    expect(left).toMatchObject({ nameSealed: null, phoneSealed: null, passwordHash: null })
  })
})
