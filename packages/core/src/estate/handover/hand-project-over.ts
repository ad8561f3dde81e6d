import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { nothingReceivedFor } from '../../fees/payments/index.ts'
import { entityClosed, placeProject, projectEntities, takesOver } from '../organisation/index.ts'
import { receivedSince } from './errors.ts'
import { handProjectOverSchema, type HandProjectOver } from './shape.ts'

/**
 * Hands a project to another legal entity (D4): from that day on money is received and receipts are issued in its name, also
 * for bills of before that still owe something, and no longer through a merchant of the entity before. A day on which a
 * receipt was issued in another name, and any before it, is too late; what has held since before today is not rewritten.
 *
 * It stands above all that acts in an entity's name, so that each can say up to which day it has.
 * @throws `handover.received_since`, `organisation.entity_closed` also for one that is not there,
 *   `organisation.project_not_found`, `organisation.placed_since`, `organisation.placed_there`
 */
export async function handProjectOver(ctx: Ctx, raw: HandProjectOver): Promise<{ projectId: string }> {
  ctx.require('organisation.manage')
  const input = parse(handProjectOverSchema, raw)
  const { projectId, entityId, fromOn } = input
  return ctx.write('handover.hand_over', input, (write) => {
    write.require(takesOver(entityId, fromOn), entityClosed)
    placeProject(ctx, write, projectEntities, { projectId, placeId: entityId, fromOn })
    write.require(nothingReceivedFor(ctx, { projectId, entityId, fromOn }), receivedSince)
    write.audit('handover.handed_over', projectId, { projectId, detail: { entityId, fromOn } })
    return { projectId }
  })
}
