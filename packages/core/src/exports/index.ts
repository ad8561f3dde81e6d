export { fileEntries, listFile } from './list-file.ts'
