/** The bytes of a photo with the ways of reading that its formats need. Reading beyond the end throws a RangeError. */
export class Bytes {
  readonly all: Uint8Array
  readonly view: DataView

  constructor(all: Uint8Array) {
    this.all = all
    this.view = new DataView(all.buffer, all.byteOffset, all.byteLength)
  }

  /** Characters of one byte each, such as the names of boxes and chunks. */
  name(at: number, length = 4): string {
    return String.fromCharCode(...this.part(at, at + length))
  }

  /** @throws RangeError when some of it lies beyond the end */
  part(from: number, to: number): Uint8Array {
    if (from < 0 || to < from || to > this.all.length) throw new RangeError('beyond the end of the photo')
    return this.all.subarray(from, to)
  }

  /** An unsigned number of 0, 2, 4 or 8 bytes, the most significant first. @throws RangeError for any other length */
  number(at: number, length: number): number {
    if (length === 0) return 0
    if (length === 2) return this.view.getUint16(at)
    if (length === 4) return this.view.getUint32(at)
    if (length === 8) return Number(this.view.getBigUint64(at))
    throw new RangeError('a number of a length that no photo has')
  }
}

/**
 * Counts the parts of a photo while they are read. What a file says of its own number of parts is never believed: a few
 * bytes can claim millions, and each of them would take memory and time of everybody.
 */
export class PartCount {
  readonly #most: number
  #parts = 0

  /** @param most many times what cameras and phones write */
  constructor(most: number) {
    this.#most = most
  }

  /** @throws RangeError when there are more than a photo has */
  add(parts = 1): void {
    this.#parts += parts
    if (this.#parts > this.#most) throw new RangeError('more parts than a photo has')
  }
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

export function latin(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}
