/**
 * The rows of a table that may still be on their way. Until they are here a table says nothing: an empty list would read
 * as an answer, as “no arrears” does.
 */
export function rowsOrWaiting<T>(
  rows: readonly T[] | undefined,
): { loading: true } | { dataSource: readonly T[] } {
  return rows === undefined ? { loading: true } : { dataSource: rows }
}
