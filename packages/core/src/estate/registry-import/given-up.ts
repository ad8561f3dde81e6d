import { and, eq, type SQL } from 'drizzle-orm'
import { isGivenUp } from '../../platform/outbox/index.ts'
import { importJobs } from './tables.ts'

/**
 * Whether an import is being applied and nothing will apply it any more: the message was given up while the database
 * could not even be told that it failed.
 */
export function givenUp(importId: string): SQL | undefined {
  return and(eq(importJobs.state, 'applying'), isGivenUp('registry_import.confirmed', 'importId', importId))
}
