export { countWork, workCountSchema, type WorkCount } from './count-work.ts'
export { beginningSchema, readBeginning, type Beginning } from './read-beginning.ts'
