export { archiveDouble, archiveDoubleSchema, type ArchiveDouble } from './archive-double.ts'
