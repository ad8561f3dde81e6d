import type { TenantDb } from '@heju/db'
import { HejuError, type ErrorKind } from '@heju/kernel'
import { inArray } from 'drizzle-orm'
import { projectNotFound } from './estate/projects/errors.ts'
import { projects } from './estate/projects/tables.ts'

/** What a request may be refused with because its project is not there. */
const mayFollow: ReadonlySet<ErrorKind> = new Set(['conflict', 'precondition', 'not_found', 'invalid'])

/**
 * What a request is refused with, in the end: who acts in all projects may name any, also one that is not there, and whatever
 * else is wrong follows from that. Asked of what was refused alone, so that nothing else pays for it.
 * @param named projects in which it was asked what the actor may do, and granted
 */
export async function refusalOf(
  { db }: { db: TenantDb },
  named: readonly string[],
  error: unknown,
): Promise<unknown> {
  if (named.length === 0 || !(error instanceof HejuError) || !mayFollow.has(error.kind)) return error
  try {
    const found = await db.orm.select({ id: projects.id }).from(projects).where(inArray(projects.id, named))
    return found.length < named.length ? projectNotFound({}, { cause: error }) : error
  } catch {
    // What it was refused with is known, whatever becomes of this question.
    return error
  }
}
