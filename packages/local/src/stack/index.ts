export * from './keys.ts'
export * from './stack.ts'
