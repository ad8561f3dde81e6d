export type { Company } from './company.ts'
export * from './context.ts'
export * from './input.ts'
export * from './vault.ts'
