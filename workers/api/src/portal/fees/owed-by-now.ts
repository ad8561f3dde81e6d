import type { MyOrder } from '@heju/core/fees/payments'

/** Whether its owner is at the place still, and may see how its bills stand by now. */
export function maySee({ lines }: MyOrder): boolean {
  return lines.every((line) => line.owedFen !== null)
}

/** Fen that are owed by now of all its bills; undefined for whoever may not see them. */
export function owedOf(order: MyOrder): number | undefined {
  if (!maySee(order)) return undefined
  return order.lines.reduce((sum, line) => sum + (line.owedFen ?? 0), 0)
}
