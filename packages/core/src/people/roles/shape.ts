export * from './schemas.ts'
export * from './scope.ts'
