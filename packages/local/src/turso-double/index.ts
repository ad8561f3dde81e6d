export type { BackingServer } from './backing-server.ts'
export { startTursoDouble } from './double.ts'
export type { TursoBehaviour, TursoDouble, TursoDoubleOptions } from './double.ts'
