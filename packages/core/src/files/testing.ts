const [before, after] = [Uint8Array.of(0xff, 0xd8, 0xff, 0xda, 0, 2), Uint8Array.of(0xff, 0xd9)]

/**
 * The smallest JPEG that is one by its structure: a scan of some bytes. It keeps all of them when it is taken in.
 * @param marks tell one from another; none is 0xff
 */
export function tinyJpeg(marks: ArrayLike<number>): Uint8Array<ArrayBuffer> {
  const photo = new Uint8Array(before.length + marks.length + after.length)
  photo.set(before)
  photo.set(marks, before.length)
  photo.set(after, before.length + marks.length)
  return photo
}
