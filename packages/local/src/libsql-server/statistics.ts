import type { StatementResult } from './protocol.ts'

/**
 * What the server has done for a database since it started. Rows read are those that were answered: the engine does
 * not tell how many it visited.
 */
export class Statistics {
  queryCount = 0
  rowsRead = 0
  rowsWritten = 0
  elapsedMs = 0

  count(result: StatementResult): void {
    this.queryCount += 1
    this.rowsRead += result.rows_read
    this.rowsWritten += result.rows_written
    this.elapsedMs += result.query_duration_ms
  }
}
