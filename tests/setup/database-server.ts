import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate, PlatformDb, TenantDb } from '@heju/db'
import { SqldProvisioner } from '@heju/db/provisioning'
import { migrationFiles } from '@heju/db/migration-files'
import { startLibsqlServer } from '@heju/local/libsql-server'
import { exportPKCS8, exportSPKI, generateKeyPair } from 'jose'
import type { TestProject } from 'vitest/node'

/** Starts the database server of a test run, with a migrated template of each plane that tests fork. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'heju-test-'))
  const keys = await generateKeyPair('EdDSA', { extractable: true })
  const adminKey = crypto.randomUUID()
  const server = await startLibsqlServer({
    dataDir,
    adminKey,
    jwtPublicKeyPem: await exportSPKI(keys.publicKey),
  })
  const tokenPrivateKeyPem = await exportPKCS8(keys.privateKey)
  const settings = { url: server.url, adminUrl: server.adminUrl, adminKey, tokenPrivateKeyPem }
  const close = async () => {
    await server.close()
    rmSync(dataDir, { recursive: true })
  }
  try {
    await makeTemplates(new SqldProvisioner(settings))
  } catch (error) {
    await close()
    throw error
  }
  project.provide('databaseServer', { ...settings, isSqld: false })
  return close
}

/** A migrated, empty database of each plane, for tests to fork. */
export async function makeTemplates(provisioner: SqldProvisioner): Promise<void> {
  for (const [plane, Db] of [
    ['platform', PlatformDb],
    ['tenant', TenantDb],
  ] as const) {
    const place = await provisioner.create(`template-${plane}`)
    await migrate(new Db(await provisioner.endpoint(place)), migrationFiles(plane), 0)
  }
}
