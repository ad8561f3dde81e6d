export * from './access-tokens.ts'
export * from './errors.ts'
export * from './passwords.ts'
