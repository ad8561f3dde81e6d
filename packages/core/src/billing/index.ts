export { approveTariff, switchTariff } from './approve-tariff.ts'
export * from './bill-schemas.ts'
export {
  collectedIn,
  collectionFigures,
  collectionFiguresSchema,
  type CollectionFiguresQuery,
} from './collection-figures.ts'
export { createTariff } from './create-tariff.ts'
export { discardBillRun } from './discard-bill-run.ts'
export { draftBillRun } from './draft-bill-run.ts'
export * from './errors.ts'
export {
  addImportedTariffs,
  tariffsByName,
  type ImportedAssignment,
  type ImportedTariff,
} from './import-tariffs.ts'
export { listBills, owedOfRoom } from './list-bills.ts'
export { listRuns, listSkips, readRun } from './list-runs.ts'
export { listTariffs } from './list-tariffs.ts'
export { publishBillRun } from './publish-bill-run.ts'
export * from './rules.ts'
export * from './schemas.ts'
export { settleBillLine } from './settle.ts'
export { computeRun, stepBillRun } from './step-bill-run.ts'
export {
  billRuns,
  bills,
  billRunSkips,
  payerAgreements,
  tariffAssignments,
  tariffPrices,
  tariffs,
} from './tables.ts'
export * from './tariff-schemas.ts'
export { voidBill } from './void-bill.ts'
