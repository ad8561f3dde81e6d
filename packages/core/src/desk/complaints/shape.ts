export * from './count-sums.ts'
export * from './list-schemas.ts'
export * from './rules.ts'
export * from './schemas.ts'
