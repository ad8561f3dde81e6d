import type { HejuError } from '@heju/kernel'
import type { Write } from '@heju/db'
import { sql, type SQL } from 'drizzle-orm'
import { changesOf } from '../../revisions.ts'
import { parkingSpaces } from './tables.ts'
import type { BringIn } from './upsert-places.ts'

/** A space on record, with the lot that it gets. */
export interface LotGiven {
  id: string
  /** `lot|code`, under which it is found until then. */
  keyBefore: string
  lotBefore: string
  /** Both codes are not there in imports of before, which change none. */
  codeBefore?: string
  /** `lot|code`. */
  key: string
  lot: string
  /** Another one where it named the lot before (丁香苑001). */
  code?: string
  sortKey: string
}

/** Whether spaces still have the lots that they had, or none, and no other space has come under the keys that they get: a condition. */
function mayGetLots(projectId: string, given: readonly LotGiven[]): SQL {
  return sql`NOT EXISTS (SELECT 1 FROM json_each(${JSON.stringify(given)}) AS j
    LEFT JOIN ${parkingSpaces} s ON s.id = j.value ->> 'id' AND s.project_id = ${projectId} AND s.key = j.value ->> 'keyBefore'
    WHERE s.id IS NULL
      OR EXISTS (SELECT 1 FROM ${parkingSpaces} o WHERE o.project_id = ${projectId} AND o.key = j.value ->> 'key'))`
}

/** Gives spaces their lots, all in one statement; each is in the log as a change of its own. @throws `otherwise` where they may not get them */
export function giveLots(
  write: Write,
  given: readonly LotGiven[],
  { projectId, now }: Pick<BringIn, 'projectId' | 'now'>,
  otherwise: HejuError,
): void {
  if (given.length === 0) return
  write.require(mayGetLots(projectId, given), otherwise)
  write.change(sql`UPDATE ${parkingSpaces} SET lot = j.value ->> 'lot',
    code = coalesce(j.value ->> 'code', code), key = j.value ->> 'key', sort_key = j.value ->> 'sortKey', changed_at = ${now}
    FROM json_each(${JSON.stringify(given)}) AS j WHERE ${parkingSpaces.id} = j.value ->> 'id'`)
  for (const { id, lotBefore, codeBefore, lot, code } of given) {
    // `code` is there that of a reason.
    const detail = changesOf({ lot: lotBefore, spaceCode: codeBefore }, { lot, spaceCode: code })
    write.audit('registry.parking_space_changed', id, { projectId, detail })
  }
}
