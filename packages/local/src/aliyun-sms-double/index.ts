export type { SmsBehaviour } from './api.ts'
export { startAliyunSmsDouble } from './double.ts'
export type { AliyunSmsDouble } from './double.ts'
