export { isCreditCode } from './credit-code.ts'
export * from './rules.ts'
export * from './schemas.ts'
