import { brokenFile } from './errors.ts'

/** Where a part of an archive lies; what the archive says about its unpacked size is not believed and not kept. */
export interface DirectoryEntry {
  at: number
  packedBytes: number
  /** 0: stored as it is; 8: deflated. Spreadsheet programs use no other. */
  method: number
  encrypted: boolean
}

const endOfDirectory = 0x06_05_4b_50
const endOfDirectory64 = 0x06_06_4b_50
const locatorOf64 = 0x07_06_4b_50
const directoryEntry = 0x02_01_4b_50
const endBytes = 22
const locatorBytes = 20
const entryBytes = 46
const longestComment = 65_535
/** Fields that stand for "see the zip64 field": some programs write it however small the file is. */
const zip64 = 0xff_ff_ff_ff

/** Names are compared as programs do that write them for one another: without case, with either slash. */
export function keyOf(path: string): string {
  return path.replaceAll('\\', '/').replace(/^\//, '').toLowerCase()
}

/**
 * The directory of a zip archive (APPNOTE.TXT 4.3.12, 4.3.14–16 and 4.5.3).
 * @throws `spreadsheets.broken_file` for one with more than `most` entries or with two of one name, too: no program
 *   that writes workbooks makes such
 */
export function readDirectory(file: Uint8Array, most: number): ReadonlyMap<string, DirectoryEntry> {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const entries = new Map<string, DirectoryEntry>()
  try {
    let { at, count } = directoryOf(view)
    if (count > most) throw brokenFile()
    for (; count > 0; count -= 1) {
      if (view.getUint32(at, true) !== directoryEntry) throw brokenFile()
      const [nameBytes, extraBytes] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true)]
      const key = keyOf(new TextDecoder().decode(file.subarray(at + entryBytes, at + entryBytes + nameBytes)))
      if (entries.has(key)) throw brokenFile()
      entries.set(key, readEntry(view, at, at + entryBytes + nameBytes, extraBytes))
      at += entryBytes + nameBytes + extraBytes + view.getUint16(at + 32, true)
    }
  } catch (cause) {
    // Reading beyond the end of the file is a RangeError of the view.
    throw cause instanceof RangeError ? brokenFile({}, { cause }) : cause
  }
  return entries
}

function directoryOf(view: DataView): { at: number; count: number } {
  const end = findEnd(view)
  const [count, at] = [view.getUint16(end + 10, true), view.getUint32(end + 16, true)]
  if (count !== 0xff_ff && at !== zip64) return { at, count }
  const locator = end - locatorBytes
  if (view.getUint32(locator, true) !== locatorOf64) return { at, count }
  const end64 = large(view, locator + 8)
  if (view.getUint32(end64, true) !== endOfDirectory64) throw brokenFile()
  return { at: large(view, end64 + 48), count: large(view, end64 + 32) }
}

function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - endBytes - longestComment)
  for (let at = view.byteLength - endBytes; at >= first; at -= 1) {
    if (view.getUint32(at, true) === endOfDirectory) return at
  }
  throw brokenFile()
}

function readEntry(view: DataView, at: number, extra: number, extraBytes: number): DirectoryEntry {
  const sizes = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)]
  const [, packedBytes, offset] = wide(view, extra, extraBytes, sizes)
  return {
    at: offset!,
    packedBytes: packedBytes!,
    method: view.getUint16(at + 10, true),
    encrypted: (view.getUint16(at + 8, true) & 1) !== 0,
  }
}

/** Unpacked size, packed size and offset; those that do not fit in 32 bits stand in the extra field, in this order. */
function wide(view: DataView, extra: number, extraBytes: number, sizes: number[]): number[] {
  for (let at = extra; at + 4 <= extra + extraBytes; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue
    let field = at + 4
    return sizes.map((size) => {
      if (size !== zip64) return size
      field += 8
      return large(view, field - 8)
    })
  }
  return sizes
}

function large(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true))
}
