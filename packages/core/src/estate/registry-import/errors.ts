import { defineError } from '@heju/kernel'

export const importNotFound = defineError('registry_import.not_found', 'not_found')
/** It was confirmed or discarded already. */
export const notPreviewed = defineError('registry_import.not_previewed', 'precondition')
/** Another import was confirmed since the preview, so that what it compared with is no longer true. */
export const previewOutdated = defineError('registry_import.outdated', 'precondition')
export const hasErrors = defineError('registry_import.has_errors', 'precondition')
export const nothingToImport = defineError('registry_import.nothing_to_import', 'precondition')
/** Another consumer applied the same part meanwhile; trying again goes on from there. */
export const importMoved = defineError('registry_import.moved', 'conflict')

/** The database refused a part: a rule of the registry speaks against what is in it. */
export const importRefused = defineError('registry_import.refused', 'precondition')
/** Only what has stopped can be tried again. */
export const notFailed = defineError('registry_import.not_failed', 'precondition')
/** The workbook leaves open which room, who or what a row is. */
export const unanswered = defineError('registry_import.unanswered', 'precondition')
/** Somebody else said something of the same workbook since it was read: their answers are to be looked at first. */
export const answeredMeanwhile = defineError('registry_import.answered_meanwhile', 'conflict')
/** Rooms came to be charged for the same since the preview, so that nobody has said what becomes of that. */
export const chargedMeanwhile = defineError('registry_import.charged_meanwhile', 'precondition')
/** What rooms are charged already would be another: that is for whoever may write tariffs. */
export const changesCharges = defineError('registry_import.changes_charges', 'forbidden')
/** A tariff is not what it was at the preview, so that rooms would be charged another price than the workbook says. */
export const tariffsMeanwhile = defineError('registry_import.tariffs_meanwhile', 'precondition')
/** A place that the workbook gives an owner has got another since the preview: whose it is, is not for the import to say. */
export const ownedMeanwhile = defineError('registry_import.owned_meanwhile', 'precondition')
/** A building of which rooms are to come in is called otherwise since the preview: the workbook means one that is there. */
export const buildingsMeanwhile = defineError('registry_import.buildings_meanwhile', 'precondition')
/** A room that is to be charged has got another name since the preview, or was put together with its double. */
export const roomsMeanwhile = defineError('registry_import.rooms_meanwhile', 'precondition')
/** A space of the workbook has another lot or code since the preview, or another space has come under its code. */
export const lotsMeanwhile = defineError('registry_import.lots_meanwhile', 'precondition')
/** Who could owe the fees of places has changed since a person looked at who pays: it is to be looked at again. */
export const payersMeanwhile = defineError('registry_import.payers_meanwhile', 'precondition')
/** More new fee items than anybody looks through. */
export const tooManyFees = defineError('registry_import.too_many_fees', 'too_large')
/** More people, spaces, relations, fee items and problems than fit into the memory of one request. */
export const tooManyEntries = defineError('registry_import.too_many_entries', 'too_large')
