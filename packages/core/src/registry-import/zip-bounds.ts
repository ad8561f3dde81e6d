import { brokenFile, unpacksTooLarge } from './errors.ts'

const endOfDirectory = 0x06_05_4b_50
const directoryEntry = 0x02_01_4b_50
const endBytes = 22
const entryBytes = 46
const longestComment = 65_535
/** Fields that stand for "see the zip64 record", which only archives beyond 4 GB need. */
const zip64 = 0xff_ff_ff_ff

/**
 * Refuses an archive that unpacks to more than `most` bytes, before anything is unpacked.
 *
 * The unpacker stops at the size that an entry declares, so the sum of what is declared bounds the memory used. An
 * entry with content that declares no size would escape that bound and is refused; spreadsheet programs write none.
 * (APPNOTE.TXT 4.3.12 and 4.3.16 describe the records.)
 * @throws `registry_import.unpacks_too_large`, `registry_import.broken_file`
 */
export function checkUnpackedSize(file: Uint8Array, most: number): void {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const end = findEnd(view)
  const entries = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  let total = 0
  for (let entry = 0; entry < entries; entry += 1) {
    if (at + entryBytes > view.byteLength || view.getUint32(at, true) !== directoryEntry) throw brokenFile()
    const streamed = (view.getUint16(at + 8, true) & 8) !== 0
    const packed = view.getUint32(at + 20, true)
    const unpacked = view.getUint32(at + 24, true)
    if (packed === zip64 || unpacked === zip64) throw unpacksTooLarge({ megabytes: megabytes(most) })
    if (unpacked === 0 && (packed > 2 || streamed)) throw brokenFile()
    total += unpacked
    if (total > most) throw unpacksTooLarge({ megabytes: megabytes(most) })
    at +=
      entryBytes +
      view.getUint16(at + 28, true) +
      view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true)
  }
}

function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - endBytes - longestComment)
  for (let at = view.byteLength - endBytes; at >= first; at -= 1) {
    if (view.getUint32(at, true) === endOfDirectory) return at
  }
  throw brokenFile()
}

export function megabytes(bytes: number): number {
  return Math.round(bytes / 1024 / 1024)
}
