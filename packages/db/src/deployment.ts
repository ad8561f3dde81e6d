import { eq, or } from 'drizzle-orm'
import { PlatformDb, TenantDb } from './database.ts'
import type { DatabaseEndpoint } from './fetch.ts'
import { companies, hosts } from './platform/tables.ts'
import type { DatabasePlace, DatabaseProvisioner } from './provisioning/index.ts'
import { noTrips, type Trips } from './trips.ts'

export type CompanyRow = typeof companies.$inferSelect

/** How long an isolate trusts a company's platform row. A suspension is seen everywhere within this time. */
const cacheMs = 30_000
const longestCache = 5_000

/** One installation of the product: its platform database and the way to every company's own. Lives as long as an isolate. */
export class Deployment {
  readonly provisioner: DatabaseProvisioner
  readonly baseHost: string
  readonly #platform: () => Promise<DatabaseEndpoint>
  readonly #cache = new Map<string, { row: CompanyRow | undefined; until: number }>()

  /** @param baseHost host of sign-up and operator, with its port if any; companies answer at `<slug>.<baseHost>` */
  constructor(provisioner: DatabaseProvisioner, platform: () => Promise<DatabaseEndpoint>, baseHost: string) {
    this.provisioner = provisioner
    this.#platform = platform
    this.baseHost = baseHost
  }

  /** Where the platform database is, for what is not asked in SQL. */
  platformEndpoint(): Promise<DatabaseEndpoint> {
    return this.#platform()
  }

  async platform(trips: Trips = noTrips()): Promise<PlatformDb> {
    return new PlatformDb(await this.#platform(), trips)
  }

  /** The one place where a company's database is opened: from its platform row, never from anything a body says. */
  async tenant(row: CompanyRow, trips: Trips = noTrips()): Promise<TenantDb> {
    return new TenantDb(await this.provisioner.endpoint(placeOf(row)), trips)
  }

  /** The company that answers at a host, or undefined. @param now epoch ms */
  async companyAt(host: string, now: number, trips: Trips): Promise<CompanyRow | undefined> {
    return this.#cached(`host ${host}`, now, async () => {
      const platform = await this.platform(trips)
      const slug = host.endsWith(`.${this.baseHost}`) ? host.slice(0, -this.baseHost.length - 1) : null
      const [found] = await platform.orm
        .select({ company: companies })
        .from(companies)
        .leftJoin(hosts, eq(hosts.companyId, companies.id))
        .where(slug === null ? eq(hosts.host, host) : or(eq(companies.slug, slug), eq(hosts.host, host)))
        .limit(1)
      return found?.company
    })
  }

  async company(id: string, now: number, trips: Trips): Promise<CompanyRow | undefined> {
    return this.#cached(`id ${id}`, now, async () => {
      const platform = await this.platform(trips)
      const [row] = await platform.orm.select().from(companies).where(eq(companies.id, id)).limit(1)
      return row
    })
  }

  /** Forgets what is known of a company, after its row was changed here or seen to be out of date. */
  forget(companyId: string): void {
    for (const [key, { row }] of this.#cache) if (row?.id === companyId) this.#cache.delete(key)
  }

  async #cached(
    key: string,
    now: number,
    load: () => Promise<CompanyRow | undefined>,
  ): Promise<CompanyRow | undefined> {
    const kept = this.#cache.get(key)
    if (kept !== undefined && kept.until > now) return kept.row
    const row = await load()
    if (this.#cache.size >= longestCache) this.#cache.clear()
    // Only companies at rest are kept: one being set up changes from second to second.
    if (row?.state === 'active' || row?.state === 'suspended')
      this.#cache.set(key, { row, until: now + cacheMs })
    return row
  }
}

/** Where a company's database is. */
export function placeOf(row: CompanyRow): DatabasePlace {
  if (row.databaseUrl === null) throw new Error(`Company ${row.id} has no database yet`)
  const { databaseKind: kind, databaseUrl: url, databaseNamespace, databaseTokenSealed } = row
  return { kind, url, namespace: databaseNamespace, tokenSealed: databaseTokenSealed }
}
