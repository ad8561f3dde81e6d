import { Bytes, joined, latin, PartCount } from './bytes.ts'
import { coloursAlone } from './colours.ts'
import { orientationAlone } from './orientation.ts'

const headLength = 12
/** Flags of VP8X (RFC 9649, 2.7): a colour profile and metadata that follow. */
const [profileFlag, exifFlag, xmpFlag] = [0x20, 0x08, 0x04]
/** A photo has up to six; a moving picture three of each frame. */
export const mostChunks = 2000
const [extendedLength, movementLength, frameHeadLength] = [10, 6, 16]
const pictures = new Set(['VP8 ', 'VP8L'])

/** What is read of a file, chunk by chunk. */
interface Parts {
  kept: Uint8Array[]
  exif: Uint8Array | null
  hasProfile: boolean
  hasPicture: boolean
}

/** A WebP (RFC 9649) of the chunks that make its picture. */
export function bareWebp(bytes: Uint8Array): Uint8Array | null {
  const file = new Bytes(bytes)
  const end = Math.min(bytes.length, 8 + file.view.getUint32(4, true))
  const parts: Parts = { kept: [], exif: null, hasProfile: false, hasPicture: false }
  const count = new PartCount(mostChunks)
  const seen = new Set<string>()
  for (const { type, body } of chunksIn(file, headLength, end, count)) {
    if (body.length > 0 && !seen.has(type)) read(parts, type, body, count)
    if (type !== 'ANMF') seen.add(type)
  }
  if (!parts.hasPicture) return null
  if (parts.exif !== null) parts.kept.push(chunk('EXIF', parts.exif))
  flag(parts)
  const size = new DataView(new ArrayBuffer(4))
  size.setUint32(0, 4 + parts.kept.reduce((length, one) => length + one.length, 0), true)
  return joined([latin('RIFF'), new Uint8Array(size.buffer), latin('WEBP'), ...parts.kept])
}

export function* chunksIn(file: Bytes, from: number, end: number, count: PartCount) {
  for (let at = from; at + 8 <= end;) {
    count.add()
    const length = file.view.getUint32(at + 4, true)
    yield { type: file.name(at), body: file.part(at + 8, at + 8 + length) }
    at += 8 + length + (length % 2)
  }
}

function read(parts: Parts, type: string, body: Uint8Array, count: PartCount): void {
  if (type === 'EXIF') parts.exif = orientationAlone(tiffOf(body))
  if (type === 'VP8X' && parts.kept.length === 0 && body.length >= extendedLength)
    parts.kept.push(chunk(type, body.subarray(0, extendedLength)))
  if (type === 'ICCP') {
    const colours = coloursAlone(body)
    parts.hasProfile = colours !== null
    if (colours !== null) parts.kept.push(chunk(type, colours))
  }
  if (type === 'ANIM') parts.kept.push(chunk(type, body.subarray(0, movementLength)))
  if (type === 'ALPH' || pictures.has(type)) parts.kept.push(chunk(type, body))
  if (type === 'ANMF') parts.kept.push(chunk(type, frameAlone(body, count)))
  parts.hasPicture ||= pictures.has(type) || type === 'ANMF'
}

/** A frame of a moving picture: where it stands, and the chunks of its own picture. */
function frameAlone(body: Uint8Array, count: PartCount): Uint8Array {
  const frame = new Bytes(body)
  const head = frame.part(0, frameHeadLength)
  const inner = [...chunksIn(frame, frameHeadLength, body.length, count)]
  const kept = inner.filter((one) => one.body.length > 0 && (one.type === 'ALPH' || pictures.has(one.type)))
  if (!kept.some(({ type }) => pictures.has(type))) throw new RangeError('a frame without a picture')
  return joined([head, ...kept.map((one) => chunk(one.type, one.body))])
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

/** Says in the extended header, which comes first where there is one, what follows. */
function flag({ kept: [first], exif, hasProfile }: Parts): void {
  if (first === undefined || new Bytes(first).name(0) !== 'VP8X') return
  const others = (first[8] ?? 0) & ~(profileFlag | exifFlag | xmpFlag)
  first[8] = others | (hasProfile ? profileFlag : 0) | (exif === null ? 0 : exifFlag)
}
