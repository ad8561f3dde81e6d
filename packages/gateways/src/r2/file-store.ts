import { fileStoreUnavailable } from '@heju/core/platform/files/storage'
import type { FileContent, FileStore } from '@heju/core/platform/files/storage'

/** Files in an R2 bucket. */
export function r2FileStore(bucket: R2Bucket): FileStore {
  return {
    async put(key, content, { contentType }) {
      await orUnavailable(bucket.put(key, bodyOf(content), { httpMetadata: { contentType } }))
    },
    async get(key) {
      const object = await orUnavailable(bucket.get(key))
      if (!object) return null
      return {
        body: object.body,
        size: object.size,
        contentType: object.httpMetadata?.contentType ?? 'application/octet-stream',
      }
    },
    async delete(key) {
      await orUnavailable(bucket.delete(key))
    },
  }
}

/** R2 refuses a stream whose length it does not know beforehand, also when the sender has told it. */
function bodyOf(content: FileContent): Uint8Array | ReadableStream {
  if (content instanceof Uint8Array) return content
  return content.stream.pipeThrough(new FixedLengthStream(content.size))
}

async function orUnavailable<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (cause) {
    throw fileStoreUnavailable({}, { cause })
  }
}
