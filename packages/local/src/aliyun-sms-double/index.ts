export type { AcceptedSms, SmsBehaviour } from './api.ts'
export { startAliyunSmsDouble } from './double.ts'
export type { AliyunSmsDouble, AliyunSmsDoubleOptions } from './double.ts'
