export { listFile } from './list-file.ts'
export * from './shape.ts'
