/** Start of image; a frame of 1 × 1 points of one colour; a scan of it. */
const frame = [0xff, 0xc0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0]
const scan = [0xff, 0xda, 0, 8, 1, 1, 0, 0, 0x3f, 0]
const [before, after] = [Uint8Array.of(0xff, 0xd8, ...frame, ...scan), Uint8Array.of(0xff, 0xd9)]

/**
 * The smallest JPEG that is one by its structure: a frame and a scan of some bytes. It keeps all of them when it is taken in.
 * @param marks tell one from another; none is 0xff
 */
export function tinyJpeg(marks: ArrayLike<number>): Uint8Array<ArrayBuffer> {
  const photo = new Uint8Array(before.length + marks.length + after.length)
  photo.set(before)
  photo.set(marks, before.length)
  photo.set(after, before.length + marks.length)
  return photo
}
