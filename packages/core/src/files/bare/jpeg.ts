import { Bytes, joined, latin } from './bytes.ts'
import { orientationAlone } from './orientation.ts'

const startOfImage = 0xd8
const endOfImage = 0xd9
const startOfScan = 0xda
const comment = 0xfe
const exif = latin('Exif\0\0')

/**
 * A JPEG (ITU-T T.81, B.1) of its tables, scans and colour profile, up to the end of its picture: phones put previews,
 * depth maps and films behind it, each with a place of its own.
 */
export function bareJpeg(bytes: Uint8Array): Uint8Array | null {
  const file = new Bytes(bytes)
  const tables: Uint8Array[] = []
  let tiff: Uint8Array | undefined
  let hasScan = false
  let at = 2
  while (at < bytes.length) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1]
    if (marker === undefined || marker === endOfImage) break
    // Any number of these may stand before a marker.
    if (marker === 0xff) {
      at += 1
      continue
    }
    const next = at + 2 + file.view.getUint16(at + 2)
    const segment = file.part(at, next)
    if (marker === 0xe1 && startsWith(segment, exif)) tiff ??= segment.subarray(4 + exif.length)
    else if (isPicture(marker, segment)) tables.push(segment)
    at = next
    if (marker !== startOfScan) continue
    hasScan = true
    at = endOfScan(bytes, next)
    tables.push(bytes.subarray(next, at))
  }
  if (!hasScan) return null
  const [first, ...others] = tables
  // JFIF has to come first where it is used.
  const head =
    first?.[1] === 0xe0 ? [first, ...exifSegment(tiff)] : [...exifSegment(tiff), ...(first ? [first] : [])]
  return joined([Uint8Array.of(0xff, startOfImage), ...head, ...others, Uint8Array.of(0xff, endOfImage)])
}

/** Everything that makes the picture: of the application segments only JFIF, colour profiles and Adobe's colour transform. */
function isPicture(marker: number, segment: Uint8Array): boolean {
  if (marker === 0xe0) return startsWith(segment, latin('JFIF\0'))
  if (marker === 0xe2) return startsWith(segment, latin('ICC_PROFILE\0'))
  if (marker === 0xee) return startsWith(segment, latin('Adobe'))
  return !(marker > 0xe0 && marker <= 0xef) && marker !== comment
}

function startsWith(segment: Uint8Array, identifier: Uint8Array): boolean {
  return identifier.every((byte, i) => segment[4 + i] === byte)
}

/** Where the coded data of a scan ends: at a marker that is neither a stuffed zero nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1]
    if (next === undefined) break
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return bytes.length
}

function exifSegment(tiff: Uint8Array | undefined): Uint8Array[] {
  const alone = orientationAlone(tiff)
  if (alone === null) return []
  const length = 2 + exif.length + alone.length
  return [joined([Uint8Array.of(0xff, 0xe1, length >> 8, length & 0xff), exif, alone])]
}
