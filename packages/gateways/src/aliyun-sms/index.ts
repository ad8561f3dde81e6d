export { aliyunSms } from './channel.ts'
export type { AliyunSmsOptions, AliyunSmsSettings } from './channel.ts'
