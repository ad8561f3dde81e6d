export { r2FileStore } from './file-store.ts'
