export {
  writeCsvTable,
  writeTables,
  type DownloadTable,
  type TableCell,
  type TableColumn,
} from './write-tables.ts'
