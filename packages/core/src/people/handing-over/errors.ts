import { defineError } from '@heju/kernel'

/** Somebody who leaves, or could not hold it under other roles, still holds something. */
export const stillHeld = defineError('handing_over.still_held', 'precondition')
/** Holders of a role hold what they could not any more, if it carried less. */
export const heldByRole = defineError('handing_over.held_by_role', 'precondition')
/** What was shown is not what is held by now. */
export const heldOtherwise = defineError('handing_over.held_otherwise', 'conflict')
export const receiverCannot = defineError('handing_over.receiver_cannot', 'precondition')
export const staffNotFound = defineError('handing_over.staff_not_found', 'not_found')
