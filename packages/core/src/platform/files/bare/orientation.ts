import { Bytes } from './bytes.ts'

/** Exif 2.32, 4.6.4: which side of the picture is up, 1 to 8; 1 is as it lies. */
const orientationTag = 0x0112
const upright = 1

/** The orientation that Exif data says, read from its TIFF header on; `upright` where it says none. */
export function orientationOf(tiff: Uint8Array): number {
  if (tiff.length < 8) return upright
  const { view } = new Bytes(tiff)
  const little = view.getUint16(0) === 0x4949
  const first = view.getUint32(4, little)
  if (first + 2 > tiff.length) return upright
  const entries = view.getUint16(first, little)
  for (let i = 0; i < entries; i++) {
    const at = first + 2 + i * 12
    if (at + 12 > tiff.length) break
    if (view.getUint16(at, little) !== orientationTag) continue
    const said = view.getUint16(at + 8, little)
    return said >= 1 && said <= 8 ? said : upright
  }
  return upright
}

/** Exif data, from its TIFF header on, that says the orientation and nothing else; null where there is nothing to say. */
export function orientationAlone(tiff: Uint8Array | undefined): Uint8Array | null {
  const orientation = tiff === undefined ? upright : orientationOf(tiff)
  if (orientation === upright) return null
  const alone = new Uint8Array(26)
  const view = new DataView(alone.buffer)
  // "MM", 42, one directory at 8: one entry of type SHORT with one value, and no further directory.
  view.setUint32(0, 0x4d4d002a)
  view.setUint32(4, 8)
  view.setUint16(8, 1)
  view.setUint16(10, orientationTag)
  view.setUint16(12, 3)
  view.setUint32(14, 1)
  view.setUint16(18, orientation)
  return alone
}
