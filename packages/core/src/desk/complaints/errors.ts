import { defineError } from '@heju/kernel'

export const complaintNotFound = defineError('complaints.not_found', 'not_found')
/** The step does not follow the one that was taken last (D95). */
export const stepOutOfOrder = defineError('complaints.step_out_of_order', 'precondition')
/** Somebody else took a step meanwhile. */
export const complaintMoved = defineError('complaints.moved', 'conflict')
/** It is in other hands than its sender saw it in. */
export const handedOverMeanwhile = defineError('complaints.handed_over_meanwhile', 'conflict')
/** What is to be changed is as it is wanted already. */
export const nothingChanged = defineError('complaints.nothing_changed', 'precondition')
/** There is a reply: what is said on the way to it comes too late. */
export const repliedAlready = defineError('complaints.replied_already', 'precondition')
export const complaintClosed = defineError('complaints.closed', 'precondition')
export const roomNotYours = defineError('complaints.room_not_yours', 'forbidden')
export const placeNotFound = defineError('complaints.place_not_found', 'not_found')
export const categoryNotFound = defineError('complaints.category_not_found', 'not_found')
export const categoryTooDeep = defineError('complaints.category_too_deep', 'precondition')
/** Another one beside it has the name. */
export const categoryNameTaken = defineError('complaints.category_name_taken', 'conflict')
export const categoryUnnamed = defineError('complaints.category_unnamed', 'invalid')
/** Of the first level without a service line, or below it with one of its own. */
export const categoryLineMissing = defineError('complaints.category_line_missing', 'invalid')
export const categoryLineInherited = defineError('complaints.category_line_inherited', 'invalid')
export const personNotFound = defineError('complaints.person_not_found', 'not_found')
export const handlerNotFound = defineError('complaints.handler_not_found', 'not_found')
export const tooManyToday = defineError('complaints.too_many_today', 'rate_limited')
export const tooManyPhotosOfOne = defineError('complaints.too_many_photos', 'precondition')
/** An owner sent photos and no words, and the complaint takes none of them. */
export const noRoomForPhotos = defineError('complaints.no_room_for_photos', 'precondition')
export const managerRevisits = defineError('complaints.manager_revisits', 'forbidden')
export const marksStay = defineError('complaints.marks_stay', 'forbidden')
export const ratedAlready = defineError('complaints.rated_already', 'conflict')
export const nothingToRate = defineError('complaints.nothing_to_rate', 'precondition')
export const natureNotJudged = defineError('complaints.nature_not_judged', 'precondition')
export const timeIsPast = defineError('complaints.time_is_past', 'invalid')
export const noPhoneLeft = defineError('complaints.no_phone_left', 'precondition')
