import { defineError } from '@heju/kernel'

/** The household is not among those of the round, or the room is not the owner's. */
export const surveyNotFound = defineError('satisfaction.not_found', 'not_found')
export const surveyClosed = defineError('satisfaction.closed', 'precondition')
/** What a household answered by itself, staff do not replace. */
export const answeredByHousehold = defineError('satisfaction.answered_by_household', 'precondition')
export const answeredTooOften = defineError('satisfaction.answered_too_often', 'precondition')
export const noRound = defineError('satisfaction.no_round', 'not_found')
/** The same households were asked at the same moment by another run of the job; the next one finds that done. */
export const askedAlready = defineError('satisfaction.asked_already', 'conflict')
