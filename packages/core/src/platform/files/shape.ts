export { largestPhoto, mostPhotosAtOnce, storageKey } from './rules.ts'
export * from './schemas.ts'
