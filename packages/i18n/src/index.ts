export * from './errors/index.ts'
export * from './locale.ts'
export * from './translate.ts'
export * from './texts/messages.ts'
