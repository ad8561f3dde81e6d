import { Bytes, joined, latin } from './bytes.ts'
import { orientationAlone } from './orientation.ts'

const headLength = 12
/** Flags of VP8X (RFC 9649, 2.7): metadata that follow. */
const [exifFlag, xmpFlag] = [0x08, 0x04]
const kept = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP'])

/** A WebP (RFC 9649) of the chunks that make its picture. */
export function bareWebp(bytes: Uint8Array): Uint8Array | null {
  const file = new Bytes(bytes)
  const end = Math.min(bytes.length, 8 + file.view.getUint32(4, true))
  const chunks: Uint8Array[] = []
  let exif: Uint8Array | null = null
  for (let at = headLength; at + 8 <= end;) {
    const length = file.view.getUint32(at + 4, true)
    const type = file.name(at)
    const body = file.part(at + 8, at + 8 + length)
    if (kept.has(type)) chunks.push(chunk(type, body))
    else if (type === 'EXIF') exif = orientationAlone(tiffOf(body))
    at += 8 + length + (length % 2)
  }
  if (!chunks.some((one) => one[0] === 0x56 && one[3] !== 0x58)) return null
  if (exif !== null) chunks.push(chunk('EXIF', exif))
  flag(chunks[0], exif !== null)
  const size = new DataView(new ArrayBuffer(4))
  size.setUint32(0, 4 + chunks.reduce((length, one) => length + one.length, 0), true)
  return joined([latin('RIFF'), new Uint8Array(size.buffer), latin('WEBP'), ...chunks])
}

/** Some programs write the marker of JPEG's segment before the data. */
function tiffOf(body: Uint8Array): Uint8Array {
  return body[0] === 0x45 ? body.subarray(6) : body
}

/** A chunk of its own, so that changing it changes nothing that was given. */
function chunk(type: string, body: Uint8Array): Uint8Array {
  const whole = new Uint8Array(8 + body.length + (body.length % 2))
  whole.set(latin(type))
  new DataView(whole.buffer).setUint32(4, body.length, true)
  whole.set(body, 8)
  return whole
}

/** Says in the extended header, which comes first where there is one, what metadata follow. */
function flag(first: Uint8Array | undefined, hasExif: boolean): void {
  if (first === undefined || new Bytes(first).name(0) !== 'VP8X') return
  first[8] = ((first[8] ?? 0) & ~(exifFlag | xmpFlag)) | (hasExif ? exifFlag : 0)
}
