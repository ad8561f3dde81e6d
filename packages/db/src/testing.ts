import { inject } from 'vitest'
import { PlatformDb, TenantDb } from './database.ts'
import { Deployment } from './deployment.ts'
import type { DatabaseEndpoint } from './fetch.ts'
import { SqldProvisioner, type DatabaseProvisioner, type SqldSettings } from './provisioning/index.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The test run's database server; started once by tests/setup/database-server.ts. */
    databaseServer: SqldSettings
  }
}

/** The name of a migrated, empty database of its own for one test: a fork of the run's template. */
export async function freshNamespace(plane: 'platform' | 'tenant'): Promise<string> {
  const settings = inject('databaseServer')
  const name = `test-${crypto.randomUUID()}`
  const forked = await fetch(`${settings.adminUrl}/v1/namespaces/template-${plane}/fork/${name}`, {
    method: 'POST',
    headers: { authorization: `Basic ${settings.adminKey}` },
  })
  if (!forked.ok)
    throw new Error(`The test database could not be forked: ${forked.status} ${await forked.text()}`)
  return name
}

export async function freshEndpoint(plane: 'platform' | 'tenant'): Promise<DatabaseEndpoint> {
  const settings = inject('databaseServer')
  const namespace = await freshNamespace(plane)
  return new SqldProvisioner(settings).endpoint({ kind: 'sqld', url: settings.url, namespace })
}

export async function freshTenantDb(): Promise<TenantDb> {
  return new TenantDb(await freshEndpoint('tenant'))
}

export async function freshPlatformDb(): Promise<PlatformDb> {
  return new PlatformDb(await freshEndpoint('platform'))
}

/** An installation of its own for one test: a fresh platform database on the run's server. */
export async function freshDeployment(
  provisioner: DatabaseProvisioner = new SqldProvisioner(inject('databaseServer')),
): Promise<Deployment> {
  const platform = await freshEndpoint('platform')
  return new Deployment(provisioner, async () => platform, 'heju.test')
}
