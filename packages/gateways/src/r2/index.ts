export { r2FileStore } from './file-store.ts'
export { r2BackupStore } from './backup-store.ts'
