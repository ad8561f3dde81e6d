export { addFeeItem } from './add-fee-item.ts'
export { changeFeeItem as itemChange } from './change-fee-item.ts'
export * from './errors.ts'
export { feeItemList } from './fee-item-list.ts'
export { feeItemName, itemNameAt } from './names.ts'
export { retireFeeItem } from './retire-fee-item.ts'
export * from './shape.ts'
export { feeItems } from './tables.ts'
export {
  exclusiveOf,
  isExclusive,
  itemInUse,
  itemsInUse,
  itemTraits,
  receiptNameOf,
  requireChargeable,
  requireCharger,
  requireItemFor,
  settledAs,
  type ItemTraits,
} from './traits.ts'
