import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { latestTag } from '../../migrations/platform/latest.ts'
import { SqldProvisioner } from '@heju/db/provisioning'
import { appliedMigrations, PlatformDb } from '@heju/db'
import { afterEach, expect, test } from 'vitest'
import { startSqld, type Sqld } from '../setup/sqld-process.ts'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'heju-deploy '))
let sqld: Sqld | undefined
afterEach(async () => {
  await sqld?.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** A step of docs/deploy.md, run as its command is. */
function step(script: string, args: string[], env: NodeJS.ProcessEnv = {}) {
  return spawnSync(process.execPath, [join(root, 'packages/local/src/deploy', script), ...args], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, ...env },
  })
}

test('the keys that are made open sqld, and the platform database is made and migrated on it, also twice', async () => {
  const keys = join(folder, 'keys')
  expect(step('keys.ts', [keys]).status).toBe(0)
  const key = (name: string) => readFileSync(join(keys, name), 'utf8')
  expect(statSync(keys).mode & 0o777).toBe(0o700)
  expect(statSync(join(keys, 'VAULT_KEY')).mode & 0o777).toBe(0o600)
  // Keys that are in use are not to be lost by a second run.
  expect(step('keys.ts', [keys]).status).not.toBe(0)

  const adminKey = key('SQLD_ADMIN_KEY')
  sqld = await startSqld({ folder, adminKey, jwtPublicKeyPem: key('database-tokens.pem') })
  const env = {
    BASE_HOST: 'heju.example',
    DATABASE_PROVIDER: 'sqld',
    SQLD_URL: sqld.url,
    SQLD_ADMIN_URL: sqld.adminUrl,
    SQLD_ADMIN_KEY: adminKey,
    SQLD_TOKEN_KEY: key('SQLD_TOKEN_KEY'),
    PLATFORM_NAMESPACE: 'heju-platform',
    SESSION_KEYS: key('SESSION_KEYS'),
    VAULT_KEY: key('VAULT_KEY'),
  }
  expect(step('platform.ts', [], env).stdout).toContain('Applied: 0000_')
  expect(step('platform.ts', [], env).stdout).toBe('The platform database is up to date.\n')

  const settings = {
    url: sqld.url,
    adminUrl: sqld.adminUrl,
    adminKey,
    tokenPrivateKeyPem: env.SQLD_TOKEN_KEY,
  }
  const place = { kind: 'sqld', url: sqld.url, namespace: 'heju-platform' } as const
  const platform = new PlatformDb(await new SqldProvisioner(settings).endpoint(place))
  expect([...(await appliedMigrations(platform)).keys()].at(-1)).toBe(latestTag)
})
