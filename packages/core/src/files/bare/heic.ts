import { Bytes, latin } from './bytes.ts'

interface Box {
  type: string
  /** Where it begins, where its content begins, and where it ends. */
  at: number
  from: number
  to: number
}

/** Boxes of the file itself that make its picture; films and private boxes beside them are emptied. */
const kept = new Set(['ftyp', 'meta', 'mdat', 'free', 'skip', 'wide'])
/** Items that say something about the picture and are none of it: Exif, XMP (`mime`), links. */
const about = new Set(['Exif', 'mime', 'uri '])

/**
 * A HEIC (ISO/IEC 14496-12, 23008-12) whose items of metadata hold zeros. They are emptied in their place, since all
 * else is found by its distance from the beginning. Which side is up is a property of the picture here, not Exif.
 */
export function bareHeic(bytes: Uint8Array): Uint8Array | null {
  const file = new Bytes(bytes.slice())
  const boxes = boxesIn(file, 0, bytes.length)
  const meta = boxes.find((box) => box.type === 'meta')
  if (meta === undefined) return null
  for (const box of boxes.filter(({ type }) => !kept.has(type))) {
    file.all.set(latin('free'), box.at + 4)
    file.all.fill(0, box.from, box.to)
  }
  for (const { from, to } of placesOf(file, meta)) {
    file.part(from, to)
    file.all.fill(0, from, to)
  }
  return file.all
}

function boxesIn(file: Bytes, from: number, to: number): Box[] {
  const boxes: Box[] = []
  for (let at = from; at + 8 <= to;) {
    const short = file.view.getUint32(at)
    const length = short === 0 ? to - at : short === 1 ? file.number(at + 8, 8) : short
    const head = short === 1 ? 16 : 8
    if (length < head || at + length > to) throw new RangeError('a box that is longer than what holds it')
    boxes.push({ type: file.name(at + 4), at, from: at + head, to: at + length })
    at += length
  }
  return boxes
}

/** Where the file has the bytes of its items of metadata. */
function placesOf(file: Bytes, meta: Box): { from: number; to: number }[] {
  // Version and flags come before the boxes in it.
  const boxes = boxesIn(file, meta.from + 4, meta.to)
  const find = (type: string) => boxes.find((box) => box.type === type)
  const [infos, locations, data] = [find('iinf'), find('iloc'), find('idat')]
  if (infos === undefined || locations === undefined) return []
  const items = itemsAbout(file, infos)
  return extentsOf(file, locations, data?.from ?? 0).filter(({ item }) => items.has(item))
}

/** ISO/IEC 14496-12, 8.11.6: the items that are metadata. */
function itemsAbout(file: Bytes, infos: Box): Set<number> {
  const version = file.all[infos.from]
  const items = new Set<number>()
  for (const entry of boxesIn(file, infos.from + (version === 0 ? 6 : 8), infos.to)) {
    const idLength = (file.all[entry.from] ?? 0) >= 3 ? 4 : 2
    const type = file.name(entry.from + 4 + idLength + 2)
    if (about.has(type)) items.add(file.number(entry.from + 4, idLength))
  }
  return items
}

/** ISO/IEC 14496-12, 8.11.3: where each item lies. @param dataFrom where the content of `idat` begins */
function extentsOf(file: Bytes, box: Box, dataFrom: number): { item: number; from: number; to: number }[] {
  const version = file.all[box.from] ?? 0
  const sizes = file.view.getUint16(box.from + 4)
  const [offsetSize, lengthSize, baseSize] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15]
  const indexSize = version > 0 ? sizes & 15 : 0
  let at = box.from + 6
  const next = (length: number): number => {
    at += length
    return file.number(at - length, length)
  }
  const idSize = version < 2 ? 2 : 4
  const extents: { item: number; from: number; to: number }[] = []
  for (let left = next(idSize); left > 0; left--) {
    const item = next(idSize)
    const inData = version > 0 && (next(2) & 15) === 1
    next(2)
    const base = next(baseSize) + (inData ? dataFrom : 0)
    for (let parts = next(2); parts > 0; parts--) {
      next(indexSize)
      const from = base + next(offsetSize)
      extents.push({ item, from, to: from + next(lengthSize) })
    }
  }
  return extents
}
