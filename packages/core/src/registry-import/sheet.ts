export {
  addressKey,
  columnName,
  isDateCell,
  type Address,
  type Cell,
  type Sheet,
} from '../spreadsheets/index.ts'
