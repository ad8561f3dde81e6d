export * from './channel.ts'
export { enqueueMessage, type NewMessage } from './enqueue-message.ts'
export { enqueueMessages } from './enqueue-messages.ts'
export * from './errors.ts'
export { countOfDead, failuresFilterSchema, listFailures, messageFailureSchema } from './dead-messages.ts'
export { messageList } from './message-list.ts'
export { resendMessage, resendMessageSchema } from './resend-message.ts'
export { resendFailed, resendFailedSchema, resentSchema } from './resend-failed.ts'
export { readOutId } from './out-id.ts'
export {
  noteReports,
  recordReports,
  reportsArrived,
  takeReports,
  type MessageReport,
} from './record-reports.ts'
export { sendMessage } from './send-message.ts'
export * from './tables.ts'
