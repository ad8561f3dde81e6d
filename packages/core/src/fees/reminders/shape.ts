export { evidenceKinds, stages, usualPolicy } from './rules.ts'
export * from './schemas.ts'
