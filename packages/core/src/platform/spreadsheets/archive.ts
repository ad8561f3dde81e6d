import { Inflate } from 'fflate'
import { brokenFile, lockedWorkbook, unpacksTooLarge } from './errors.ts'
import { readLimits } from './limits.ts'
import { megabytes, type ReadingBudget } from './reading-budget.ts'
import { keyOf, readDirectory, type DirectoryEntry } from './zip-directory.ts'

/** Bytes that are given to the unpacker at once: what it makes of them at most (1,032 times as much) lies in memory. */
const sliceBytes = 4 * 1024

/** A zip archive whose parts are unpacked piece by piece, every byte of them counted, every time they are asked for. */
export class Archive {
  readonly #file: Uint8Array
  readonly #budget: ReadingBudget
  readonly #entries: ReadonlyMap<string, DirectoryEntry>

  /** @throws `spreadsheets.broken_file` */
  constructor(file: Uint8Array, budget: ReadingBudget) {
    this.#file = file
    this.#budget = budget
    this.#entries = readDirectory(file, readLimits.parts)
  }

  has(path: string): boolean {
    return this.#entries.has(keyOf(path))
  }

  hasFolder(path: string): boolean {
    return [...this.#entries.keys()].some((key) => key.startsWith(path))
  }

  /**
   * The text of a part, in pieces.
   * @throws `spreadsheets.broken_file`, `spreadsheets.locked_workbook`, `spreadsheets.unpacks_too_large`
   */
  *text(path: string): Generator<string, void, undefined> {
    let decoder: TextDecoder | null = null
    for (const bytes of this.#bytes(path)) {
      decoder ??= new TextDecoder(encodingOf(bytes))
      yield decoder.decode(bytes, { stream: true })
    }
  }

  *#bytes(path: string): Generator<Uint8Array, void, undefined> {
    const entry = this.#entries.get(keyOf(path))
    if (!entry) throw brokenFile()
    if (entry.encrypted) throw lockedWorkbook()
    const packed = contentOf(this.#file, entry)
    if (entry.method !== 0 && entry.method !== 8) throw brokenFile()
    for (const bytes of entry.method === 0 ? slices(packed) : inflated(packed)) {
      this.#budget.unpack(bytes.byteLength)
      yield bytes
    }
  }
}

/** XML is UTF-8 unless a mark says otherwise. */
function encodingOf(start: Uint8Array): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  return start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : 'utf-8'
}

/** The packed bytes of an entry; its own header says only where they begin (APPNOTE.TXT 4.3.7). */
function contentOf(file: Uint8Array, { at, packedBytes }: DirectoryEntry): Uint8Array {
  const header = new DataView(file.buffer, file.byteOffset, file.byteLength)
  if (at + 30 > file.byteLength || header.getUint32(at, true) !== 0x04_03_4b_50) throw brokenFile()
  const start = at + 30 + header.getUint16(at + 26, true) + header.getUint16(at + 28, true)
  if (start + packedBytes > file.byteLength) throw brokenFile()
  if (packedBytes > readLimits.fileBytes)
    throw unpacksTooLarge({ megabytes: megabytes(readLimits.unpackedBytes) })
  return file.subarray(start, start + packedBytes)
}

function* slices(bytes: Uint8Array): Generator<Uint8Array, void, undefined> {
  for (let at = 0; at < bytes.byteLength; at += sliceBytes) yield bytes.subarray(at, at + sliceBytes)
}

/**
 * Unpacks slice by slice, as it is read: a reader that stops leaves the rest packed. In JavaScript, because workerd's
 * `DecompressionStream` unpacks all that it is given, whoever reads or not: 10 MB became 1.5 GB within 94 seconds.
 */
function* inflated(packed: Uint8Array): Generator<Uint8Array, void, undefined> {
  const made: Uint8Array[] = []
  const unpacker = new Inflate((bytes) => made.push(bytes))
  let left = packed.byteLength
  for (const slice of slices(packed)) {
    left -= slice.byteLength
    try {
      unpacker.push(slice, left === 0)
    } catch (cause) {
      throw brokenFile({}, { cause })
    }
    yield* made.splice(0)
  }
}
