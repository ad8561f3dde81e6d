export * from './port.ts'
export * from './refusal.ts'
export * from './sqld.ts'
export * from './turso.ts'
