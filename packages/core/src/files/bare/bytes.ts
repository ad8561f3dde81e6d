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

  /** An unsigned number of 0, 2, 4 or 8 bytes, the most significant first. */
  number(at: number, length: number): number {
    if (length === 0) return 0
    if (length === 2) return this.view.getUint16(at)
    if (length === 4) return this.view.getUint32(at)
    return Number(this.view.getBigUint64(at))
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
