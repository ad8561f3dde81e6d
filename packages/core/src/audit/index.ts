export * from './list-audit.ts'
export { sealAudit } from './seal-audit.ts'
export * from './verify-audit.ts'
