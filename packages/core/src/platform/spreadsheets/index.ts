export { fileTooLarge } from './errors.ts'
export { readLimits } from './limits.ts'
export { readTables } from './read-tables.ts'
export { addressKey, columnName, dateText, isDateCell, type Cell, type Sheet } from './sheet.ts'
export {
  daysHeld,
  listTable,
  tableFile,
  tableOfPages,
  type FileFormat,
  type ListColumn,
  type ListColumns,
  type TableFile,
} from './table-file.ts'
export { writeTables, type DownloadTable, type TableCell, type TableColumn } from './write-tables.ts'
