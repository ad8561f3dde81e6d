import { defineError } from '@heju/kernel'

export const buildingNotFound = defineError('registry.building_not_found', 'not_found')
export const roomNotFound = defineError('registry.room_not_found', 'not_found')
/** Two rooms that are not one written in two ways, or not both on record any more. */
export const roomsNotTwice = defineError('registry.rooms_not_twice', 'precondition')
export const archiveHasPeople = defineError('registry.archive_has_people', 'precondition')
export const archiveHasBills = defineError('registry.archive_has_bills', 'precondition')
export const archiveHasCharges = defineError('registry.archive_has_charges', 'precondition')
export const spaceNotFound = defineError('registry.space_not_found', 'not_found')
export const personNotFound = defineError('registry.person_not_found', 'not_found')
export const occupancyNotFound = defineError('registry.occupancy_not_found', 'not_found')
export const buildingTaken = defineError('registry.building_taken', 'conflict')
export const roomTaken = defineError('registry.room_taken', 'conflict')
export const spaceTaken = defineError('registry.space_taken', 'conflict')
export const occupancyTaken = defineError('registry.occupancy_taken', 'conflict')
/** Somebody owns the place already: a second owner is a co-owner, another one comes by transfer. */
export const ownerPresent = defineError('registry.owner_present', 'precondition')
export const noOwnerToTransfer = defineError('registry.no_owner_to_transfer', 'precondition')
export const transferTooEarly = defineError('registry.transfer_too_early', 'precondition')
export const occupancyEnded = defineError('registry.occupancy_ended', 'precondition')
export const sharesExceedWhole = defineError('registry.shares_exceed_whole', 'invalid')
/** People, rooms and spaces that are brought together must be of one project. */
export const notOfOneProject = defineError('registry.not_of_one_project', 'precondition')
