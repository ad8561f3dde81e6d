import { PartCount } from './bytes.ts'
import { coloursAlone } from './colours.ts'
import { boxesIn, type Box, type EmptiedCopy } from './heic-boxes.ts'
import { idLengthOf, infosIn, mostItems } from './heic-items.ts'

type Way = (copy: EmptiedCopy, box: Box, count: PartCount) => void

/** What describes the pictures, and how it is kept; texts, links, private boxes and room to spare are emptied. */
const ways: Readonly<Partial<Record<string, Way>>> = {
  // Version, what kind of handler it is, and no name.
  hdlr: (copy, box) => copy.keep(box.from, Math.min(box.from + 12, box.to)),
  pitm: (copy, box) => copy.keep(box.from, Math.min(box.from + 8, box.to)),
  iinf: keepInfos,
  iloc: keepWhole,
  iref: keepReferences,
  iprp: keepProperties,
  idat: () => {},
}

/** Keeps of the boxes in `meta` the first of each kind that is needed. */
export function keepMeta(copy: EmptiedCopy, meta: Box, boxes: readonly Box[], count: PartCount): void {
  copy.keep(meta.at, meta.from + 4)
  const seen = new Set<string>()
  for (const box of boxes) {
    const way = seen.has(box.type) ? undefined : ways[box.type]
    seen.add(box.type)
    keepOrFree(copy, box, way, count)
  }
}

function keepOrFree(copy: EmptiedCopy, box: Box, way: Way | undefined, count: PartCount): void {
  if (way === undefined) return copy.free(box)
  copy.keep(box.at, box.from)
  way(copy, box, count)
}

function keepWhole(copy: EmptiedCopy, box: Box): void {
  copy.keep(box.from, box.to)
}

/** Number and type of each item, not what it is called. */
function keepInfos(copy: EmptiedCopy, box: Box, count: PartCount): void {
  const entries = infosIn(copy.file, box, count)
  copy.keep(box.from, entries[0]?.at ?? box.to)
  for (const entry of entries) copy.keep(entry.at, entry.from + 4 + idLengthOf(copy.file, entry) + 2 + 4)
}

const references = new Set(['dimg', 'thmb', 'auxl', 'cdsc', 'base', 'prem'])

/** ISO/IEC 14496-12, 8.11.12: which item is made of which others. */
function keepReferences(copy: EmptiedCopy, box: Box, count: PartCount): void {
  copy.keep(box.from, box.from + 4)
  const idLength = copy.file.all[box.from] === 0 ? 2 : 4
  for (const one of boxesIn(copy.file, box.from + 4, box.to, count)) {
    const others = copy.file.number(one.from + idLength, 2)
    const fits = one.to - one.from === idLength + 2 + others * idLength
    keepOrFree(copy, one, fits && references.has(one.type) ? keepWhole : undefined, count)
  }
}

/** ISO/IEC 23008-12, 9.3: the properties, and which item has which. */
function keepProperties(copy: EmptiedCopy, box: Box, count: PartCount): void {
  for (const one of boxesIn(copy.file, box.from, box.to, count)) {
    const way = one.type === 'ipma' ? keepAssociations : one.type === 'ipco' ? keepEachProperty : undefined
    keepOrFree(copy, one, way, count)
  }
}

/** Properties that are numbers, with their greatest length in bytes. Decoders' settings have some 100. */
const longest: Readonly<Partial<Record<string, number>>> = {
  hvcC: 2048,
  ispe: 12,
  pixi: 24,
  pasp: 8,
  clap: 32,
  irot: 1,
  imir: 1,
  rloc: 12,
  clli: 4,
  mdcv: 24,
}

function keepEachProperty(copy: EmptiedCopy, box: Box, count: PartCount): void {
  for (const one of boxesIn(copy.file, box.from, box.to, count)) {
    const isNumbers = one.to - one.from <= (longest[one.type] ?? -1)
    const way = one.type === 'colr' ? colourWay(copy, one) : one.type === 'auxC' ? keepAuxiliary : undefined
    keepOrFree(copy, one, isNumbers ? keepWhole : way, count)
  }
}

/** Colours by number, or by a profile, of which only those stay. */
function colourWay({ file }: EmptiedCopy, box: Box): Way | undefined {
  const kind = file.name(box.from)
  if (kind === 'nclx') return box.to - box.from === 11 ? keepWhole : undefined
  const isProfile = kind === 'prof' || kind === 'rICC'
  const colours = isProfile ? coloursAlone(file.part(box.from + 4, box.to)) : null
  if (colours === null) return undefined
  return (copy) => {
    copy.keep(box.from, box.from + 4)
    copy.all.set(colours, box.from + 4)
  }
}

const longestUrn = 80

/** What a further picture is for (transparency, depth, brightness), which is a name out of a list. */
function keepAuxiliary(copy: EmptiedCopy, box: Box): void {
  const text = copy.file.name(box.from + 4, Math.min(longestUrn, box.to - box.from - 4))
  const urn = /^urn:(?:mpeg|com:apple:photo):[a-z0-9:]{1,70}\0/i.exec(text)?.[0] ?? ''
  copy.keep(box.from, box.from + 4 + urn.length)
}

/** ISO/IEC 23008-12, 9.3.2, as far as it goes. */
function keepAssociations(copy: EmptiedCopy, box: Box): void {
  const { file } = copy
  const idLength = file.all[box.from] === 0 ? 2 : 4
  const each = ((file.all[box.from + 3] ?? 0) & 1) === 1 ? 2 : 1
  const items = file.number(box.from + 4, 4)
  new PartCount(mostItems).add(items)
  let at = box.from + 8
  for (let left = items; left > 0; left--) {
    const count = file.part(at, box.to)[idLength] ?? 0
    at += idLength + 1 + count * each
  }
  if (at > box.to) throw new RangeError('more properties than their box holds')
  copy.keep(box.from, at)
}
