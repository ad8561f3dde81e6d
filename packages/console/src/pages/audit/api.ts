import { api, call, callNamedFile } from '../../app/api.ts'

export type AuditFilter = Parameters<typeof api.audit.$get>[0]['query']
export const listAudit = (query: AuditFilter) => call(api.audit.$get({ query }))
export type Entry = Awaited<ReturnType<typeof listAudit>>['items'][number]

export const auditFile = (query: Parameters<typeof api.audit.file.$get>[0]['query']) =>
  callNamedFile(api.audit.file.$get({ query }))
export const verifyAudit = () => call(api.audit.verdict.$get())
export type Verdict = Awaited<ReturnType<typeof verifyAudit>>
