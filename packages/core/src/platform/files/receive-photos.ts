import { compile, requestReused, sha256Hex, type Write } from '@heju/db'
import { newId } from '@heju/kernel'
import { and, asc, eq, gt, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
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
import { letGoOfFiles } from './let-go.ts'
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
import { sender } from './sender.ts'
import { files } from './tables.ts'

interface StoredPhoto {
  id: string
  contentType: PhotoType
  size: number
  sha256: string
}

/** Places for photos of a request, and the photos that the same request left before. */
interface Places {
  /** Ids in which nothing lies, in order. */
  free: string[]
  lying: { id: string; sha256: string }[]
}

/**
 * Takes in photos, one after the other, so that no more than one lies in memory: a Worker has 128 MB, nine photos may
 * have 90. Places for them are written down first, so that what a crash leaves in the store is found by the clean-up.
 * Two round trips, whatever the number; none without a photo.
 *
 * A photo that the same request brought before is the same file. Others get places of their own: a form that comes back
 * out of the browser's history is sent again with other photos, and none takes the place of one that is in use.
 * @param photos whole files; each is asked for when the one before lies in the store
 * @returns the files' ids in the order in which they came
 * @throws `access.not_allowed`, `files.empty`, `files.too_large`, `files.not_a_photo` by its bytes, `files.too_many_pixels`,
 *   `files.too_many`,
 *   `files.store_unavailable`, `files.too_many_unattached` when somebody sends photos and uses none
 */
export function receivePhotos(
  ctx: Ctx,
  store: FileStore,
  raw: ReceivePhotos,
  photos: AsyncIterable<Uint8Array>,
): Promise<string[]> {
  return receive(ctx, store, raw, photos, nextRequest)
}

/**
 * Takes in one photo. The same request again gets the same file.
 * @throws as `receivePhotos`, and `request.reused` when it brings another photo
 */
export async function receivePhoto(
  ctx: Ctx,
  store: FileStore,
  { requestId }: { requestId: string },
  bytes: Uint8Array,
): Promise<{ fileId: string }> {
  const [fileId] = await receive(ctx, store, { requestId, most: 1 }, one(bytes), () => {
    throw requestReused()
  })
  return { fileId: fileId as string }
}

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** Under what a request keeps more places once all of its own are taken: the same for the same photo. */
async function nextRequest(requestId: string, sha256: string): Promise<string> {
  return `photos-${(await sha256Hex(`${requestId} ${sha256}`)).slice(0, 48)}`
}

/** @param next the request that keeps places when those of this one are taken */
async function receive(
  ctx: Ctx,
  store: FileStore,
  raw: ReceivePhotos,
  photos: AsyncIterable<Uint8Array>,
  next: typeof nextRequest,
): Promise<string[]> {
  const uploadedBy = sender(ctx)
  const input = parse(receivePhotosSchema, raw)
  const stored: StoredPhoto[] = []
  const fresh: string[] = []
  const places: Places = { free: [], lying: [] }
  let requestId: string | undefined
  // Whoever mends what was refused sends all again, under another request: a few tries more would be too many.
  const letGo = () => letGoOfPlaces(ctx, [...fresh, ...places.free])
  for await (const { bytes, contentType } of good(photos, input.most, letGo)) {
    const sha256 = await sha256Hex(bytes)
    let place = takePlace(places, sha256)
    while (place === undefined) {
      requestId = requestId === undefined ? input.requestId : await next(requestId, sha256)
      await keepPlaces(ctx, uploadedBy, { ...input, requestId }, places)
      place = takePlace(places, sha256)
    }
    const { id, liesThere } = place
    if (!liesThere) {
      fresh.push(id)
      await store.put(storageKey(ctx.company.id, id), bytes, { contentType })
    }
    stored.push({ id, contentType, size: bytes.length, sha256 })
  }
  if (stored.length > 0) await noteStored(ctx, places, stored)
  return stored.map((photo) => photo.id)
}

/**
 * Photos that may be kept, one after the other, and no more than may come.
 * @param refused is told when one of them may not, or what brings them breaks off
 */
async function* good(
  photos: AsyncIterable<Uint8Array>,
  most: number,
  refused: () => Promise<void>,
): AsyncGenerator<ReturnType<typeof checked>> {
  let came = 0
  try {
    for await (const sent of photos) {
      const photo = checked(sent)
      came += 1
      if (came > most) throw tooManyPhotos({ most })
      yield photo
    }
  } catch (error) {
    await refused()
    throw error
  }
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

/** Keeps places for a request, or finds those that it kept before, and adds them. */
async function keepPlaces(
  ctx: Ctx,
  uploadedBy: string,
  input: { requestId: string; most: number },
  places: Places,
): Promise<void> {
  const { now } = ctx
  // Ids of one moment are in no order by themselves; lists show photos by id, and as they were sent.
  const fresh = Array.from({ length: input.most }, () => newId('file', now)).toSorted()
  const reserve = (write: Write) => {
    write.add(ctx.db.orm.insert(files).values(fresh.map((id) => ({ id, uploadedBy, createdAt: now }))))
    const unattached = and(
      eq(files.uploadedBy, uploadedBy),
      gt(files.createdAt, now - unattachedLifeMs),
      isNull(files.subjectId),
    )
    write.require(
      sql`(SELECT count(*) FROM ${files} WHERE ${unattached}) <= ${mostUnattached}`,
      tooManyUnattached({ retryAfterSeconds: unattachedLifeMs / 1000 }),
    )
    wake(write, 'unattached_files', now + removedAfterMs)
    return fresh
  }
  // Nobody sees a photo before the form that it is for is sent, which the log tells.
  const ids = await ctx.write('files.reserve', input, reserve, { unlogged: true })
  if (ids[0] === fresh[0]) {
    places.free.push(...ids)
    return
  }
  // Those that were given back or let go of, or whose photos nobody used, are there no more.
  const lies = or(isNotNull(files.subjectId), gt(files.createdAt, now - unattachedLifeMs))
  const rows = await ctx.db.orm
    .select({ id: files.id, sha256: files.sha256 })
    .from(files)
    .where(and(inArray(files.id, ids), lies))
    .orderBy(asc(files.id))
  for (const { id, sha256 } of rows)
    if (sha256 === null) places.free.push(id)
    else places.lying.push({ id, sha256 })
}

async function letGoOfPlaces(ctx: Ctx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await ctx.writeAnew('files.let_go', (write) => letGoOfFiles(ctx, write, ids))
}

/** Where a photo lies that the request brought before, else a free place. A photo that comes twice has two. */
function takePlace(places: Places, sha256: string): { id: string; liesThere: boolean } | undefined {
  const lying = places.lying.find((photo) => photo.sha256 === sha256)
  if (lying !== undefined) {
    places.lying = places.lying.filter((photo) => photo !== lying)
    return { id: lying.id, liesThere: true }
  }
  const id = places.free.shift()
  return id === undefined ? undefined : { id, liesThere: false }
}

/** Writes down what came and gives back the places that were not needed. */
async function noteStored(ctx: Ctx, { free: unused }: Places, stored: readonly StoredPhoto[]): Promise<void> {
  const { db, now } = ctx
  const notes = stored.map(({ id, contentType, size, sha256 }) =>
    db.orm
      .update(files)
      .set({ storedAt: now, bareAt: now, contentType, size, sha256 })
      .where(and(eq(files.id, id), isNull(files.storedAt))),
  )
  const returned = db.orm.delete(files).where(and(inArray(files.id, unused), isNull(files.storedAt)))
  await db.client.batch([...notes, returned].map(compile), 'write')
}
