export { discardTariff } from './discard-tariff.ts'
export { addPrice } from './add-price.ts'
export { agreePayer, agreePayerSchema, endAgreement, endAgreementSchema } from './agree-payer.ts'
export { assignTariff, endAssignment } from './assign-tariff.ts'
export { approveTariff, switchTariff } from './approve-tariff.ts'
export { arrearsList, countOfOverdue } from './arrears-list.ts'
export { billList } from './bill-list.ts'
export { billOne, payersToBill } from './bill-one.ts'
export { dueOf } from './due-day.ts'
export { anyOwedBy, atPlacesOf, madeOutTo } from './bills-owed.ts'
export { chargesOfPlace, chargesSchema } from './charges-of-place.ts'
export {
  collectedIn,
  collectionFigures,
  collectionOf,
  collectionFiguresSchema,
} from './collection-figures.ts'
export { exportCollection, exportCollectionSchema } from './export-collection.ts'
export { compareRun } from './compare-run.ts'
export { createTariff } from './create-tariff.ts'
export { discardBillRun } from './discard-bill-run.ts'
export { doubleChargeList } from './double-charge-list.ts'
export { draftBillRun } from './draft-bill-run.ts'
export * from './errors.ts'
export {
  addImportedTariffs,
  assignedByName,
  comingByName,
  feeItemOf,
  tariffsOnRecord,
} from './import-tariffs.ts'
export type { AssignedRoom, ImportedRoom, TariffOnRecord, TariffTerms } from './imported-tariffs.ts'
export { listPublicTariffs } from './list-public-tariffs.ts'
export { listTariffs } from './list-tariffs.ts'
export { noBillsOf, noChargesAfter } from './free-place.ts'
export { owedOfRoom, owedOfSpace } from './owed-bills.ts'
export { onePreviewSchema, previewOne } from './preview-one.ts'
export { previewScope } from './preview-scope.ts'
export { publishBillRun } from './publish-bill-run.ts'
export { targetOf, targetQuery } from './read-target.ts'
export { readRun } from './read-run.ts'
export { readTariff } from './read-tariff.ts'
export { billRunList, countOfDrafts } from './run-list.ts'
export { settleBillLine, voidBillLine } from './settle.ts'
export { singlePlaceList } from './single-place-list.ts'
export { skipList } from './skip-list.ts'
export { computeRun, stepBillRun } from './step-bill-run.ts'
export { billRuns, bills, payerAgreements, tariffPrices, tariffs } from './tables.ts'
export * from './shape.ts'
