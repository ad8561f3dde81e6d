export { announcement } from './announcement.ts'
export { startClock, tick } from './clock.ts'
export { startWorkers, type RunningWorkers } from './workers.ts'
