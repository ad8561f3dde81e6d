export * from './dead-letters.ts'
export { drainOutbox, mostAttempts } from './drain-outbox.ts'
export * from './event.ts'
export type { Ports } from './ports.ts'
