import type { PhotoType } from '../photo-type.ts'
import { Bytes, PartCount } from './bytes.ts'
import { boxesIn, type Box } from './heic-boxes.ts'
import { itemsOf } from './heic-items.ts'
import { mostBoxes } from './heic.ts'
import { endOfScan } from './jpeg.ts'
import { frames, startOfScan } from './jpeg-tables.ts'
import { chunksIn, mostChunks } from './webp.ts'

/** Width and height in points. */
export interface PictureSize {
  width: number
  height: number
}

const ways: Record<PhotoType, (file: Bytes) => PictureSize[]> = {
  'image/jpeg': jpegSizes,
  'image/png': pngSizes,
  'image/webp': webpSizes,
  'image/heic': heicSizes,
}

/**
 * How large a photo says to be: whoever shows it takes memory for all of its points, however few bytes it has. Of a photo
 * that says several sizes (a picture of tiles, of frames, with a preview) the one of the most points.
 * @param bare what `barePhoto` made of it
 * @returns null for one that says none, or of which one has no point
 */
export function pictureSize(bare: Uint8Array, type: PhotoType): PictureSize | null {
  try {
    const sizes = ways[type](new Bytes(bare))
    if (sizes.some(({ width, height }) => width === 0 || height === 0)) return null
    return sizes.reduce<PictureSize | null>((most, next) => (areaOf(next) > areaOf(most) ? next : most), null)
  } catch (error) {
    // A header that is shorter than what it must hold.
    if (error instanceof RangeError) return null
    throw error
  }
}

function areaOf(size: PictureSize | null): number {
  return size === null ? 0 : size.width * size.height
}

/** ITU-T T.81, B.2.2: of each frame. A height that comes only behind the first scan is 0 here; no camera writes it so. */
function jpegSizes({ all, view }: Bytes): PictureSize[] {
  const sizes: PictureSize[] = []
  for (let at = 2; at + 4 <= all.length;) {
    const marker = all[at + 1]!
    if (frames.some((frame) => frame === marker))
      sizes.push({ width: view.getUint16(at + 7), height: view.getUint16(at + 5) })
    const next = at + 2 + view.getUint16(at + 2)
    at = marker === startOfScan ? endOfScan(all, next) : next
  }
  return sizes
}

/** PNG, third edition, 11.2.1: the header comes first. Frames of a moving picture lie within. */
function pngSizes({ view }: Bytes): PictureSize[] {
  if (view.getUint32(8) !== 13) return []
  return [{ width: view.getUint32(16), height: view.getUint32(20) }]
}

/** RFC 9649: of the canvas (2.7), of each frame (2.7.1.1), and of each picture, lossy (RFC 6386, 9.1) or not (3.4). */
function webpSizes(file: Bytes): PictureSize[] {
  const count = new PartCount(mostChunks)
  const sizesIn = (of: Bytes, from: number): PictureSize[] =>
    [...chunksIn(of, from, of.all.length, count)].flatMap(({ type, body }) => {
      const chunk = new Bytes(body)
      const { view } = chunk
      const number24 = (at: number) => view.getUint16(at, true) + (view.getUint8(at + 2) << 16)
      if (type === 'VP8X') return [{ width: number24(4) + 1, height: number24(7) + 1 }]
      if (type === 'VP8 ')
        return [{ width: view.getUint16(6, true) & 0x3fff, height: view.getUint16(8, true) & 0x3fff }]
      if (type === 'VP8L') {
        const bits = view.getUint32(1, true)
        return [{ width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }]
      }
      if (type !== 'ANMF') return []
      return [{ width: number24(6) + 1, height: number24(9) + 1 }, ...sizesIn(chunk, 16)]
    })
  return sizesIn(file, 12)
}

/** ISO/IEC 23008-12, 6.5.3: what is said of each item; and of pictures put together (6.6.2) what they say themselves. */
function heicSizes(file: Bytes): PictureSize[] {
  const count = new PartCount(mostBoxes)
  const within = (boxes: readonly Box[], type: string, skip = 0) =>
    boxes.filter((box) => box.type === type).flatMap(({ from, to }) => boxesIn(file, from + skip, to, count))
  const meta = within(boxesIn(file, 0, file.all.length, count), 'meta', 4)
  const properties = within(within(meta, 'iprp'), 'ipco')
  const said = properties
    .filter(({ type }) => type === 'ispe')
    .map(({ from }) => ({ width: file.number(from + 4, 4), height: file.number(from + 8, 4) }))
  return said.length === 0 ? [] : [...said, ...assembledSizes(file, meta)]
}

/** A grid and an overlay have a version, flags, what they are made of (rows and columns; a colour), width and height. */
const beforeSize: Readonly<Partial<Record<string, number>>> = { grid: 4, iovl: 10 }

function assembledSizes(file: Bytes, meta: readonly Box[]): PictureSize[] {
  const find = (type: string) => meta.find((box) => box.type === type)
  const [infos, locations] = [find('iinf'), find('iloc')]
  if (infos === undefined || locations === undefined) return []
  return itemsOf(file, infos, locations, find('idat')).flatMap(({ type, places: [place] }) => {
    const before = beforeSize[type]
    if (before === undefined || place === undefined) return []
    const length = (file.number(place.from, 2) & 1) === 1 ? 4 : 2
    const at = place.from + before
    return [{ width: file.number(at, length), height: file.number(at + length, length) }]
  })
}
