import { defineError } from '@heju/kernel'

/** A file as it lies in the store. */
export interface StoredFile {
  body: ReadableStream<Uint8Array>
  /** Bytes. */
  size: number
  contentType: string
}

/**
 * What is put: bytes, or a stream together with its length. Object stores want to know the length before the first
 * byte; a stream that turns out longer or shorter is refused by the store and leaves nothing behind.
 */
export type FileContent = Uint8Array | { stream: ReadableStream<Uint8Array>; size: number }

/** Where photos and documents lie. Keys begin with the company's id, so that one listing can never reach another's. */
export interface FileStore {
  /** Writes or overwrites. @throws fileStoreUnavailable */
  put(key: string, content: FileContent, meta: { contentType: string }): Promise<void>
  /** Null when there is none. @throws fileStoreUnavailable */
  get(key: string): Promise<StoredFile | null>
  /** Deleting what is not there is harmless. @throws fileStoreUnavailable */
  delete(key: string): Promise<void>
}

export const fileStoreUnavailable = defineError('files.store_unavailable', 'unavailable')
