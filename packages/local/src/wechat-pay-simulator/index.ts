export type { MerchantSettings } from './control.ts'

export type { Behaviour } from './model.ts'

export { startWechatPaySimulator } from './simulator.ts'
export type { WechatPaySimulator, WechatPaySimulatorOptions } from './simulator.ts'
