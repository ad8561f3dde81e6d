import { defineError } from '@heju/kernel'

export const commonPlaceNotFound = defineError('places.not_found', 'not_found')
/** Two in use under one parent, on one floor, of one name. */
export const commonPlaceTaken = defineError('places.name_taken', 'conflict')
/** There is no such project, building or unit, or it is of another project. */
export const parentNotFound = defineError('places.parent_not_found', 'not_found')
export const tooManyAtOnce = defineError('places.too_many', 'precondition')
