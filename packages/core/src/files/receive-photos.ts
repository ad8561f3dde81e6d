import { compile, sha256Hex } from '@heju/db'
import { newId } from '@heju/kernel'
import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { notAllowed, type Ctx } from '../context.ts'
import { parse } from '../input.ts'
import { wake } from '../outbox/index.ts'
import { photoTooLarge, photoUnreadable, tooManyPhotos, tooManyUnattached } from './errors.ts'
import { photoTypeOf, type PhotoType } from './photo-type.ts'
import { largestPhoto, mostUnattached, removedAfterMs, storageKey, unattachedLifeMs } from './rules.ts'
import { receivePhotosSchema, type ReceivePhotos } from './schemas.ts'
import type { FileStore } from './storage.ts'
import { files } from './tables.ts'

interface StoredPhoto {
  id: string
  contentType: PhotoType
  size: number
  sha256: string
}

/**
 * Takes in photos, one after the other, so that no more than one lies in memory: a Worker has 128 MB, nine photos may
 * have 90. Places for them are written down first, so that what a crash leaves in the store is found by the clean-up.
 * Two round trips, whatever the number; none without a photo.
 * @param photos whole files; each is asked for when the one before lies in the store
 * @returns the files' ids in the order in which they came
 * @throws `files.too_large`, `files.not_a_photo` by its first bytes, `files.too_many`, `files.store_unavailable`,
 *   `files.too_many_unattached` when somebody sends photos and uses none
 */
export async function receivePhotos(
  ctx: Ctx,
  store: FileStore,
  raw: ReceivePhotos,
  photos: AsyncIterable<Uint8Array>,
): Promise<string[]> {
  const { requestId, most } = parse(receivePhotosSchema, raw)
  const stored: StoredPhoto[] = []
  let places: string[] | undefined
  for await (const bytes of photos) {
    const contentType = checked(bytes)
    const sha256 = await sha256Hex(bytes)
    // The same request with another photo is refused: it would put other bytes under a file that is in use.
    places ??= await reserve(ctx, { requestId, most, sha256 })
    const id = places[stored.length]
    if (id === undefined) throw tooManyPhotos({ most })
    await store.put(storageKey(ctx.company.id, id), bytes, { contentType })
    stored.push({ id, contentType, size: bytes.length, sha256 })
  }
  if (places !== undefined) await noteStored(ctx, places, stored)
  return stored.map((photo) => photo.id)
}

function checked(bytes: Uint8Array): PhotoType {
  if (bytes.length > largestPhoto) throw photoTooLarge({ megabytes: largestPhoto / 1024 / 1024 })
  const contentType = photoTypeOf(bytes)
  if (contentType === null) throw photoUnreadable()
  return contentType
}

async function reserve(
  ctx: Ctx,
  input: { requestId: string; most: number; sha256: string },
): Promise<string[]> {
  const { actor, now } = ctx
  if (actor.kind !== 'staff' && actor.kind !== 'owner') throw notAllowed({ permission: 'upload' })
  return ctx.write('files.reserve', input, (write) => {
    const ids = Array.from({ length: input.most }, () => newId('file', now))
    write.add(
      ctx.db.orm.insert(files).values(ids.map((id) => ({ id, uploadedBy: actor.id, createdAt: now }))),
    )
    const unattached = and(eq(files.uploadedBy, actor.id), isNull(files.subjectId))
    write.require(
      sql`(SELECT count(*) FROM ${files} WHERE ${unattached}) <= ${mostUnattached}`,
      tooManyUnattached({ retryAfterSeconds: unattachedLifeMs / 1000 }),
    )
    wake(write, 'unattached_files', now + removedAfterMs)
    return ids
  })
}

/** Writes down what came and gives back the places that were not needed. */
async function noteStored(
  ctx: Ctx,
  places: readonly string[],
  stored: readonly StoredPhoto[],
): Promise<void> {
  const { db, now } = ctx
  const unused = places.slice(stored.length)
  const notes = stored.map(({ id, contentType, size, sha256 }) =>
    db.orm
      .update(files)
      .set({ storedAt: now, contentType, size, sha256 })
      .where(and(eq(files.id, id), isNull(files.storedAt))),
  )
  const returned = db.orm.delete(files).where(and(inArray(files.id, unused), isNull(files.storedAt)))
  await db.client.batch([...notes, returned].map(compile), 'write')
}

/** One photo as the only one of a request. */
export async function receivePhoto(
  ctx: Ctx,
  store: FileStore,
  requestId: string,
  bytes: Uint8Array,
): Promise<{ fileId: string }> {
  const [fileId] = await receivePhotos(ctx, store, { requestId, most: 1 }, one(bytes))
  return { fileId: fileId as string }
}

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
