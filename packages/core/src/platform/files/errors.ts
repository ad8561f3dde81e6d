import { defineError } from '@heju/kernel'

export const fileNotFound = defineError('files.not_found', 'not_found')
/** It has no bytes: a program that saved or sent it stopped. */
export const photoEmpty = defineError('files.empty', 'unsupported')
export const photoTooLarge = defineError('files.too_large', 'too_large')
/** Few bytes can be a picture for which everybody who looks at it would need gigabytes. */
export const photoOfTooManyPixels = defineError('files.too_many_pixels', 'invalid')
export const photoUnreadable = defineError('files.not_a_photo', 'unsupported')
export const tooManyPhotos = defineError('files.too_many', 'invalid')
export const tooManyUnattached = defineError('files.too_many_unattached', 'rate_limited')
/** A photo that is being attached was never received, was sent by somebody else, or belongs elsewhere already. */
export const photoNotYours = defineError('files.not_yours', 'conflict')
