import { platformVault, type PlatformCtx } from '@heju/core'
import { staff } from '@heju/core/people/identity'
import {
  attachDatabase,
  closeCompany,
  companyRow,
  provisionCompany,
  renewToken,
  signUp,
} from '@heju/core/platform/tenancy'
import {
  asPlatform,
  beforeNextWrite,
  freshRequestId,
  testPlatformCtx,
  testVaultKey,
} from '@heju/core/testing'
import { placeOf } from '@heju/db'
import { migrationFiles } from '@heju/db/migration-files'
import { companies } from '@heju/db/platform-tables'
import { TursoProvisioner } from '@heju/db/provisioning'
import { freshDeployment } from '@heju/db/testing'
import { startTursoDouble, type TursoDouble } from '@heju/local/turso-double'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'

let turso: TursoDouble
beforeAll(async () => {
  turso = await startTursoDouble({ server: inject('databaseServer') })
})
afterAll(() => turso.close())

/** An installation whose companies live at Turso, their tokens sealed in the register. */
async function installation() {
  const vault = await platformVault(testVaultKey)
  const provisioner = new TursoProvisioner({
    ...turso,
    seal: (database, token) => vault.seal(`companies.database_token:${database}`, token),
    unseal: (database, sealed) => vault.unseal(`companies.database_token:${database}`, sealed),
  })
  const visitor = await testPlatformCtx({ deployment: await freshDeployment(provisioner) })
  const job = asPlatform(visitor, { kind: 'job', id: 'provision' })
  const company = async (slug: string, phone: string) => {
    const input = { companyName: '翠湖物业', slug, adminName: '王敏', phone, password: '湖边的第一盏灯亮了' }
    const { companyId } = await signUp(visitor, { requestId: freshRequestId(), ...input }, '203.0.113.7')
    return companyId
  }
  return { visitor, job, company, operator: asPlatform(visitor, { kind: 'operator', id: 'oper_1' }) }
}

describe('a company at Turso Cloud', () => {
  test('is set up like any other, and its token lies sealed', async () => {
    const { job, company } = await installation()
    const id = await company('cuihu', '13812341234')
    await provisionCompany(job, id, migrationFiles('tenant'))
    const row = await companyRow(job, id)
    expect(row).toMatchObject({ state: 'active', databaseKind: 'turso' })
    expect(row.databaseTokenSealed).toMatch(/^v1\./)
    const { token = '' } = await job.deployment.provisioner.endpoint(placeOf(row))
    expect(JSON.stringify(row)).not.toContain(token)
    const tenant = await job.deployment.tenant(row)
    expect(await tenant.orm.select({ name: staff.name }).from(staff)).toEqual([{ name: '王敏' }])
  })

  test('of which the answer to its making was lost is set up by the next message', async () => {
    const { job, company } = await installation()
    const id = await company('wangjiang', '13812341235')
    turso.expect({ silent: 'after' })
    await expect(provisionCompany(job, id, migrationFiles('tenant'))).rejects.toThrow()
    await provisionCompany(job, id, migrationFiles('tenant'))
    expect(await companyRow(job, id)).toMatchObject({ state: 'active', provisioningFailure: null })
  })

  test('shuts its old token out when it is renewed, and works on with the new one', async () => {
    const { job, operator, company } = await installation()
    const id = await company('yunqi', '13812341236')
    await provisionCompany(job, id, migrationFiles('tenant'))
    const before = await job.deployment.tenant(await companyRow(job, id))
    await renewToken(operator, { requestId: freshRequestId(), companyId: id })
    await expect(before.client.execute('SELECT 1')).rejects.toThrow('401')
    const after = await job.deployment.tenant(await companyRow(job, id))
    expect((await after.client.execute('SELECT count(*) AS n FROM staff')).rows[0]?.n).toBe(1)
  })

  describe('whose token is renewed twice at once', () => {
    /** Whether the token that stands in the register opens the database. */
    async function opens({ job }: { job: PlatformCtx }, id: string) {
      const tenant = await job.deployment.tenant(await companyRow(job, id))
      return (await tenant.client.execute('SELECT count(*) AS n FROM staff')).rows[0]?.n === 1
    }

    test('by two operators works on with one that was made last', async () => {
      const there = await installation()
      const { job, operator, company } = there
      const id = await company('lianhua', '13812341240')
      await provisionCompany(job, id, migrationFiles('tenant'))
      beforeNextWrite(operator, () => renewToken(operator, { requestId: freshRequestId(), companyId: id }))
      await renewToken(operator, { requestId: freshRequestId(), companyId: id })
      expect(await opens(there, id)).toBe(true)
    })

    test('by one request that is sent twice works on too', async () => {
      const there = await installation()
      const { job, operator, company } = there
      const id = await company('hetang', '13812341241')
      await provisionCompany(job, id, migrationFiles('tenant'))
      const request = { requestId: freshRequestId(), companyId: id }
      const both: Promise<void>[] = []
      // The second one has a token made after the first, and is written after it.
      beforeNextWrite(operator, async () => {
        const made = Promise.withResolvers<void>()
        beforeNextWrite(operator, async () => {
          made.resolve()
          await both[0]
        })
        both.push(renewToken(operator, request))
        await made.promise
      })
      both.unshift(renewToken(operator, request))
      await both[0]
      await both[1]
      expect(await opens(there, id)).toBe(true)
    })
  })

  test('keeps the token of now where a request to renew it comes again', async () => {
    const { job, operator, company } = await installation()
    const id = await company('guilin', '13812341242')
    await provisionCompany(job, id, migrationFiles('tenant'))
    const request = { requestId: freshRequestId(), companyId: id }
    await renewToken(operator, request)
    const { databaseTokenSealed } = await companyRow(job, id)
    const tenant = await job.deployment.tenant(await companyRow(job, id))
    await renewToken(operator, request)
    expect((await companyRow(job, id)).databaseTokenSealed).toBe(databaseTokenSealed)
    expect((await tenant.client.execute('SELECT count(*) AS n FROM staff')).rows[0]?.n).toBe(1)
  })

  test('keeps the token of a database that is attached while that of the one before is renewed', async () => {
    const { job, operator, company } = await installation()
    const id = await company('taiping', '13812341243')
    await provisionCompany(job, id, migrationFiles('tenant'))
    const place = await job.deployment.provisioner.create('restored')
    beforeNextWrite(operator, () =>
      attachDatabase(operator, { requestId: freshRequestId(), companyId: id, place, schemaTag: '' }),
    )
    const renewed = renewToken(operator, { requestId: freshRequestId(), companyId: id })
    await expect(renewed).rejects.toMatchObject({ code: 'tenancy.database_moved' })
    expect(await companyRow(job, id)).toMatchObject({
      databaseNamespace: 'restored',
      databaseTokenSealed: place.tokenSealed,
    })
  })

  test('is closed only once its database takes no more writing, so that it can be closed again', async () => {
    const { job, operator, company } = await installation()
    const id = await company('xihu', '13812341244')
    await provisionCompany(job, id, migrationFiles('tenant'))
    const close = () =>
      closeCompany(operator, { requestId: freshRequestId(), companyId: id, reason: '合同终止' })
    const tenant = await job.deployment.tenant(await companyRow(job, id))
    const writes = () => tenant.client.execute('INSERT OR REPLACE INTO _expect (id, ok) VALUES (1, 1)')
    turso.expect({ status: 503 })
    await expect(close()).rejects.toMatchObject({ code: 'database.server_refused' })
    expect(await companyRow(job, id)).toMatchObject({ state: 'active' })
    await writes()
    await close()
    expect(await companyRow(job, id)).toMatchObject({ state: 'closed' })
    await expect(writes()).rejects.toThrow()
  })

  test('cannot be entered with a token that was copied from another row of the register', async () => {
    const { job, company } = await installation()
    const [mine, theirs] = [await company('mine', '13812341237'), await company('theirs', '13812341238')]
    for (const id of [mine, theirs]) await provisionCompany(job, id, migrationFiles('tenant'))
    const { databaseTokenSealed } = await companyRow(job, theirs)
    await job.db.orm.update(companies).set({ databaseTokenSealed }).where(eq(companies.id, mine))
    const swapped = await companyRow(job, mine)
    await expect(job.deployment.tenant(swapped)).rejects.toMatchObject({ code: 'vault.seal_broken' })
  })
})
