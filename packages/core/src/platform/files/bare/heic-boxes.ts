import { Bytes, latin, type PartCount } from './bytes.ts'

export interface Box {
  type: string
  /** Where it begins, where its content begins, and where it ends. */
  at: number
  from: number
  to: number
}

/** The boxes that lie one after the other in a stretch of a file. @throws RangeError when one is longer than it */
export function boxesIn(file: Bytes, from: number, to: number, count: PartCount): Box[] {
  const boxes: Box[] = []
  for (let at = from; at + 8 <= to;) {
    count.add()
    const short = file.view.getUint32(at)
    const length = short === 0 ? to - at : short === 1 ? file.number(at + 8, 8) : short
    const head = short === 1 ? 16 : 8
    if (length < head || at + length > to) throw new RangeError('a box that is longer than what holds it')
    boxes.push({ type: file.name(at + 4), at, from: at + head, to: at + length })
    at += length
  }
  return boxes
}

/** Zeros of a file's length, into which is copied what is kept, to the same place. */
export class EmptiedCopy {
  readonly file: Bytes
  readonly all: Uint8Array

  constructor(bytes: Uint8Array) {
    this.file = new Bytes(bytes)
    this.all = new Uint8Array(bytes.length)
  }

  keep(from: number, to: number): void {
    this.all.set(this.file.part(from, to), from)
  }

  /** Leaves the room of a box, which readers pass over. */
  free(box: Box): void {
    this.keep(box.at, box.from)
    this.all.set(latin('free'), box.at + 4)
  }
}
