import { PartCount, type Bytes } from './bytes.ts'
import { boxesIn, type Box } from './heic-boxes.ts'

/** Phones write some 50 to 800 items and one extent each. */
export const mostItems = 4000
const mostExtents = 8000

export interface Range {
  from: number
  to: number
}

export interface Item {
  /** Its four letters; empty for one that is located and not named. */
  type: string
  places: Range[]
}

/**
 * What a file consists of and where each part lies.
 * @throws RangeError when there are more parts than a photo has, one has no length, or two overlap: together they are then
 *   never longer than the file
 */
export function itemsOf(file: Bytes, infos: Box, locations: Box, data: Box | undefined): Item[] {
  const types = typesOf(file, infos)
  const placesById = placesOf(file, locations, data?.from)
  const inOrder = [...placesById.values()].flat().toSorted((a, b) => a.from - b.from)
  for (const [i, { from, to }] of inOrder.entries()) {
    if (to <= from || to > file.all.length) throw new RangeError('a part of no length or beyond the end')
    if (i > 0 && from < (inOrder[i - 1] as Range).to) throw new RangeError('two parts at one place')
  }
  return [...placesById].map(([id, places]) => ({ type: types.get(id) ?? '', places }))
}

/** ISO/IEC 14496-12, 8.11.6: what each item is. Before version 2 it is not said. */
function typesOf(file: Bytes, infos: Box): Map<number, string> {
  const types = new Map<number, string>()
  for (const entry of infosIn(file, infos, new PartCount(mostItems))) {
    const idLength = idLengthOf(file, entry)
    types.set(file.number(entry.from + 4, idLength), file.name(entry.from + 4 + idLength + 2))
  }
  return types
}

/** The entries of `iinf`. */
export function infosIn(file: Bytes, infos: Box, count: PartCount): Box[] {
  return boxesIn(file, infos.from + (file.all[infos.from] === 0 ? 6 : 8), infos.to, count)
}

/** @throws RangeError for an entry of an old version, which doesn't say what the item is */
export function idLengthOf(file: Bytes, entry: Box): 2 | 4 {
  const version = file.all[entry.from] ?? 0
  if (entry.type !== 'infe' || version < 2) throw new RangeError('an item that does not say what it is')
  return version === 2 ? 2 : 4
}

/** ISO/IEC 14496-12, 8.11.3: where each item lies. @param dataFrom where the content of `idat` begins */
function placesOf(file: Bytes, box: Box, dataFrom: number | undefined): Map<number, Range[]> {
  const version = file.all[box.from] ?? 0
  const sizes = file.view.getUint16(box.from + 4)
  const [offsetSize, lengthSize, baseSize] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15]
  const indexSize = version > 0 ? sizes & 15 : 0
  const extents = new PartCount(mostExtents)
  let at = box.from + 6
  const next = (length: number): number => {
    at += length
    if (at > box.to) throw new RangeError('more items than their box holds')
    return file.number(at - length, length)
  }
  const idSize = version < 2 ? 2 : 4
  const count = next(idSize)
  new PartCount(mostItems).add(count)
  const places = new Map<number, Range[]>()
  for (let left = count; left > 0; left--) {
    const item = next(idSize)
    const way = version > 0 ? next(2) & 15 : 0
    // Another file, or a place within another item: no camera writes either.
    if (next(2) !== 0 || way > 1 || places.has(item)) throw new RangeError('an item that lies elsewhere')
    const base = next(baseSize) + (way === 1 ? (dataFrom ?? file.all.length) : 0)
    const parts = next(2)
    extents.add(parts)
    const own: Range[] = []
    for (let part = 0; part < parts; part++) {
      next(indexSize)
      const from = base + next(offsetSize)
      own.push({ from, to: from + next(lengthSize) })
    }
    places.set(item, own)
  }
  return places
}
