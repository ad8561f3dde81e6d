import * as v from 'valibot'
import { idSchema, requestIdSchema } from '../../input.ts'
import { mostPhotosAtOnce } from './rules.ts'

export const receivePhotosSchema = v.object({
  requestId: requestIdSchema,
  /** How many may come. */
  most: v.optional(
    v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(mostPhotosAtOnce)),
    mostPhotosAtOnce,
  ),
})
export type ReceivePhotos = v.InferInput<typeof receivePhotosSchema>

/** Photos that were sent before and are now attached to something. */
export const fileIdsSchema = v.optional(
  v.pipe(
    v.array(idSchema('file')),
    v.maxLength(mostPhotosAtOnce),
    v.check((ids) => new Set(ids).size === ids.length, 'files.field.repeated'),
  ),
  () => [],
)

export const receivedPhotoSchema = v.object({ fileId: v.string() })
