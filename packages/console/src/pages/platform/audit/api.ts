import { api, call } from '../../../app/api.ts'

export type AuditFilter = Parameters<typeof api.audit.$get>[0]['query']
export const listAudit = (query: AuditFilter) => call(api.audit.$get({ query }))
export type Entry = Awaited<ReturnType<typeof listAudit>>['items'][number]

export const verifyAudit = () => call(api.audit.verdict.$get())
export type Verdict = Awaited<ReturnType<typeof verifyAudit>>
