export { staffStates } from './rules.ts'
export * from './schemas.ts'
