export { auditList } from './audit-list.ts'
export * from './schemas.ts'
