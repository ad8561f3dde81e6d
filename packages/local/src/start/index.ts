export { announcement } from './announcement.ts'
export { tick } from './clock.ts'
export { startWorkers } from './workers.ts'
