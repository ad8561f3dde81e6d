export * from './messages.ts'
export * from './schedule.ts'
