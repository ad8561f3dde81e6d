export { startTursoDouble } from './double.ts'
export type { TursoDouble } from './double.ts'
