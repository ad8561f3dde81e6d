export * from './figure-schemas.ts'
export * from './methodology.ts'
export * from './rules.ts'
export * from './schemas.ts'
