export { countWork, workCountSchema, type WorkCount } from './count-work.ts'
