import type { Ctx } from '../../context.ts'
import { closeNotices } from '../../platform/tasks/index.ts'
import {
  assignmentsChange,
  staffShutOut,
  type ChangeAssignments,
  type DisableStaff,
} from '../identity/index.ts'
import { heldOtherwise, stillHeld } from './errors.ts'
import { handOver } from './hand-over.ts'
import { holdsNothing, mayHoldAll } from './held.ts'

/**
 * Shuts a colleague out who has left, and hands over all that they hold in the same write: nothing stays with somebody who
 * is not there.
 * @throws `handing_over.still_held`, `handing_over.held_otherwise` when something came to them meanwhile,
 *   `handing_over.receiver_cannot`, and what `identity` throws
 */
export function disableStaff(ctx: Ctx, raw: DisableStaff): Promise<void> {
  return staffShutOut(ctx, raw, {
    before: (write, staffId, handed) => {
      if (handed) handOver(ctx, write, staffId, handed)
      closeNotices(ctx, write, staffId)
    },
    after: (write, staffId, handed) =>
      write.require(holdsNothing(ctx, staffId), handed ? heldOtherwise : stillHeld),
  })
}

/**
 * Gives a colleague other roles; what they could hold no longer is handed over in the same write.
 * @throws as `disableStaff`
 */
export function changeAssignments(ctx: Ctx, raw: ChangeAssignments): Promise<void> {
  return assignmentsChange(ctx, raw, {
    before: (write, staffId, handed) => handed && handOver(ctx, write, staffId, handed),
    after: (write, staffId, handed) =>
      write.require(mayHoldAll(ctx, staffId), handed ? heldOtherwise : stillHeld),
  })
}
