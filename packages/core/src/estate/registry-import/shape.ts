export * from './import-rules.ts'
export * from './schemas.ts'
export { changesNothing, whyNothing } from './why-nothing.ts'
export { replacesCharges } from './replaces-charges.ts'
