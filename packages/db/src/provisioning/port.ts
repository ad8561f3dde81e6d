import type { DatabaseEndpoint } from '../fetch.ts'

/** Where a company's database was put; kept in the platform register. */
export interface DatabasePlace {
  kind: 'sqld' | 'turso'
  url: string
  /** Its name at the provider. */
  namespace: string | null
  /** The database's own token, sealed, where the provider hands out tokens (Turso); sqld's are minted for each use. */
  tokenSealed?: string | null
}

/** Makes, opens, measures and closes the databases of companies. Every call can be repeated. */
export interface DatabaseProvisioner {
  readonly kind: DatabasePlace['kind']
  /** Creates the database, or finds it when an earlier try got as far. @param name unique, `[a-z0-9-]{1,50}` */
  create(name: string): Promise<DatabasePlace>
  /**
   * The place of a database that is there already, such as a restored one, with a token of its own where the provider
   * hands out tokens. @throws `database.server_refused` when there is none of that name
   */
  find(name: string): Promise<DatabasePlace>
  /** An endpoint whose token opens this database and no other, for at most 15 minutes where the provider can limit it. */
  endpoint(place: DatabasePlace): Promise<DatabaseEndpoint>
  /**
   * Stops or allows writing, as a second fence behind the application's own check. One that is gone takes none: stopping it
   * is no error. @throws `database.server_refused`
   */
  setWritable(place: DatabasePlace, writable: boolean, reason: string): Promise<void>
  /** Bytes that it takes at the provider; null when the provider does not say. */
  sizeBytes(place: DatabasePlace): Promise<number | null>
  /**
   * Makes every token handed out so far useless and answers the place with a new one, where tokens are kept at all.
   * Connections of other isolates are refused until they have read the new place: at most half a minute.
   */
  renewToken(place: DatabasePlace): Promise<DatabasePlace>
  /** Deletes the database for good; one that is gone already is no error. */
  destroy(place: DatabasePlace): Promise<void>
}
