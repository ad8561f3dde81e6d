import { defineError } from '@heju/kernel'

export const stoppedNotFound = defineError('stopped_work.not_found', 'not_found')
/** A colleague decided, before this one, that it need not be done. */
export const asideAlready = defineError('stopped_work.aside_already', 'conflict')
/** It is being tried, or will be within a minute: because a colleague asked for it, or by itself. */
export const beingTried = defineError('stopped_work.being_tried', 'conflict')
