import {
  closeCompany,
  companyRow,
  renewToken,
  resumeCompany,
  retryCompany,
  slugNotConfirmed,
  suspendCompany,
  type SendJobs,
} from '@heju/core/platform/tenancy'
import type { PlatformCtx } from '@heju/core'
import { pageNotFound } from '../http/frame.ts'

/** What a form of the company's page brings. */
export type DeedForm = Record<'requestId' | 'reason' | 'slug', string>
/** `done`: it is so now; `sent`: the queue will see to it. */
export type DeedNote = 'done' | 'sent'
type Deed = (ctx: PlatformCtx, companyId: string, form: DeedForm, send: SendJobs) => Promise<DeedNote>

const deeds: Readonly<Record<string, Deed>> = {
  async suspend(ctx, companyId, { requestId, reason }) {
    await suspendCompany(ctx, { requestId, companyId, reason })
    return 'done'
  },
  async resume(ctx, companyId, { requestId, reason }) {
    await resumeCompany(ctx, { requestId, companyId, reason })
    return 'done'
  },
  async close(ctx, companyId, { requestId, reason, slug }) {
    const company = await companyRow(ctx, companyId)
    if (slug.trim() !== company.slug) throw slugNotConfirmed({ slug: company.slug })
    await closeCompany(ctx, { requestId, companyId, reason })
    return 'done'
  },
  async retry(ctx, companyId, _form, send) {
    await retryCompany(ctx, await companyRow(ctx, companyId), send)
    return 'sent'
  },
  async 'renew-token'(ctx, companyId, { requestId }) {
    await renewToken(ctx, { requestId, companyId })
    return 'done'
  },
}

/** Does what a form's address names. @throws `request.not_found` for a deed that there is not */
export const doDeed: (name: string, ...rest: Parameters<Deed>) => Promise<DeedNote> = (name, ...rest) => {
  const deed = Object.hasOwn(deeds, name) ? deeds[name] : undefined
  if (deed === undefined) throw pageNotFound()
  return deed(...rest)
}
