export { discardTariff } from './discard-tariff.ts'
export { addPrice } from './add-price.ts'
export { agreePayer, agreePayerSchema, endAgreement, endAgreementSchema } from './agree-payer.ts'
export { assignTariff, endAssignment } from './assign-tariff.ts'
export { approveTariff, switchTariff } from './approve-tariff.ts'
export { billOne, dueOf, payersToBill } from './bill-one.ts'
export { anyOwedBy, atPlacesOf, madeOutTo } from './bills-owed.ts'
export { chargesOfPlace, chargesSchema } from './charges-of-place.ts'
export {
  collectedIn,
  collectionFigures,
  collectionOf,
  collectionFiguresSchema,
} from './collection-figures.ts'
export { compareRun } from './compare-run.ts'
export { createTariff } from './create-tariff.ts'
export { discardBillRun } from './discard-bill-run.ts'
export { draftBillRun } from './draft-bill-run.ts'
export * from './errors.ts'
export { exportArrears, exportArrearsSchema } from './export-arrears.ts'
export { exportBills } from './export-bills.ts'
export {
  addImportedTariffs,
  assignedByName,
  comingByName,
  feeItemOf,
  tariffsOnRecord,
} from './import-tariffs.ts'
export type { AssignedRoom, ImportedRoom, TariffOnRecord, TariffTerms } from './imported-tariffs.ts'
export {
  arrearsSchema,
  arrearsTotalSchema,
  countOfOverdue,
  listArrears,
  listArrearsSchema,
} from './list-arrears.ts'
export { listBills, owedOfRoom, owedOfSpace } from './list-bills.ts'
export { countOfDrafts, listRuns, listSkips, readRun } from './list-runs.ts'
export { listPublicTariffs } from './list-public-tariffs.ts'
export { listSinglePlaces } from './list-single-places.ts'
export { listTariffs } from './list-tariffs.ts'
export { listDoubleCharges } from './double-charges.ts'
export { noBillsOf, noChargesAfter } from './free-place.ts'
export { onePreviewSchema, previewOne } from './preview-one.ts'
export { previewScope } from './preview-scope.ts'
export { publishBillRun } from './publish-bill-run.ts'
export { targetOf, targetQuery } from './read-target.ts'
export { readTariff } from './read-tariff.ts'
export { settleBillLine, voidBillLine } from './settle.ts'
export { computeRun, stepBillRun } from './step-bill-run.ts'
export { billRuns, bills, payerAgreements, tariffPrices, tariffs } from './tables.ts'
export * from './shape.ts'
