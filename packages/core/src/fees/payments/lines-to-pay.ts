import { billNotFound, billPaid, billsOfSeveralProjects, billWithdrawn, overpaid } from './errors.ts'
import { owedFen, type BillToPay } from './queries.ts'

/** What of a payment goes to which bill. */
export interface LineToPay {
  bill: BillToPay
  amountFen: number
}

/**
 * The bills with the money that each is to get, if they can take it.
 * @param requireIn refuses who may not do this in a project; asked before anything is said about its bills
 * @throws `payments.bill_not_found`, `payments.several_projects`, `payments.bill_withdrawn`, `payments.bill_paid`,
 *   `payments.overpaid`
 */
export function linesToPay(
  found: readonly BillToPay[],
  wanted: readonly { billId: string; amountFen: number }[],
  requireIn: (projectId: string) => void,
): LineToPay[] {
  if (found.length < wanted.length) throw billNotFound()
  for (const { projectId } of found) requireIn(projectId)
  if (new Set(found.map((bill) => bill.projectId)).size > 1) throw billsOfSeveralProjects()
  if (found.some((bill) => bill.state === 'void')) throw billWithdrawn()
  if (found.some((bill) => owedFen(bill) === 0)) throw billPaid()
  const amounts = new Map(wanted.map((line) => [line.billId, line.amountFen]))
  const lines = found.map((bill) => ({ bill, amountFen: amounts.get(bill.billId) ?? 0 }))
  if (lines.some(({ bill, amountFen }) => amountFen > owedFen(bill))) throw overpaid()
  return lines
}
