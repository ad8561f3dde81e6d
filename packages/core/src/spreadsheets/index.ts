export { listTable, tableFile, type FileFormat, type ListColumn, type TableFile } from './table-file.ts'
export {
  writeCsvTable,
  writeTables,
  type DownloadTable,
  type TableCell,
  type TableColumn,
} from './write-tables.ts'
