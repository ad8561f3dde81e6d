import { latin, PartCount } from './bytes.ts'
import { boxesIn, EmptiedCopy, type Box } from './heic-boxes.ts'
import { itemsOf, type Range } from './heic-items.ts'
import { keepMeta } from './heic-meta.ts'

/** An item for each tile of 512 × 512, some 770 in the largest photo, each with a box of its own that names it. */
export const mostBoxes = 10_000
/** Items that are pictures or put some together (ISO/IEC 23008-12, 6.6 and B.2). Exif, XMP and links are none. */
const pictures = new Set(['hvc1', 'lhv1', 'grid', 'iovl', 'iden', 'tmap'])
/** Brands by which readers know what they can show; others are replaced by the plainest. */
const brands = new Set(
  'heic heix heim heis hevc hevx hevm hevs mif1 mif2 msf1 miaf MiHB MiHE MiHA MiPr tmap iso8'.split(' '),
)
const longestBrands = 128

/**
 * A HEIC (ISO/IEC 14496-12, 23008-12) in which only what makes its pictures is left, and zeros stand for all else: all is
 * found by its distance from the beginning. Which side is up is a property of the picture here, not Exif.
 */
export function bareHeic(bytes: Uint8Array): Uint8Array | null {
  const copy = new EmptiedCopy(bytes)
  const count = new PartCount(mostBoxes)
  const boxes = boxesIn(copy.file, 0, bytes.length, count)
  const [first, meta] = [boxes[0], boxes.find(({ type }) => type === 'meta')]
  if (first?.type !== 'ftyp' || meta === undefined) return null
  const inMeta = boxesIn(copy.file, meta.from + 4, meta.to, count)
  const room = [...boxes, ...inMeta].filter(({ type }) => type === 'mdat' || type === 'idat')
  const places = picturePlaces(copy, inMeta, room)
  if (places.length === 0) return null
  for (const box of boxes) {
    if (box === first) keepBrands(copy, box)
    else if (box === meta) keepMeta(copy, box, inMeta, count)
    else if (box.type === 'mdat') copy.keep(box.at, box.from)
    else copy.free(box)
  }
  for (const { from, to } of places) copy.keep(from, to)
  return copy.all
}

/** Where the pictures lie. @throws RangeError when one lies elsewhere than where data are */
function picturePlaces({ file }: EmptiedCopy, inMeta: readonly Box[], room: readonly Box[]): Range[] {
  const find = (type: string) => inMeta.find((box) => box.type === type)
  const [infos, locations] = [find('iinf'), find('iloc')]
  if (infos === undefined || locations === undefined || find('pitm') === undefined) return []
  const items = itemsOf(file, infos, locations, find('idat')).filter(({ type }) => pictures.has(type))
  const places = items.flatMap((item) => item.places)
  if (!places.every(({ from, to }) => room.some((box) => box.from <= from && to <= box.to)))
    throw new RangeError('a picture beside the data')
  return places
}

/** ISO/IEC 14496-12, 4.3: the major brand, a version that means nothing here, and the compatible brands. */
function keepBrands(copy: EmptiedCopy, box: Box): void {
  if (box.to - box.at > longestBrands) throw new RangeError('more brands than a photo has')
  copy.keep(box.at, box.from)
  for (let at = box.from; at + 4 <= box.to; at += 4) {
    if (at === box.from + 4) continue
    copy.all.set(latin(brands.has(copy.file.name(at)) ? copy.file.name(at) : 'mif1'), at)
  }
}
