import type { Source } from './draft.ts'
import { tooManyNamed } from './errors.ts'

/**
 * What one import may name beside the rows that `readLimits` bounds: one cell may name many. Measured in a heap of 96 MB, as
 * `docs/operate.md` says: 20,000 rooms with an owner each, or 10,000 with two people each, get through; 10,000 with three, or
 * 15,000 with two, do not.
 */
export const importLimits = {
  /** People, numbers of people, parking spaces or fee items of one cell. */
  inCell: 20,
  /** People, spaces, and who is what at which place. */
  named: 40_000,
  /** Fee items of rooms. */
  roomTariffs: 40_000,
  /** What is wrong or worth a note. */
  problems: 60_000,
} as const

/** Counts what a workbook names while it is read, so that reading ends where it is too much. */
export class NamedBudget {
  #named = 0

  /** @throws `registry_import.too_many_named` */
  take({ sheet, row }: Source): void {
    this.#named += 1
    if (this.#named > importLimits.named) throw tooManyNamed({ most: importLimits.named, sheet, row })
  }
}
