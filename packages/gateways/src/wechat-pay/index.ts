export type { WechatPayOptions } from './client.ts'
export { wechatPay } from './provider.ts'
