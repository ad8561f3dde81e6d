export * from './list-schemas.ts'
export * from './rules.ts'
export * from './schemas.ts'
