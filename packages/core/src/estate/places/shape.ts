export * from './place-ref.ts'
export * from './rules.ts'
export * from './schemas.ts'
