import { crc32, deflateSync, inflateSync } from 'node:zlib'
import { Bytes, joined, latin, PartCount } from './bytes.ts'
import { coloursAlone, longestProfile } from './colours.ts'
import { orientationAlone } from './orientation.ts'

const signatureLength = 8
/** libpng cuts a picture into pieces of 8 kB, which makes 1,280 of the largest photo; some programs into 4 kB. */
const mostChunks = 10_000
/** Chunks that make the picture and its movement, however many and long (PNG, third edition, 11). */
const data = new Set(['IDAT', 'fcTL', 'fdAT'])
/** Chunks of which there is one, with their greatest length in bytes. Texts, times and everything unknown stay out. */
const longest: Readonly<Partial<Record<string, number>>> = {
  IHDR: 13,
  PLTE: 768,
  tRNS: 256,
  cHRM: 32,
  gAMA: 4,
  sBIT: 4,
  sRGB: 1,
  cICP: 4,
  mDCV: 24,
  cLLI: 8,
  bKGD: 6,
  pHYs: 9,
  acTL: 8,
}
const frameLength = 26

/** A PNG of the chunks that make its picture, up to its end. */
export function barePng(bytes: Uint8Array): Uint8Array | null {
  const file = new Bytes(bytes)
  const parts = [bytes.subarray(0, signatureLength)]
  const chunks = new PartCount(mostChunks)
  const seen = new Set<string>()
  for (let at = signatureLength; at < bytes.length;) {
    chunks.add()
    const length = file.view.getUint32(at)
    const type = file.name(at + 4)
    const next = at + 12 + length
    const whole = file.part(at, next)
    if (seen.size === 0 && type !== 'IHDR') return null
    if (isKept(type, length, seen)) parts.push(whole)
    else if (!seen.has(type)) parts.push(...rewritten(type, whole.subarray(8, 8 + length)))
    if (type === 'IEND') return seen.has('IDAT') ? joined([...parts, chunk('IEND')]) : null
    if (length > 0) seen.add(type)
    at = next
  }
  return null
}

/** A piece of the picture that has no bytes adds nothing to it. */
function isKept(type: string, length: number, seen: ReadonlySet<string>): boolean {
  if (length === 0) return false
  if (data.has(type)) return type !== 'fcTL' || length === frameLength
  return length <= (longest[type] ?? -1) && !seen.has(type)
}

function rewritten(type: string, body: Uint8Array): Uint8Array[] {
  const alone = type === 'eXIf' ? orientationAlone(body) : type === 'iCCP' ? profileAlone(body) : null
  return alone === null ? [] : [chunk(type, alone)]
}

/** A colour profile comes with a name of up to 79 characters, which need not be one, and packed. */
function profileAlone(body: Uint8Array): Uint8Array | null {
  const end = body.subarray(0, 80).indexOf(0)
  if (end === -1) return null
  const colours = coloursAlone(unpacked(body.subarray(end + 2)))
  return colours === null ? null : joined([latin('ICC\0\0'), deflateSync(colours)])
}

/** Nothing where it is damaged or unpacks to more than a profile is. */
function unpacked(packed: Uint8Array): Uint8Array {
  try {
    return inflateSync(packed, { maxOutputLength: longestProfile })
  } catch {
    return new Uint8Array()
  }
}

function chunk(type: string, content: Uint8Array = new Uint8Array()): Uint8Array {
  const body = joined([latin(type), content])
  const frame = new DataView(new ArrayBuffer(8))
  frame.setUint32(0, content.length)
  frame.setUint32(4, crc32(body))
  return joined([new Uint8Array(frame.buffer, 0, 4), body, new Uint8Array(frame.buffer, 4, 4)])
}
