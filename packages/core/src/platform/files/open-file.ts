import type { Ctx } from '../../context.ts'
import { fileNotFound } from './errors.ts'
import type { PhotoType } from './photo-type.ts'
import { extensions } from './photo-type.ts'
import { storageKey } from './rules.ts'
import type { FileStore } from './storage.ts'

/** A photo on its way to somebody who may see it. */
export interface OpenFile {
  body: ReadableStream<Uint8Array>
  contentType: PhotoType
  /** Bytes. */
  size: number
  /** `file_01….jpg` */
  name: string
}

/**
 * Opens a photo of this company. Who may see it is for the capability to which its subject belongs: it has looked
 * before it calls this.
 * @throws `files.not_found`, `files.store_unavailable`
 */
export async function openFile(
  ctx: Ctx,
  store: FileStore,
  { id, contentType }: { id: string; contentType: PhotoType | null },
): Promise<OpenFile> {
  const found = contentType === null ? null : await store.get(storageKey(ctx.company.id, id))
  if (found === null || contentType === null) throw fileNotFound()
  const { body, size } = found
  return { body, size, contentType, name: `${id}.${extensions[contentType]}` }
}
