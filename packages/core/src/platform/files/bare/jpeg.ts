import { Bytes, joined, latin, PartCount } from './bytes.ts'
import { coloursAlone, longestProfile } from './colours.ts'
import {
  frames,
  huffmanTables,
  isTable,
  quantisationTables,
  restartInterval,
  startOfScan,
} from './jpeg-tables.ts'
import { orientationAlone } from './orientation.ts'

const startOfImage = 0xd8
const endOfImage = 0xd9
const exif = latin('Exif\0\0')
const icc = latin('ICC_PROFILE\0')
/** A segment says its own length in 16 bits, of which it takes two itself. */
const longestSegment = 0xffff - 2
/** A progressive photo has some 10 scans with tables of their own, and previews and depth maps up to 200 segments. */
const mostSegments = 1000
/** Where a JFIF segment begins to hold a preview, and where Adobe's ends. */
const [jfifLength, adobeLength] = [18, 16]

/** What a JPEG has before its tables, read and put together anew. */
interface Head {
  jfif?: Uint8Array
  adobe?: Uint8Array
  tiff?: Uint8Array
  profile: Map<number, Uint8Array>
}

/**
 * A JPEG (ITU-T T.81, B.1) of its tables, scans and colour profile, up to the end of its picture: phones put previews,
 * depth maps and films behind it, each with a place of its own.
 */
export function bareJpeg(bytes: Uint8Array): Uint8Array | null {
  const file = new Bytes(bytes)
  const head: Head = { profile: new Map() }
  const tables: Uint8Array[] = []
  const segments = new PartCount(mostSegments)
  const seen = new Set<number>()
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
    segments.add()
    const next = at + 2 + file.view.getUint16(at + 2)
    const segment = file.part(at, next)
    at = next
    if (marker >= 0xe0 && marker <= 0xef) readHead(head, marker, segment)
    if (!keptTables.has(marker)) continue
    if (!isTable(marker, segment.subarray(4))) return null
    seen.add(marker)
    tables.push(segment)
    if (marker !== startOfScan) continue
    at = endOfScan(bytes, next)
    tables.push(bytes.subarray(next, at))
  }
  if (!seen.has(startOfScan) || !frames.some((frame) => seen.has(frame))) return null
  return joined([
    Uint8Array.of(0xff, startOfImage),
    ...headSegments(head),
    ...tables,
    Uint8Array.of(0xff, endOfImage),
  ])
}

const keptTables = new Set([...frames, huffmanTables, quantisationTables, restartInterval, startOfScan])

/** Of the application segments the first JFIF, Exif and Adobe's colour transform, and the parts of a colour profile. */
function readHead(head: Head, marker: number, segment: Uint8Array): void {
  if (marker === 0xe0 && startsWith(segment, latin('JFIF\0')) && segment.length >= jfifLength)
    head.jfif ??= segment.slice(0, jfifLength)
  if (marker === 0xe1 && startsWith(segment, exif)) head.tiff ??= segment.subarray(4 + exif.length)
  if (marker === 0xee && startsWith(segment, latin('Adobe')) && segment.length >= adobeLength)
    head.adobe ??= segment.slice(0, adobeLength)
  if (marker === 0xe2 && startsWith(segment, icc))
    head.profile.set(segment[4 + icc.length] ?? 0, segment.subarray(4 + icc.length + 2))
}

function headSegments({ jfif, adobe, tiff, profile }: Head): Uint8Array[] {
  // Without the preview in it, of which it says the width and height.
  jfif?.set([0, 0], jfifLength - 2)
  return [
    // JFIF has to come first where it is used.
    ...(jfif ? [segmentOf(0xe0, jfif.subarray(4))] : []),
    ...exifSegment(tiff),
    ...profileSegments(profile),
    ...(adobe ? [segmentOf(0xee, adobe.subarray(4))] : []),
  ]
}

function startsWith(segment: Uint8Array, identifier: Uint8Array): boolean {
  return identifier.every((byte, i) => segment[4 + i] === byte)
}

/** Where the coded data of a scan ends: at a marker that is neither a stuffed zero nor a restart. */
export function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at++) {
    if (bytes[at] !== 0xff) continue
    const next = bytes[at + 1] as number
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return bytes.length
}

function exifSegment(tiff: Uint8Array | undefined): Uint8Array[] {
  const alone = orientationAlone(tiff)
  return alone === null ? [] : [segmentOf(0xe1, exif, alone)]
}

/** ICC.1:2022, B.4: parts with numbers from 1 on, each with how many there are. */
function profileSegments(parts: ReadonlyMap<number, Uint8Array>): Uint8Array[] {
  const inOrder = [...parts].toSorted(([a], [b]) => a - b)
  const isWhole = inOrder.every(([number], i) => number === i + 1)
  const length = inOrder.reduce((sum, [, part]) => sum + part.length, 0)
  if (!isWhole || length > longestProfile) return []
  const colours = coloursAlone(joined(inOrder.map(([, part]) => part)))
  if (colours === null) return []
  const room = longestSegment - icc.length - 2
  const count = Math.ceil(colours.length / room)
  return Array.from({ length: count }, (_, i) =>
    segmentOf(0xe2, icc, Uint8Array.of(i + 1, count), colours.subarray(i * room, (i + 1) * room)),
  )
}

function segmentOf(marker: number, ...content: Uint8Array[]): Uint8Array {
  const length = content.reduce((sum, part) => sum + part.length, 2)
  return joined([Uint8Array.of(0xff, marker, length >> 8, length & 0xff), ...content])
}
