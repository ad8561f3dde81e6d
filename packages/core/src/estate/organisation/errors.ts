import { defineError } from '@heju/kernel'

export const unitNotFound = defineError('organisation.unit_not_found', 'not_found')
/** The root stands under nothing and is not closed. */
export const unitIsRoot = defineError('organisation.unit_is_root', 'precondition')
export const unitClosed = defineError('organisation.unit_closed', 'precondition')
export const unitKindMisplaced = defineError('organisation.kind_misplaced', 'precondition')
/** Where something stood before today is not rewritten. */
export const placedSince = defineError('organisation.placed_since', 'precondition')
export const unitUnderItself = defineError('organisation.under_itself', 'precondition')
export const placedThere = defineError('organisation.placed_there', 'precondition')
export const unitHasUnits = defineError('organisation.unit_has_units', 'precondition')
export const unitHasProjects = defineError('organisation.unit_has_projects', 'precondition')
/** Somebody else changed the tree between what was read and what was to be written. */
export const treeChanged = defineError('organisation.tree_changed', 'conflict')

/** Under one unit no two are told apart by their names. */
export const unitNameTaken = defineError('organisation.unit_name_taken', 'precondition')
/** What it stood under has closed, or closed before the day. */
export const parentClosed = defineError('organisation.parent_closed', 'precondition')
/** Something stood there before its first day. */
export const openedAfterUse = defineError('organisation.opened_after_use', 'precondition')
export const closedBeforeOpened = defineError('organisation.closed_before_opened', 'precondition')

export const entityNotFound = defineError('organisation.entity_not_found', 'not_found')
export const entityClosed = defineError('organisation.entity_closed', 'precondition')
/** None is open in whose name something could begin. */
export const noEntity = defineError('organisation.no_entity', 'precondition')
/** Somebody has to receive the money. */
export const lastEntity = defineError('organisation.last_entity', 'precondition')
export const entityHasProjects = defineError('organisation.entity_has_projects', 'precondition')
export const entityNameTaken = defineError('organisation.entity_name_taken', 'precondition')
export const creditCodeTaken = defineError('organisation.credit_code_taken', 'precondition')
export const seriesTaken = defineError('organisation.series_taken', 'precondition')
/** Receipts bear it. */
export const seriesFixed = defineError('organisation.series_fixed', 'precondition')
export const seriesNeeded = defineError('organisation.series_needed', 'precondition')
export const closedInFuture = defineError('organisation.closed_in_future', 'precondition')

export const projectUnknown = defineError('organisation.project_not_found', 'not_found')
