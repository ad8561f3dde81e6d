import { defineError } from '@heju/kernel'
import type { StoredFile } from '../files/storage.ts'

/** Where backups lie: apart from the files that people use, so that what happens to those does not happen to these. */
export interface BackupStore {
  /**
   * Writes or overwrites from a stream of unknown length. One that fails leaves what was there before.
   * @returns bytes
   * @throws backupStoreUnavailable, and whatever the stream fails with
   */
  put(name: string, content: ReadableStream<Uint8Array>): Promise<number>
  /** Takes a file over as it is. @throws backupStoreUnavailable */
  copy(name: string, file: StoredFile): Promise<void>
  /** Names that begin so, in their order. @throws backupStoreUnavailable */
  list(prefix: string): Promise<string[]>
  /** Deleting what is not there is harmless. @throws backupStoreUnavailable */
  delete(names: readonly string[]): Promise<void>
}

export const backupStoreUnavailable = defineError('backups.store_unavailable', 'unavailable')
