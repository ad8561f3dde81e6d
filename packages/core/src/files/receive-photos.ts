import { compile, requestReused, sha256Hex } from '@heju/db'
import { newId } from '@heju/kernel'
import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Ctx } from '../context.ts'
import { parse } from '../input.ts'
import { wake } from '../outbox/index.ts'
import { barePhoto, pictureSize } from './bare/index.ts'
import {
  photoEmpty,
  photoOfTooManyPixels,
  photoTooLarge,
  photoUnreadable,
  tooManyPhotos,
  tooManyUnattached,
} from './errors.ts'
import { photoTypeOf, type PhotoType } from './photo-type.ts'
import {
  largestPhoto,
  mostPixels,
  mostUnattached,
  removedAfterMs,
  storageKey,
  unattachedLifeMs,
} from './rules.ts'
import { receivePhotosSchema, type ReceivePhotos } from './schemas.ts'
import type { FileStore } from './storage.ts'
import { files } from './tables.ts'

interface StoredPhoto {
  id: string
  contentType: PhotoType
  size: number
  sha256: string
}

/** Places for photos, and of a request that came before, what lies in which of them. */
interface Places {
  ids: readonly string[]
  /** By id: the hash of what is stored there, null for nothing yet. Undefined for a request that is new. */
  before: ReadonlyMap<string, string | null> | undefined
}

/**
 * Takes in photos, one after the other, so that no more than one lies in memory: a Worker has 128 MB, nine photos may
 * have 90. Places for them are written down first, so that what a crash leaves in the store is found by the clean-up.
 * Two round trips, whatever the number; none without a photo.
 *
 * The same request again leaves the same files. With other photos it is refused: they would take the place of some that
 * are in use.
 * @param photos whole files; each is asked for when the one before lies in the store
 * @returns the files' ids in the order in which they came
 * @throws `access.not_allowed`, `files.empty`, `files.too_large`, `files.not_a_photo` by its bytes, `files.too_many_pixels`,
 *   `files.too_many`,
 *   `files.store_unavailable`, `files.too_many_unattached` when somebody sends photos and uses none, `request.reused`
 */
export async function receivePhotos(
  ctx: Ctx,
  store: FileStore,
  raw: ReceivePhotos,
  photos: AsyncIterable<Uint8Array>,
): Promise<string[]> {
  const uploadedBy = sender(ctx)
  const input = parse(receivePhotosSchema, raw)
  const stored: StoredPhoto[] = []
  let places: Places | undefined
  for await (const sent of photos) {
    const { bytes, contentType } = checked(sent)
    places ??= await reserve(ctx, uploadedBy, input)
    const id = places.ids[stored.length]
    if (id === undefined) throw tooManyPhotos({ most: input.most })
    const photo = { id, contentType, size: bytes.length, sha256: await sha256Hex(bytes) }
    if (!liesThere(places, photo)) await store.put(storageKey(ctx.company.id, id), bytes, { contentType })
    stored.push(photo)
  }
  if (places !== undefined) await noteStored(ctx, places.ids, stored)
  return stored.map((photo) => photo.id)
}

/** Takes in one photo. The same request again gets the same file. @throws as `receivePhotos` */
export async function receivePhoto(
  ctx: Ctx,
  store: FileStore,
  { requestId }: { requestId: string },
  bytes: Uint8Array,
): Promise<{ fileId: string }> {
  const [fileId] = await receivePhotos(ctx, store, { requestId, most: 1 }, one(bytes))
  return { fileId: fileId as string }
}

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** A photo that may be kept, without what its camera wrote beside it (PIPL 6: no more than the matter needs). */
function checked(sent: Uint8Array): { bytes: Uint8Array; contentType: PhotoType } {
  if (sent.length === 0) throw photoEmpty()
  if (sent.length > largestPhoto) throw photoTooLarge({ megabytes: largestPhoto / 1024 / 1024 })
  const contentType = photoTypeOf(sent)
  const bytes = contentType === null ? null : barePhoto(sent, contentType)
  if (contentType === null || bytes === null) throw photoUnreadable()
  requireShowable(bytes, contentType)
  return { bytes, contentType }
}

/** @throws `files.not_a_photo` for one without a point, `files.too_many_pixels` */
function requireShowable(bare: Uint8Array, contentType: PhotoType): void {
  const size = pictureSize(bare, contentType)
  if (size === null) throw photoUnreadable()
  if (size.width * size.height <= mostPixels) return
  // Chinese counts points by ten thousands.
  throw photoOfTooManyPixels({ ...size, millions: mostPixels / 1e6, tenThousands: mostPixels / 1e4 })
}

/** Staff who have to do with complaints send photos, and owners. @throws `access.not_allowed` */
function sender(ctx: Ctx): string {
  if (ctx.actor.kind === 'staff') ctx.require('complaints.own')
  else ctx.requireOwner()
  return ctx.actor.id
}

async function reserve(
  ctx: Ctx,
  uploadedBy: string,
  input: { requestId: string; most: number },
): Promise<Places> {
  const { now } = ctx
  // Ids of one moment are in no order by themselves; lists show photos by id, and as they were sent.
  const fresh = Array.from({ length: input.most }, () => newId('file', now)).toSorted()
  const ids = await ctx.write('files.reserve', input, (write) => {
    write.add(ctx.db.orm.insert(files).values(fresh.map((id) => ({ id, uploadedBy, createdAt: now }))))
    const unattached = and(eq(files.uploadedBy, uploadedBy), isNull(files.subjectId))
    write.require(
      sql`(SELECT count(*) FROM ${files} WHERE ${unattached}) <= ${mostUnattached}`,
      tooManyUnattached({ retryAfterSeconds: unattachedLifeMs / 1000 }),
    )
    wake(write, 'unattached_files', now + removedAfterMs)
    return fresh
  })
  if (ids[0] === fresh[0]) return { ids, before: undefined }
  const rows = await ctx.db.orm
    .select({ id: files.id, sha256: files.sha256 })
    .from(files)
    .where(inArray(files.id, ids))
  return { ids, before: new Map(rows.map((row) => [row.id, row.sha256])) }
}

/** Whether a photo was stored by the same request before. @throws `request.reused` when another one was, or fewer */
function liesThere({ before }: Places, { id, sha256 }: StoredPhoto): boolean {
  if (before === undefined) return false
  const known = before.get(id)
  if (known === undefined || (known !== null && known !== sha256)) throw requestReused()
  return known === sha256
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
      .set({ storedAt: now, bareAt: now, contentType, size, sha256 })
      .where(and(eq(files.id, id), isNull(files.storedAt))),
  )
  const returned = db.orm.delete(files).where(and(inArray(files.id, unused), isNull(files.storedAt)))
  await db.client.batch([...notes, returned].map(compile), 'write')
}
