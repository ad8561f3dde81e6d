export { cancelPayment } from './cancel-payment.ts'
export { closeOvertaken } from './close-overtaken.ts'
export { continuePayment } from './continue-payment.ts'
export { daySheet } from './day-sheet.ts'
export * from './errors.ts'
export { exceptionList } from './exception-list.ts'
export { askOnce, followPayment, readPayment } from './follow-payment.ts'
export { giveUpOrder } from './give-up-order.ts'
export { listMerchants } from './list-merchants.ts'
export { listReceipts } from './list-receipts.ts'

export {
  listMyBills,
  myOpenBills,
  owedByOwner,
  readMyBill,
  type MyBill,
  type MyBillPage,
} from './my-bills.ts'
export { readMyHistory, type MyHistory } from './my-history.ts'
export { ordersUnderWay, readMyOrder, type MyOrder, type OrderOutcome } from './my-orders.ts'
export { nothingReceivedFor } from './receipt.ts'
export { openPayment } from './open-payment.ts'
export type { PayerAddress } from './opening.ts'
export { paymentList } from './payment-list.ts'
export { printReceipt } from './print-receipt.ts'
export { proveMerchant } from './prove-merchant.ts'
export * from './provider.ts'
export { readException } from './read-exception.ts'
export { readReceipt } from './read-receipt.ts'
export { receiveNotice } from './receive-notice.ts'
export { recordPayment } from './record-payment.ts'
export { resolveException } from './resolve-exception.ts'
export { retireMerchant } from './retire-merchant.ts'
export { reversePayment } from './reverse-payment.ts'
export { saveMerchant } from './save-merchant.ts'

export { voidBill } from './void-bill.ts'
export { watchOrder } from './watch-order.ts'
export * from './shape.ts'
export { merchants, paymentLines, paymentOrderLines, paymentOrders, payments, receipts } from './tables.ts'
