import { backUp } from '@heju/core/platform/backups'
import {
  measureCompany,
  migrateCompany,
  noteStorageFull,
  provisionCompany,
} from '@heju/core/platform/tenancy'
import { r2BackupStore, r2FileStore } from '@heju/gateways/r2'
import { migrations } from '../../../migrations/tenant/index.ts'
import { carryOutOutbox, noteReports, runScheduled } from './company-work.ts'
import type { Handlers } from './work.ts'

/** Message → verb. Every kind of message has its line. */
export const handlers = {
  provision: async ({ companyId }, { env, platform }) => {
    await provisionCompany(platform, companyId, migrations)
    // What a new company begins with may have put events in its outbox.
    await env.JOBS.send({ type: 'outbox', companyId })
  },
  migrate: async ({ companyId }, { env, platform }) => {
    const applied = await migrateCompany(platform, companyId, migrations)
    // What is to be done over the data of before lies in the outbox.
    if (applied.length > 0) await env.JOBS.send({ type: 'outbox', companyId })
  },
  measure: ({ companyId }, { platform }) => measureCompany(platform, companyId),
  storage_full: ({ companyId }, { platform }) => noteStorageFull(platform, companyId),
  backup: async (message, { env, platform }) => {
    const stores = { backups: r2BackupStore(env.BACKUPS), files: r2FileStore(env.FILES) }
    // Many files are copied by several messages, each of which takes as many as one may.
    if (await backUp(platform, message, stores)) await env.JOBS.send(message)
  },
  outbox: carryOutOutbox,
  reports: noteReports,
  scheduled: runScheduled,
} satisfies Handlers
