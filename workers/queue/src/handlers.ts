import type { PlatformCtx } from '@heju/core'
import type { JobMessage } from '@heju/core/jobs'
import { measureCompany, migrateCompany, provisionCompany } from '@heju/core/tenancy'
import { migrations } from '../../../migrations/tenant/index.ts'
import { carryOutOutbox, runScheduled } from './company-work.ts'
import type { Env } from './env.ts'

export type MessageOf<T extends JobMessage['type']> = Extract<JobMessage, { type: T }>

/** What is at hand while a message is handled: one context for one message, acting as a job. */
export interface Work {
  env: Env
  platform: PlatformCtx
}

/** Handles one kind of message. It may come again at any time, also while it is being handled: repeating must be safe. */
export type Handler<T extends JobMessage['type']> = (message: MessageOf<T>, work: Work) => Promise<void>
export type Handlers = { readonly [T in JobMessage['type']]: Handler<T> }

/** Message → verb. Every kind of message has its line. */
export const handlers = {
  provision: async ({ companyId }, { env, platform }) => {
    await provisionCompany(platform, companyId, migrations)
    // What a new company begins with may have put events in its outbox.
    await env.JOBS.send({ type: 'outbox', companyId })
  },
  migrate: async ({ companyId }, { platform }) =>
    void (await migrateCompany(platform, companyId, migrations)),
  measure: ({ companyId }, { platform }) => measureCompany(platform, companyId),
  outbox: carryOutOutbox,
  scheduled: runScheduled,
} satisfies Handlers
