import { measureCompany, migrateCompany, provisionCompany } from '@heju/core/tenancy'
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
  migrate: async ({ companyId }, { platform }) =>
    void (await migrateCompany(platform, companyId, migrations)),
  measure: ({ companyId }, { platform }) => measureCompany(platform, companyId),
  outbox: carryOutOutbox,
  reports: noteReports,
  scheduled: runScheduled,
} satisfies Handlers
