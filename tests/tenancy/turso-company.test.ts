import { platformVault } from '@heju/core'
import { staff } from '@heju/core/identity'
import { companyRow, provisionCompany, renewToken, signUp } from '@heju/core/tenancy'
import { asPlatform, freshRequestId, testPlatformCtx, testVaultKey } from '@heju/core/testing'
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
