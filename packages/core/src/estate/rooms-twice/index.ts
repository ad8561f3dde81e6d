export { archiveDouble, archiveDoubleSchema } from './archive-double.ts'
