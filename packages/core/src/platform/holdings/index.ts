export { receiverOf, type Handover, type Holding } from './holding.ts'
export * from './shape.ts'
