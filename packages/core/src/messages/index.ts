export * from './channel.ts'
export { enqueueMessage, type NewMessage } from './enqueue-message.ts'
export * from './tables.ts'
