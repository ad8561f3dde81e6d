import type { Ctx } from '../../context.ts'
import { freshRequestId } from '../../testing.ts'
import { receivePhoto, type FileStore } from './index.ts'

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

/** Files in memory. */
export function memoryStore(): FileStore & { readonly kept: Map<string, Uint8Array> } {
  const kept = new Map<string, Uint8Array>()
  return {
    kept,
    async put(key, content) {
      if (content instanceof Uint8Array) kept.set(key, content)
      else kept.set(key, new Uint8Array(await new Response(content.stream).arrayBuffer()))
    },
    async get(key) {
      const bytes = kept.get(key)
      if (bytes === undefined) return null
      const body = new Response(bytes as BodyInit).body as ReadableStream<Uint8Array>
      return { body, size: bytes.length, contentType: 'image/jpeg' }
    },
    async delete(key) {
      kept.delete(key)
    },
  }
}

/** The smallest JPEG; different each time. */
export function jpeg(): Uint8Array {
  return tinyJpeg(crypto.getRandomValues(new Uint8Array(8)).map((byte) => byte & 0x7f))
}

export async function sendPhoto(ctx: Ctx, store: FileStore): Promise<string> {
  const { fileId } = await receivePhoto(ctx, store, { requestId: freshRequestId() }, jpeg())
  return fileId
}
