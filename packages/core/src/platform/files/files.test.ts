import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sha256Hex } from '@heju/db'
import { newId } from '@heju/kernel'
import fc from 'fast-check'
import { plansOf, slowSteps } from '@heju/db/testing'
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { auditList } from '../audit/index.ts'
import type { Ctx } from '../../context.ts'
import type { Ports } from '../outbox/index.ts'
import { anyhow, as, freshRequestId, staff, testCtx } from '../../testing.ts'
import { attachFiles } from './attach.ts'
import {
  attachedFiles,
  letGoOfPhotos,
  makePhotosBare,
  receivePhoto,
  receivePhotos,
  unattachedFiles,
  type FileStore,
} from './index.ts'
import { barePhoto } from './bare/index.ts'
import { photoTypeOf, type PhotoType } from './photo-type.ts'
import { tinyJpeg } from './testing.ts'
import { largestPhoto, mostUnattached, removedAfterMs, unattachedLifeMs } from './rules.ts'
import { files } from './tables.ts'

const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))
const box = (major: string, ...compatible: string[]) =>
  latin(`\0\0\0${String.fromCharCode(16 + 4 * compatible.length)}ftyp${major}\0\0\0\0${compatible.join('')}`)

const heads = {
  'image/jpeg': latin('\xff\xd8\xff\xe1 and so on'),
  'image/png': latin('\x89PNG\r\n\x1a\n and so on'),
  'image/webp': latin('RIFF\0\0\0\0WEBPVP8 '),
  'image/heic': box('heic', 'mif1'),
}
const jpeg = (n = 0) => tinyJpeg([n])
/** A photo as a phone makes it, with place and device; small. */
const phonePhoto = new Uint8Array(readFileSync(join(import.meta.dirname, 'bare/photos/phone.png')))

class Memory implements FileStore {
  readonly kept = new Map<string, Uint8Array>()
  /** Dies at this put, the first being 1. */
  diesAt = 0
  puts = 0

  async put(key: string, content: Parameters<FileStore['put']>[1]) {
    this.puts += 1
    this.kept.set(key, content as Uint8Array)
    if (this.puts === this.diesAt) throw new Error('the Worker died')
  }
  async get(key: string) {
    const bytes = this.kept.get(key)
    if (bytes === undefined) return null
    return { body: new Blob([Uint8Array.from(bytes)]).stream(), size: bytes.length, contentType: '' }
  }
  async delete(key: string) {
    this.kept.delete(key)
  }
}

async function* stream(...photos: Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* photos
}

async function rows(ctx: Ctx) {
  return ctx.db.orm.select().from(files).orderBy(files.id)
}

describe('photoTypeOf', () => {
  test.each(Object.entries(heads))('knows a %s by its first bytes', (type, bytes) => {
    expect(photoTypeOf(bytes)).toBe(type)
  })

  test('knows a HEIC by a compatible brand, and takes no AVIF, film or SVG for a photo', () => {
    expect(photoTypeOf(box('mif1', 'miaf', 'heic'))).toBe('image/heic')
    expect(photoTypeOf(box('avif', 'mif1', 'miaf'))).toBeNull()
    expect(photoTypeOf(box('isom', 'mp41'))).toBeNull()
    expect(photoTypeOf(latin('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBeNull()
    expect(photoTypeOf(latin('<!doctype html><script>alert(1)</script>'))).toBeNull()
    expect(photoTypeOf(latin('GIF89a'))).toBeNull()
  })

  test('does not stumble over anything shorter or odd', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 40 }),
        fc.constantFrom(...Object.values(heads)),
        (noise, head) => {
          expect(photoTypeOf(noise.subarray(0, 3))).toSatisfy(
            (type) => type === null || type === 'image/jpeg',
          )
          expect(() =>
            photoTypeOf(new Uint8Array([...head.subarray(0, noise.length), ...noise])),
          ).not.toThrow()
        },
      ),
    )
  })
})

describe('receivePhotos', () => {
  test('stores what came under the company’s own key and writes down what it is', async () => {
    const ctx = await testCtx()
    const store = new Memory()
    const ids = await receivePhotos(ctx, store, { requestId: freshRequestId() }, stream(jpeg(), phonePhoto))
    expect([...store.kept.keys()]).toEqual(ids.map((id) => `${ctx.company.id}/${id}`))
    const kept = await rows(ctx)
    expect(kept).toHaveLength(2)
    expect(kept.find(({ id }) => id === ids[0])).toMatchObject({
      contentType: 'image/jpeg',
      size: jpeg().length,
      storedAt: ctx.now,
      subjectId: null,
      uploadedBy: ctx.actor.id,
    })
  })

  test('keeps nothing that the camera wrote beside the picture, and knows the photo when it comes again', async () => {
    const ctx = await testCtx()
    const store = new Memory()
    const requestId = freshRequestId()
    const { fileId } = await receivePhoto(ctx, store, { requestId }, phonePhoto)
    const kept = store.kept.get(`${ctx.company.id}/${fileId}`) as Uint8Array
    expect(Buffer.from(phonePhoto).toString('latin1')).toMatch(/HUAWEI/)
    expect(Buffer.from(kept).toString('latin1')).not.toMatch(/HUAWEI|secret/)
    expect((await rows(ctx))[0]).toMatchObject({ size: kept.length })
    expect(await receivePhoto(ctx, store, { requestId }, phonePhoto)).toEqual({ fileId })
  })

  test('takes two round trips for nine, and none for none', async () => {
    const ctx = await testCtx()
    const before = ctx.db.trips.count
    const nine = Array.from({ length: 9 }, (_, n) => jpeg(n))
    expect(
      await receivePhotos(ctx, new Memory(), { requestId: freshRequestId() }, stream(...nine)),
    ).toHaveLength(9)
    expect(ctx.db.trips.count - before).toBe(2)
    expect(await receivePhotos(ctx, new Memory(), { requestId: freshRequestId() }, stream())).toEqual([])
    expect(ctx.db.trips.count - before).toBe(2)
  })

  test('refuses the tenth, one over ten megabytes, and what is no photo', async () => {
    const ctx = await testCtx()
    const send = (...photos: Uint8Array[]) =>
      receivePhotos(ctx, new Memory(), { requestId: freshRequestId() }, stream(...photos))
    const ten = Array.from({ length: 10 }, (_, n) => jpeg(n))
    await expect(send(...ten)).rejects.toMatchObject({ code: 'files.too_many', params: { most: 9 } })
    const large = new Uint8Array(largestPhoto + 1)
    large.set(heads['image/jpeg'])
    await expect(send(large)).rejects.toMatchObject({ code: 'files.too_large', params: { megabytes: 10 } })
    for (const bytes of [latin('%PDF-1.7'), heads['image/jpeg'], heads['image/heic']])
      await expect(send(bytes)).rejects.toMatchObject({ code: 'files.not_a_photo' })
  })

  /** A PNG that says to be so large. */
  const png = (width: number, height: number) => {
    const photo = phonePhoto.slice()
    const view = new DataView(photo.buffer)
    view.setUint32(16, width)
    view.setUint32(20, height)
    return photo
  }

  test.each([
    ['of 48 million points', 8064, 6048],
    ['of 50 million points', 8192, 6144],
    ['of one', 1, 1],
  ])('takes a photo %s', async (_, width, height) => {
    const ctx = await testCtx()
    const sent = receivePhoto(ctx, new Memory(), { requestId: freshRequestId() }, png(width, height))
    expect(await sent).toMatchObject({ fileId: expect.stringMatching(/^file_/) })
  })

  test.each([
    ['files.too_many_pixels', 12_000, 9000],
    ['files.too_many_pixels', 65_000, 65_000],
    ['files.too_many_pixels', 2 ** 31 - 1, 2 ** 31 - 1],
    ['files.too_many_pixels', 2 ** 31 - 1, 1],
    ['files.not_a_photo', 0, 0],
    ['files.not_a_photo', 0, 100],
  ])(
    'stores nothing that would take a browser gigabytes to show, nor what shows nothing: %s, %d × %d',
    async (code, width, height) => {
      const ctx = await testCtx()
      const store = new Memory()
      const sent = receivePhotos(ctx, store, { requestId: freshRequestId() }, stream(png(width, height)))
      const params = code === 'files.not_a_photo' ? {} : { width, height, millions: 52, tenThousands: 5200 }
      await expect(sent).rejects.toMatchObject({ code, params })
      expect([store.kept.size, await rows(ctx)]).toEqual([0, []])
    },
  )

  test('asks for the next photo only when the one before is stored', async () => {
    const ctx = await testCtx()
    const store = new Memory()
    const seen: number[] = []
    async function* slowly() {
      for (let n = 0; n < 3; n++) {
        seen.push(store.kept.size)
        yield jpeg(n)
      }
    }
    await receivePhotos(ctx, store, { requestId: freshRequestId() }, slowly())
    expect(seen).toEqual([0, 1, 2])
  })

  test('the same request again leaves the same files; other photos get places of their own, once', async () => {
    const ctx = await testCtx()
    const store = new Memory()
    const requestId = freshRequestId()
    const send = (...photos: Uint8Array[]) => receivePhotos(ctx, store, { requestId }, stream(...photos))
    const [first = '', second = ''] = await send(jpeg(1), jpeg(2))
    expect(await send(jpeg(1), jpeg(2))).toEqual([first, second])
    const [, third = ''] = await send(jpeg(1), jpeg(3))
    for (const [photos, ids] of [
      [[jpeg(3)], [third]],
      [
        [jpeg(3), jpeg(2), jpeg(1)],
        [third, second, first],
      ],
    ] as const)
      expect(await send(...photos)).toEqual(ids)
    expect(store.puts).toBe(3)
    const lying = [first, second, third].map((id) => store.kept.get(`${ctx.company.id}/${id}`))
    expect(lying).toEqual([jpeg(1), jpeg(2), jpeg(3)])
    // No place is left over, and a photo that is chosen twice is two.
    expect(await rows(ctx)).toHaveLength(3)
    expect(new Set(await send(jpeg(1), jpeg(1))).size).toBe(2)
  })

  test('a photo that nobody used and that was removed comes again with the same request', async () => {
    const ctx = await testCtx()
    const store = new Memory()
    const requestId = freshRequestId()
    const send = () => receivePhotos(ctx, store, { requestId }, stream(jpeg(1)))
    const [gone = ''] = await send()
    await ctx.db.orm.delete(files).where(eq(files.id, gone))
    const [again] = await send()
    expect([again === gone, await send()]).toEqual([false, [again]])
    expect(await rows(ctx)).toMatchObject([{ id: again, storedAt: ctx.now }])
  })

  test('a photo alone under the key of another is refused', async () => {
    const ctx = await testCtx()
    const requestId = freshRequestId()
    const send = (photo: Uint8Array) => receivePhoto(ctx, new Memory(), { requestId }, photo)
    await send(jpeg(1))
    await expect(send(jpeg(2))).rejects.toMatchObject({ code: 'request.reused' })
  })

  test('the same request goes on where a crash stopped it', async () => {
    const ctx = await testCtx()
    const store = new Memory()
    store.diesAt = 2
    const requestId = freshRequestId()
    const send = () => receivePhotos(ctx, store, { requestId }, stream(jpeg(1), jpeg(2)))
    await expect(send()).rejects.toThrow('the Worker died')
    expect(await send()).toHaveLength(2)
    expect((await rows(ctx)).filter(({ storedAt }) => storedAt !== null)).toHaveLength(2)
  })

  test('who sends photos and uses none is stopped', async () => {
    const ctx = await testCtx()
    for (let n = 0; n < mostUnattached; n++)
      await receivePhoto(ctx, new Memory(), { requestId: freshRequestId() }, jpeg(n))
    await expect(
      receivePhoto(ctx, new Memory(), { requestId: freshRequestId() }, jpeg()),
    ).rejects.toMatchObject({
      code: 'files.too_many_unattached',
      kind: 'rate_limited',
    })
    const colleague = as(ctx, staff('front_desk'))
    await receivePhoto(colleague, new Memory(), { requestId: freshRequestId() }, jpeg())
  })

  test('who sends one that is refused has not left the ones before it unused', async () => {
    const ctx = await testCtx()
    const bad = () => latin('MZ not a picture')
    for (let n = 0; n < mostUnattached; n += 3) {
      const send = receivePhotos(ctx, new Memory(), { requestId: freshRequestId() }, stream(jpeg(n), bad()))
      await expect(send).rejects.toMatchObject({ code: 'files.not_a_photo' })
    }
    expect(
      await receivePhotos(ctx, new Memory(), { requestId: freshRequestId() }, stream(jpeg())),
    ).toHaveLength(1)
  })

  test('a request that is sent again after one was refused, or its photos let go of, brings photos that can be used', async () => {
    const ctx = await testCtx()
    const store = new Memory()
    const input = { requestId: freshRequestId() }
    await expect(receivePhotos(ctx, store, input, stream(jpeg(1), latin('MZ')))).rejects.toThrow()
    const first = await receivePhotos(ctx, store, input, stream(jpeg(1)))
    await letGoOfPhotos(ctx, { fileIds: first })
    const again = await receivePhotos(ctx, store, input, stream(jpeg(1)))
    await ctx.write(
      'test.attach',
      { requestId: freshRequestId() },
      (write) => attachFiles(ctx, write, 'cstp_1', again),
      anyhow,
    )
    // What is attached is the same file to the same request.
    expect(
      await receivePhotos(as(ctx, ctx.actor, ctx.now + unattachedLifeMs), store, input, stream(jpeg(1))),
    ).toEqual(again)
  })

  test('only who sent a photo lets go of it, and not once it is attached', async () => {
    const ctx = await testCtx()
    const [waiting, attached] = await receivePhotos(
      ctx,
      new Memory(),
      { requestId: freshRequestId() },
      stream(jpeg(1), jpeg(2)),
    )
    await ctx.write(
      'test.attach',
      { requestId: freshRequestId() },
      (write) => attachFiles(ctx, write, 'cstp_1', [attached!]),
      anyhow,
    )
    const fileIds = [waiting!, attached!]
    const sentAt = async () => new Map((await rows(ctx)).map(({ id, createdAt }) => [id, createdAt]))
    await letGoOfPhotos(as(ctx, staff('front_desk')), { fileIds })
    expect(await sentAt()).toEqual(new Map(fileIds.map((id) => [id, ctx.now])))
    await letGoOfPhotos(ctx, { fileIds })
    expect(await sentAt()).toEqual(
      new Map([
        [waiting!, ctx.now - removedAfterMs],
        [attached!, ctx.now],
      ]),
    )
  })

  test('nothing comes in while the company is suspended, or from a job', async () => {
    const ctx = await testCtx()
    const suspended = await testCtx({ db: ctx.db, company: { ...ctx.company, state: 'suspended' } })
    const store = new Memory()
    await expect(
      receivePhoto(suspended, store, { requestId: freshRequestId() }, jpeg()),
    ).rejects.toMatchObject({
      code: 'company.suspended',
    })
    const job = as(ctx, { kind: 'job', id: 'x' })
    await expect(receivePhoto(job, store, { requestId: freshRequestId() }, jpeg())).rejects.toMatchObject({
      kind: 'forbidden',
    })
    expect(store.puts).toBe(0)
  })
})

describe('attachedFiles', () => {
  test('names what stays, in the order in which it was made bare, from where one stopped, and misses nothing', async () => {
    const ctx = await testCtx()
    const sent: string[] = []
    for (let i = 0; i < 4; i++) {
      const at = as(ctx, ctx.actor, ctx.now + i)
      sent.push((await receivePhoto(at, new Memory(), { requestId: freshRequestId() }, jpeg(i))).fileId)
    }
    // The third is never used; the last is attached at the last moment at which it may be.
    for (const [i, afterMs] of [
      [0, 0],
      [1, 0],
      [3, unattachedLifeMs - 1],
    ] as const) {
      const then = as(ctx, ctx.actor, ctx.now + afterMs)
      await then.write(
        'test.attach',
        { requestId: freshRequestId() },
        (write) => {
          attachFiles(then, write, 'something', [sent[i] ?? ''])
          return null
        },
        anyhow,
      )
    }
    const none = { id: '', bareAt: 0 }
    const at = (i: number) => ({ id: sent[i] ?? '', bareAt: ctx.now + i })
    const seenFiles = (afterMs: number, after = none, most = 10) =>
      attachedFiles(as(ctx, { kind: 'job', id: 'backup' }, ctx.now + afterMs), after, most)
    const seen = async (...asked: Parameters<typeof seenFiles>) =>
      (await seenFiles(...asked)).map(({ id }) => id)
    expect(await seenFiles(removedAfterMs + 1)).toEqual([at(0), at(1)])
    expect(await seen(removedAfterMs - 1)).toEqual([])
    expect(await seen(removedAfterMs + 1)).toEqual([sent[0], sent[1]])
    expect(await seen(removedAfterMs + 3)).toEqual([sent[0], sent[1], sent[3]])
    expect(await seen(removedAfterMs + 3, none, 1)).toEqual([sent[0]])
    expect(await seen(removedAfterMs + 3, at(1))).toEqual([sent[3]])

    // With what a camera wrote beside it, it leaves the store for nowhere; made bare at last, it comes after the others.
    const bareAgain = (bareAt: number | null) =>
      ctx.db.orm
        .update(files)
        .set({ bareAt })
        .where(eq(files.id, sent[0] ?? ''))
    await bareAgain(null)
    expect(await seen(removedAfterMs + 3)).toEqual([sent[1], sent[3]])
    await bareAgain(ctx.now + 100)
    expect(await seen(removedAfterMs + 100, at(3))).toEqual([sent[0]])
    const plan = await plansOf(ctx.db, () => seen(0, at(1)))
    expect(slowSteps(plan, { sorted: true })).toEqual([])
  })
})

describe('a file without bytes', () => {
  test('is said to be empty, not to be no photo, and takes no place', async () => {
    const ctx = await testCtx()
    const store = new Memory()
    const sent = receivePhoto(ctx, store, { requestId: freshRequestId() }, new Uint8Array())
    await expect(sent).rejects.toMatchObject({ code: 'files.empty' })
    expect(await rows(ctx)).toEqual([])
  })
})

describe('makePhotosBare', () => {
  const bare = barePhoto(phonePhoto, 'image/png')!

  /** Photos as they were stored before marks were taken off as they came, in use. */
  async function earlier(
    count: number,
    bytes: Uint8Array = phonePhoto,
    contentType: PhotoType = 'image/png',
  ) {
    const ctx = await testCtx()
    const store = new Memory()
    const ids = Array.from({ length: count }, () => newId('file', ctx.now)).toSorted()
    const stored = {
      uploadedBy: 'stf_1',
      createdAt: 1,
      storedAt: 1,
      contentType,
      subjectId: 'x',
    } as const
    await ctx.db.orm
      .insert(files)
      .values(ids.map((id) => ({ id, ...stored, size: bytes.length, sha256: 'as it came' })))
    for (const id of ids) store.kept.set(`${ctx.company.id}/${id}`, bytes)
    return { ctx, store, ids }
  }
  const run = (ctx: Ctx, store: FileStore) =>
    makePhotosBare.run(as(ctx, { kind: 'job', id: 'bare_photos' }), { files: store } as unknown as Ports, 0)

  test('takes place and device off photos of earlier days, in portions, until none is left', async () => {
    const { ctx, store } = await earlier(21)
    expect(bare.length).toBeLessThan(phonePhoto.length)
    expect(await run(ctx, store)).toBe(ctx.now)
    expect(store.puts).toBe(20)
    expect(await run(ctx, store)).toBe(ctx.now)
    expect(await run(ctx, store)).toBeNull()
    for (const bytes of store.kept.values()) expect(Buffer.from(bytes).equals(bare)).toBe(true)
    const sha256 = await sha256Hex(bare)
    for (const row of await rows(ctx))
      expect(row).toMatchObject({ size: bare.length, sha256, bareAt: ctx.now })
    expect(
      (await auditList.page(ctx, { action: 'files.made_bare' })).items.map(({ detail }) => detail),
    ).toEqual([
      { photos: 1, changed: 1, unreadable: 0 },
      { photos: 20, changed: 20, unreadable: 0 },
    ])
  })

  test('takes them off a HEIC too, which is as long as before', async () => {
    const heic = new Uint8Array(readFileSync(join(import.meta.dirname, 'bare/photos/phone.heic')))
    const { ctx, store } = await earlier(1, heic, 'image/heic')
    await run(ctx, store)
    const [stored] = store.kept.values()
    expect(Buffer.from(stored!).toString('latin1')).not.toMatch(/HUAWEI|secret/)
    expect(await rows(ctx)).toMatchObject([{ size: heic.length, sha256: await sha256Hex(stored!) }])
  })

  test('dying after a photo was written and before that is noted harms nothing', async () => {
    const { ctx, store, ids } = await earlier(1)
    store.diesAt = 1
    await expect(run(ctx, store)).rejects.toThrow('the Worker died')
    expect(await rows(ctx)).toMatchObject([{ bareAt: null }])
    await run(ctx, store)
    expect(await rows(ctx)).toMatchObject([{ id: ids[0], bareAt: ctx.now, size: bare.length }])
    expect(store.puts).toBe(1)
  })

  test('leaves alone what is bare already, what it cannot read, and what was sent since', async () => {
    const { ctx, store } = await earlier(1, bare)
    await run(ctx, store)
    const odd = await earlier(1, Uint8Array.from(heads['image/png']))
    await run(odd.ctx, odd.store)
    expect([store.puts, odd.store.puts]).toEqual([0, 0])
    expect(await rows(odd.ctx)).toMatchObject([{ bareAt: odd.ctx.now, sha256: 'as it came' }])
    await receivePhoto(ctx, store, { requestId: freshRequestId() }, jpeg())
    expect(await run(ctx, store)).toBeNull()
  })

  test('brings nothing back that is about to be removed', async () => {
    const { ctx, store } = await earlier(1)
    await ctx.db.orm.update(files).set({ subjectId: null })
    expect(await run(ctx, store)).toBeNull()
    expect(store.puts).toBe(0)
  })
})

describe('unattachedFiles', () => {
  const clean = (ctx: Ctx, store: FileStore, afterMs: number) => {
    const then = as(ctx, { kind: 'job', id: 'scheduled' }, ctx.now + afterMs)
    return unattachedFiles.run(then, { files: store } as unknown as Ports, then.now)
  }

  test('removes what nothing refers to a day later, with its bytes, and leaves what is in use', async () => {
    const ctx = await testCtx()
    const store = new Memory()
    const used = await receivePhoto(ctx, store, { requestId: freshRequestId() }, jpeg(1))
    await receivePhoto(ctx, store, { requestId: freshRequestId() }, jpeg(2))
    await ctx.write(
      'test.attach',
      { requestId: freshRequestId() },
      (write) => {
        attachFiles(ctx, write, 'something', [used.fileId])
        return null
      },
      anyhow,
    )
    expect(await clean(ctx, store, unattachedLifeMs)).toBe(ctx.now + removedAfterMs)
    expect(await rows(ctx)).toHaveLength(2)
    expect(await clean(ctx, store, removedAfterMs)).toBeNull()
    expect((await rows(ctx)).map(({ id }) => id)).toEqual([used.fileId])
    expect([...store.kept.keys()]).toEqual([`${ctx.company.id}/${used.fileId}`])
  })

  test('finds the bytes that a Worker left behind when it died', async () => {
    const ctx = await testCtx()
    const store = new Memory()
    store.diesAt = 2
    const sent = receivePhotos(ctx, store, { requestId: freshRequestId() }, stream(jpeg(1), jpeg(2), jpeg(3)))
    await expect(sent).rejects.toThrow('the Worker died')
    expect(store.kept.size).toBe(2)
    await clean(ctx, store, removedAfterMs)
    expect(store.kept.size).toBe(0)
    expect(await rows(ctx)).toEqual([])
  })

  test('a photo is not attached any more when it may be gone at any moment', async () => {
    const ctx = await testCtx()
    const { fileId } = await receivePhoto(ctx, new Memory(), { requestId: freshRequestId() }, jpeg())
    const late = as(ctx, ctx.actor, ctx.now + unattachedLifeMs)
    const attached = late.write(
      'test.attach',
      { requestId: freshRequestId() },
      (write) => {
        attachFiles(late, write, 'something', [fileId])
        return null
      },
      anyhow,
    )
    await expect(attached).rejects.toMatchObject({ code: 'files.not_yours' })
  })
})
