export * from './errors.ts'
export { handProjectOver } from './hand-project-over.ts'
export * from './shape.ts'
