import { crc32 } from 'node:zlib'
import { Bytes, joined, latin } from './bytes.ts'
import { orientationAlone } from './orientation.ts'

const signatureLength = 8
/** Chunks that make the picture, its colours, size and movement (PNG, third edition, 11). Text, time and the rest stay out. */
const kept = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs sPLT acTL fcTL fdAT'.split(
    ' ',
  ),
)

/** A PNG of the chunks that make its picture, up to its end. */
export function barePng(bytes: Uint8Array): Uint8Array | null {
  const file = new Bytes(bytes)
  const parts = [bytes.subarray(0, signatureLength)]
  for (let at = signatureLength; at < bytes.length;) {
    const length = file.view.getUint32(at)
    const type = file.name(at + 4)
    const next = at + 12 + length
    const chunk = file.part(at, next)
    if (kept.has(type)) parts.push(chunk)
    else if (type === 'eXIf') parts.push(...exifChunk(chunk.subarray(8, 8 + length)))
    if (type === 'IEND') return joined(parts)
    at = next
  }
  return null
}

function exifChunk(tiff: Uint8Array): Uint8Array[] {
  const alone = orientationAlone(tiff)
  if (alone === null) return []
  const body = joined([latin('eXIf'), alone])
  const frame = new DataView(new ArrayBuffer(8))
  frame.setUint32(0, alone.length)
  frame.setUint32(4, crc32(body))
  return [new Uint8Array(frame.buffer, 0, 4), body, new Uint8Array(frame.buffer, 4, 4)]
}
