export * from './clock.ts'
export * from './define-procedure.ts'
