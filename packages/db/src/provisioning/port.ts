import type { DatabaseEndpoint } from '../fetch.ts'

/** Where a company's database was put; kept in the platform register. */
export interface DatabasePlace {
  kind: 'sqld' | 'turso'
  url: string
  namespace: string | null
}

/** Makes, opens, measures and closes the databases of companies. Every call can be repeated. */
export interface DatabaseProvisioner {
  /** Creates the database, or finds it when an earlier try got as far. @param name unique, `[a-z0-9-]{1,50}` */
  create(name: string): Promise<DatabasePlace>
  /** An endpoint whose token opens this database and no other, for at most 15 minutes where the provider can limit it. */
  endpoint(place: DatabasePlace): Promise<DatabaseEndpoint>
  /** Stops or allows writing, as a second fence behind the application's own check. */
  setWritable(place: DatabasePlace, writable: boolean, reason: string): Promise<void>
  sizeBytes(place: DatabasePlace): Promise<number | null>
  /** Deletes the database for good; one that is gone already is no error. */
  destroy(place: DatabasePlace): Promise<void>
}
