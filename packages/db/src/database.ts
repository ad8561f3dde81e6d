import { createClient, type Client, type InStatement, type InValue } from '@libsql/client/http'
import type { LibSQLDatabase } from 'drizzle-orm/libsql'
import { drizzle } from 'drizzle-orm/libsql/http'
import { databaseFetch, type DatabaseEndpoint } from './fetch.ts'
import { noTrips, type Trips } from './trips.ts'

/**
 * One connection to one database, for one request, message or tick: the client's queue belongs to the request that
 * made it, and shared across requests it hangs them. Opening costs nothing.
 *
 * `orm` reads; `orm.batch([...])` reads several things in one round trip. Writes go through `write()`.
 */
abstract class Database {
  readonly client: Client
  readonly orm: LibSQLDatabase
  readonly trips: Trips

  constructor(endpoint: DatabaseEndpoint, trips: Trips = noTrips()) {
    this.trips = trips
    this.client = withIntegers(
      createClient({
        url: endpoint.url,
        ...(endpoint.token === undefined ? {} : { authToken: endpoint.token }),
        fetch: databaseFetch(endpoint, trips),
        intMode: 'number',
      }),
    )
    this.orm = drizzle(this.client)
  }

  close(): void {
    this.client.close()
  }
}

/** The one database that all companies share: who they are, where their data is, what is due. */
export class PlatformDb extends Database {
  readonly plane = 'platform'
}

/** The database of one company. It holds no company id: the connection is the boundary. */
export class TenantDb extends Database {
  readonly plane = 'tenant'
}

/**
 * A JavaScript number binds as REAL, so that `5 / 2` gives 2.5 and an integer in a TEXT column reads `1.0`.
 * Whole numbers are therefore bound as integers, everywhere.
 */
function withIntegers(client: Client): Client {
  const execute = client.execute.bind(client) as (statement: InStatement) => ReturnType<Client['execute']>
  const batch = client.batch.bind(client)
  return Object.assign(client, {
    execute: (statement: InStatement | string, args?: InStatement extends infer _ ? InValue[] : never) =>
      execute(integers(typeof statement === 'string' ? { sql: statement, args: args ?? [] } : statement)),
    batch: (statements: InStatement[], mode?: Parameters<Client['batch']>[1]) =>
      batch(statements.map(integers), mode),
  })
}

function integers(statement: InStatement): InStatement {
  if (typeof statement === 'string' || statement.args === undefined) return statement
  if (!Array.isArray(statement.args)) {
    const named = Object.entries(statement.args).map(([name, value]) => [name, integer(value)] as const)
    return { sql: statement.sql, args: Object.fromEntries(named) }
  }
  return { sql: statement.sql, args: statement.args.map(integer) }
}

/** @throws RangeError for a whole number that the client could never read again, and with it no row that holds it */
function integer(value: InValue): InValue {
  if (typeof value !== 'number' || !Number.isInteger(value)) return value
  if (!Number.isSafeInteger(value))
    throw new RangeError(`${value} is no whole number that can be kept exactly`)
  return BigInt(value)
}
