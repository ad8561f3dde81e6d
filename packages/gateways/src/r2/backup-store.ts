import { backupStoreUnavailable } from '@heju/core/platform/backups/storage'
import type { BackupStore } from '@heju/core/platform/backups/storage'
import { inParts } from './parts.ts'

/** R2 takes parts of 5 MiB or more, all but the last of one length, and ten thousand of them: 78 GiB. */
const partBytes = 8 * 1024 * 1024

/** Backups in an R2 bucket. No more than one part of one lies in memory, whatever its length. */
export function r2BackupStore(bucket: R2Bucket): BackupStore {
  return {
    put: (name, content) => putInParts(bucket, name, content),
    async copy(name, { body, size, contentType }) {
      const content = body.pipeThrough(new FixedLengthStream(size))
      await orUnavailable(bucket.put(name, content, { httpMetadata: { contentType } }))
    },
    async list(prefix) {
      const names: string[] = []
      let cursor: string | undefined
      do {
        const page = await orUnavailable(bucket.list({ prefix, ...(cursor !== undefined && { cursor }) }))
        names.push(...page.objects.map(({ key }) => key))
        cursor = page.truncated ? page.cursor : undefined
      } while (cursor !== undefined)
      return names
    },
    async delete(names) {
      if (names.length > 0) await orUnavailable(bucket.delete([...names]))
    },
  }
}

async function putInParts(
  bucket: R2Bucket,
  name: string,
  content: ReadableStream<Uint8Array>,
): Promise<number> {
  const upload = await orUnavailable(bucket.createMultipartUpload(name))
  try {
    const parts: R2UploadedPart[] = []
    let size = 0
    for await (const part of inParts(content, partBytes)) {
      parts.push(await orUnavailable(upload.uploadPart(parts.length + 1, part)))
      size += part.length
    }
    await orUnavailable(upload.complete(parts))
    return size
  } catch (error) {
    // Left open, its parts would be paid for until R2 clears them away after a week.
    await upload.abort().catch(() => undefined)
    throw error
  }
}

async function orUnavailable<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (cause) {
    throw backupStoreUnavailable({}, { cause })
  }
}
