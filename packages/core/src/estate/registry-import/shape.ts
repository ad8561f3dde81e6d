export * from './import-rules.ts'
export * from './schemas.ts'
