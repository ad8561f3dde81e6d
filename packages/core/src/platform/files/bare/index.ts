import type { PhotoType } from '../photo-type.ts'
import { bareHeic } from './heic.ts'
import { bareJpeg } from './jpeg.ts'
import { barePng } from './png.ts'
import { bareWebp } from './webp.ts'

export { pictureSize } from './picture-size.ts'

const ways: Record<PhotoType, (bytes: Uint8Array) => Uint8Array | null> = {
  'image/jpeg': bareJpeg,
  'image/png': barePng,
  'image/webp': bareWebp,
  'image/heic': bareHeic,
}

/**
 * A photo without what a camera or program wrote beside the picture: place, time, device, owner, comments, previews,
 * films. What is kept is listed, so that nothing unknown gets through; the picture's own bytes stay as they are, and so
 * does which side of it is up. The same photo always comes out the same.
 * @returns null for bytes that only begin like a photo of this type
 */
export function barePhoto(bytes: Uint8Array, type: PhotoType): Uint8Array | null {
  try {
    return ways[type](bytes)
  } catch (error) {
    // A length that points beyond the end.
    if (error instanceof RangeError) return null
    throw error
  }
}
