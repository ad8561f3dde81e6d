export { countWork, workCountSchema } from './count-work.ts'
export { beginningSchema, readBeginning } from './read-beginning.ts'
