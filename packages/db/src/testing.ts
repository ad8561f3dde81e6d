import { inject } from 'vitest'
import { PlatformDb, TenantDb } from './database.ts'
import type { DatabaseEndpoint } from './fetch.ts'
import { SqldProvisioner, type SqldSettings } from './provisioning/index.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The test run's database server; started once by tests/setup/database-server.ts. */
    databaseServer: SqldSettings
  }
}

/** A migrated, empty database of its own for one test: a fork of the run's template. */
export async function freshEndpoint(plane: 'platform' | 'tenant'): Promise<DatabaseEndpoint> {
  const settings = inject('databaseServer')
  const name = `test-${crypto.randomUUID()}`
  const forked = await fetch(`${settings.adminUrl}/v1/namespaces/template-${plane}/fork/${name}`, {
    method: 'POST',
    headers: { authorization: `Basic ${settings.adminKey}` },
  })
  if (!forked.ok)
    throw new Error(`The test database could not be forked: ${forked.status} ${await forked.text()}`)
  return new SqldProvisioner(settings).endpoint({ kind: 'sqld', url: settings.url, namespace: name })
}

export async function freshTenantDb(): Promise<TenantDb> {
  return new TenantDb(await freshEndpoint('tenant'))
}

export async function freshPlatformDb(): Promise<PlatformDb> {
  return new PlatformDb(await freshEndpoint('platform'))
}
