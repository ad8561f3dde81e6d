import { and, asc, eq, gt, isNotNull, isNull, or } from 'drizzle-orm'
import { sha256Hex } from '@heju/db'
import type { Ctx } from '../../context.ts'
import type { ScheduledJob } from '../outbox/index.ts'
import { barePhoto } from './bare/index.ts'
import type { PhotoType } from './photo-type.ts'
import { storageKey, unattachedLifeMs } from './rules.ts'
import type { FileStore } from './storage.ts'
import { files } from './tables.ts'

/** As many as one message goes through: each is read and written whole, one after the other. */
const mostAtOnce = 20

type Outcome = 'made_bare' | 'was_bare' | 'unreadable' | 'gone'

/**
 * Takes off what cameras wrote beside photos that were stored before that was done as they came (PIPL 6): place, time,
 * device. One photo lies in memory at a time. Dying in between is harmless: a photo that is bare comes out the same.
 *
 * The migration that brought this wakes it, and it ends when none is left.
 */
export const makePhotosBare: ScheduledJob = {
  name: 'bare_photos',
  async run(ctx, ports) {
    ctx.requireJob()
    const rows = await ctx.db.orm
      .select({ id: files.id, contentType: files.contentType })
      .from(files)
      .where(and(isNull(files.bareAt), isNotNull(files.storedAt), staysFor(ctx)))
      .orderBy(asc(files.id))
      .limit(mostAtOnce)
    if (rows.length === 0) return null
    const outcomes: Outcome[] = []
    for (const row of rows) outcomes.push(await makeBare(ctx, ports.files, row))
    const count = (outcome: Outcome) => outcomes.filter((one) => one === outcome).length
    await ctx.writeAnew('files.make_bare', (write) =>
      write.audit('files.made_bare', ctx.company.id, {
        detail: { photos: rows.length, changed: count('made_bare'), unreadable: count('unreadable') },
      }),
    )
    return ctx.now
  },
}

/** What is about to be removed since nothing refers to it is left to that: written anew, it would come back. */
function staysFor(ctx: Ctx) {
  return or(isNotNull(files.subjectId), gt(files.createdAt, ctx.now - unattachedLifeMs))
}

async function makeBare(
  ctx: Ctx,
  store: FileStore,
  { id, contentType }: { id: string; contentType: PhotoType | null },
): Promise<Outcome> {
  const key = storageKey(ctx.company.id, id)
  const found = contentType === null ? null : await store.get(key)
  if (found === null || contentType === null) return note(ctx, id, 'gone')
  const bytes = new Uint8Array(await new Response(found.body).arrayBuffer())
  const bare = barePhoto(bytes, contentType)
  // It only begins like a photo: there is nothing that could be told apart in it.
  if (bare === null) return note(ctx, id, 'unreadable')
  const changes = { size: bare.length, sha256: await sha256Hex(bare) }
  // A HEIC keeps its length, whatever is emptied in it.
  if (changes.sha256 === (await sha256Hex(bytes))) return note(ctx, id, 'was_bare', changes)
  await store.put(key, bare, { contentType })
  return note(ctx, id, 'made_bare', changes)
}

async function note(ctx: Ctx, id: string, outcome: Outcome, changes: object = {}): Promise<Outcome> {
  await ctx.db.orm
    .update(files)
    .set({ ...changes, bareAt: ctx.now })
    .where(eq(files.id, id))
  return outcome
}
