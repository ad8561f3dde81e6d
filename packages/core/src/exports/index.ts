export { exportTooLong } from './errors.ts'
export { fileEntries, listFile } from './list-file.ts'
