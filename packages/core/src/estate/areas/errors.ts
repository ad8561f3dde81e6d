import { defineError } from '@heju/kernel'

export const areaNotFound = defineError('areas.not_found', 'not_found')
export const areaNameTaken = defineError('areas.name_taken', 'conflict')
export const areaClosed = defineError('areas.closed', 'precondition')
export const areaDayPast = defineError('areas.day_past', 'precondition')
export const areaPlaceNotFound = defineError('areas.place_not_found', 'not_found')
export const areaStewardCannot = defineError('areas.steward_cannot', 'precondition')
