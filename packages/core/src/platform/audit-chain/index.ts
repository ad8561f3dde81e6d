export { sealAudit, sealJob } from './seal-audit.ts'
export * from './verify-audit.ts'
