import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SqldProvisioner } from '@heju/db/provisioning'
import { exportPKCS8, exportSPKI, generateKeyPair } from 'jose'
import type { TestProject } from 'vitest/node'
import { makeTemplates } from './database-server.ts'
import { startSqld } from './sqld-process.ts'

/** Starts a real sqld as the database server of a test run, with the templates that tests fork. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'heju-sqld-'))
  const keys = await generateKeyPair('EdDSA', { extractable: true })
  const adminKey = crypto.randomUUID()
  const sqld = await startSqld({ folder, adminKey, jwtPublicKeyPem: await exportSPKI(keys.publicKey) })
  const tokenPrivateKeyPem = await exportPKCS8(keys.privateKey)
  const settings = { url: sqld.url, adminUrl: sqld.adminUrl, adminKey, tokenPrivateKeyPem }
  const close = async () => {
    await sqld.stop()
    rmSync(folder, { recursive: true })
  }
  try {
    await makeTemplates(new SqldProvisioner(settings))
  } catch (error) {
    await close()
    throw error
  }
  project.provide('databaseServer', { ...settings, isSqld: true })
  return close
}
