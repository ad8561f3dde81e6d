export * from './dead-jobs.ts'
export * from './messages.ts'
export { eventHandlers, scheduledJobs } from './registry.ts'
export * from './schedule.ts'
