import { openDump, placeOf, type CompanyRow, type DatabaseEndpoint } from '@heju/db'
import { backups, platformSubject } from '@heju/db/platform-tables'
import { eq } from 'drizzle-orm'
import { failureOf } from '../../failure.ts'
import { attachedFiles, storageKey, type FileStore } from '../files/index.ts'
import type { PlatformCtx } from '../../platform-context.ts'
import { companyRow } from '../tenancy/index.ts'
import { backupsToDelete, databaseName, databasesPrefix, fileName } from './rules.ts'
import type { BackupStore } from './storage.ts'

/** A Worker may make a thousand calls to the store in one go, and each file takes two. */
const mostFiles = 200

export interface BackupStores {
  backups: BackupStore
  files: FileStore
}

/**
 * Backs up what a company has, or the platform's own database: its SQL of one moment, compressed, under the day's name;
 * then the files that were not copied yet as they are, once they are bare; then drops what is no longer kept. What is done
 * for that day already is not done again. A database at Turso is restored from Turso's own history and needs no dump.
 * @param on the day; names the backup
 * @returns whether files are left for another message
 * @throws `tenancy.company_unknown`, and whatever stopped it, after its code was written down for the operator
 */
export async function backUp(
  ctx: PlatformCtx,
  { companyId: subject, on }: { companyId: string; on: string },
  stores: BackupStores,
): Promise<boolean> {
  ctx.requireJob()
  try {
    const more = await backUpSubject(ctx, subject, on, stores)
    await note(ctx, subject, { failure: null, failedAt: null })
    return more
  } catch (error) {
    await noteFailure(ctx, subject, error)
    throw error
  }
}

async function backUpSubject(
  ctx: PlatformCtx,
  subject: string,
  on: string,
  stores: BackupStores,
): Promise<boolean> {
  if (subject === platformSubject) {
    await dumpOnce(ctx, subject, on, await ctx.deployment.platformEndpoint(), stores.backups)
    return false
  }
  const company = await companyRow(ctx, subject)
  if (company.state !== 'active' && company.state !== 'suspended') return false
  const endpoint = await ctx.deployment.provisioner.endpoint(placeOf(company))
  await dumpOnce(ctx, subject, on, endpoint, stores.backups)
  return copyFiles(ctx, company, stores)
}

async function dumpOnce(
  ctx: PlatformCtx,
  subject: string,
  on: string,
  endpoint: DatabaseEndpoint,
  store: BackupStore,
): Promise<void> {
  if (ctx.deployment.provisioner.kind === 'turso') return
  const [known] = await ctx.db.orm.select().from(backups).where(eq(backups.subject, subject))
  if ((known?.doneOn ?? '') >= on) return
  const name = databaseName(subject, on)
  const dump = await openDump(endpoint)
  const sizeBytes = await store.put(name, compressed(dump))
  await store.delete(backupsToDelete(await store.list(databasesPrefix(subject)), on))
  await note(ctx, subject, { doneOn: on, doneAt: ctx.now, name, sizeBytes })
}

/** The two ends of the stream name the same bytes by different types. */
function compressed(dump: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  const gzip: unknown = new CompressionStream('gzip')
  return dump.pipeThrough(gzip as ReadableWritablePair<Uint8Array, Uint8Array>)
}

/** @returns whether there are more of them */
async function copyFiles(ctx: PlatformCtx, company: CompanyRow, stores: BackupStores): Promise<boolean> {
  const [known] = await ctx.db.orm.select().from(backups).where(eq(backups.subject, company.id))
  const within = await ctx.within(company)
  const after = { id: known?.bareThroughId ?? '', bareAt: known?.bareThroughAt ?? 0 }
  const bare = await attachedFiles(within, after, mostFiles)
  const last = bare.at(-1)
  if (last === undefined) return false
  for (const { id } of bare) {
    const key = storageKey(company.id, id)
    const file = await stores.files.get(key)
    // Gone from the store although a row names it: there is nothing to save, and the others are not to wait for it.
    if (file !== null) await stores.backups.copy(fileName(key), file)
  }
  await note(ctx, company.id, { bareThroughAt: last.bareAt, bareThroughId: last.id })
  return bare.length === mostFiles
}

type Noted = Partial<typeof backups.$inferInsert>

async function note(ctx: PlatformCtx, subject: string, noted: Noted): Promise<void> {
  await ctx.db.orm
    .insert(backups)
    .values({ subject, ...noted })
    .onConflictDoUpdate({ target: backups.subject, set: noted })
}

async function noteFailure(ctx: PlatformCtx, subject: string, error: unknown): Promise<void> {
  const failure = failureOf(error).code
  // The register itself may be what does not answer; the error that matters is the first one.
  await note(ctx, subject, { failure, failedAt: ctx.now }).catch(() => undefined)
}
