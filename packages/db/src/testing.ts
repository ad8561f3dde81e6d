import { inject } from 'vitest'
import { PlatformDb, TenantDb } from './database.ts'
import { Deployment } from './deployment.ts'
import type { DatabaseEndpoint } from './fetch.ts'
import { SqldProvisioner, type DatabaseProvisioner, type SqldSettings } from './provisioning/index.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The test run's database server; started once by tests/setup/database-server.ts, a real sqld by tests/setup/sqld.ts. */
    databaseServer: SqldSettings & { isSqld: boolean }
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

/**
 * How the database goes about everything that `act` asks it: the lines of EXPLAIN QUERY PLAN. What `act` throws is
 * passed over, since it is often about things that are not there.
 * @param which `outer`: without what happens within one row of the answer, in the few rows of a subquery
 */
export async function plansOf(
  db: TenantDb | PlatformDb,
  act: () => Promise<unknown>,
  which: 'all' | 'outer' = 'all',
): Promise<string[]> {
  const { client } = db
  const { batch, execute } = client
  const asked: { sql: string; args: never[] }[] = []
  const noted = <S>(statement: S): S => (asked.push(statement as never), statement)
  Object.assign(client, {
    batch: (statements: never[], mode?: 'read') => batch(statements.map(noted), mode),
    execute: (statement: never) => execute(noted(statement)),
  })
  await act().catch(() => undefined)
  Object.assign(client, { batch, execute })
  if (asked.length === 0) throw new Error('Nothing was asked')
  const plans = await Promise.all(
    asked.map(({ sql, args }) => client.execute({ sql: `EXPLAIN QUERY PLAN ${sql}`, args })),
  )
  return plans.flatMap(({ rows }) =>
    rows.flatMap((row) => (which === 'all' || Number(row.parent) === 0 ? [String(row.detail)] : [])),
  )
}

/**
 * The lines of plans that read a table or index from end to end.
 * @param options.sorted also those that sort what an index could have given in order
 * @param options.gathered names under which a statement reads what it has itself gathered (common table expressions)
 */
export function slowSteps(
  plan: readonly string[],
  options: { sorted?: boolean; gathered?: readonly string[] } = {},
): string[] {
  const { sorted = false, gathered = [] } = options
  return plan.filter((line) => {
    const [, name] = /^SCAN (?!json_each|\(|.*VIRTUAL TABLE|CONSTANT ROW)(\S+)/.exec(line) ?? []
    const through = name !== undefined && !gathered.includes(name)
    return through || (sorted && line.includes('TEMP B-TREE FOR ORDER BY'))
  })
}
