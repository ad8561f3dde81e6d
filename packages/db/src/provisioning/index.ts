export * from './port.ts'
export * from './sqld.ts'
