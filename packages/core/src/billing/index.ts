export * from './errors.ts'
export {
  addImportedTariffs,
  tariffsByName,
  type ImportedAssignment,
  type ImportedTariff,
} from './import-tariffs.ts'
export * from './rules.ts'
export { settleBillLine } from './settle.ts'
export {
  billRuns,
  bills,
  billRunSkips,
  payerAgreements,
  tariffAssignments,
  tariffPrices,
  tariffs,
} from './tables.ts'
