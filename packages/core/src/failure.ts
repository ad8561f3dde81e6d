import { databaseFull, databaseUnavailable } from '@heju/db'
import { HejuError, internalError } from '@heju/kernel'
import { DrizzleQueryError } from 'drizzle-orm/errors'

/** Whatever was thrown, as an error of the product. */
export function failureOf(error: unknown): HejuError {
  if (error instanceof HejuError) return error
  const cause = error instanceof DrizzleQueryError ? error.cause : error
  if (isFull(cause)) return databaseFull({}, { cause })
  return isNetworkFault(cause) ? databaseUnavailable({}, { cause }) : internalError({}, { cause })
}

/**
 * The file may not grow: its own limit is reached (`FULL`), or the server's disk takes no more, of which sqld says only
 * that writing failed (`IOERR`). Either way nothing was written, and somebody has to see to the storage.
 */
function isFull(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && /^SQLITE_(FULL|IOERR)/.test(String(cause.code))
}

/** The database client throws network faults and time-outs raw: Node and workerd each have their own words for them. */
function isNetworkFault(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false
  // A statement that the database understood and refused is our mistake: trying again does not help.
  if (cause.name.startsWith('Libsql')) return !refusedStatement.test((cause as { code?: string }).code ?? '')
  return /Timeout|Abort/.test(cause.name) || faultWords.test(cause.message)
}

const refusedStatement = /^(SQL_|ARGS_|SQLITE_(ERROR|UNKNOWN|CONSTRAINT|MISMATCH|RANGE|TOOBIG))/
const faultWords = /fetch failed|network connection lost|connection refused|other side closed|socket hang up/i

/**
 * What may be logged of an error: codes and places, never SQL, parameters or personal data. A DrizzleQueryError carries
 * the parameters in its message, so messages of foreign errors are left out.
 * @param where the route or the message that failed
 */
export function logLine(error: HejuError, requestId: string, where: string): string {
  const cause = error.cause as { name?: string; code?: string; stack?: string } | undefined
  const frames = cause?.stack
    ?.split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 8)
  return JSON.stringify({
    level: 'error',
    code: error.code,
    requestId,
    where,
    cause: cause?.name,
    causeCode: cause?.code,
    frames,
  })
}
