import { tooManyEntries } from './errors.ts'

/**
 * What one import may hold beside the rows that `readLimits` bounds: one cell may name many. Measured in a heap of 96 MB, as
 * `docs/operate.md` says: 20,000 rooms with an owner and a price each, or 10,000 with two people each, get through; 10,000
 * with three people, or 20,000 with an owner and something to look at each, do not.
 */
export const importLimits = {
  /** People, numbers of people, parking spaces or fee items of one cell. */
  inCell: 20,
  /** People, spaces, who is what at which place and what is wrong or worth a note count 2, fee items of rooms 1. */
  weight: 100_000,
} as const

/** Counts what a workbook says while it is read, so that reading ends where it is too much. */
export class ImportBudget {
  #weight = 0

  /** @throws `registry_import.too_many_entries` */
  take(sheet: string, row: number | null, weight = 2): void {
    this.#weight += weight
    if (this.#weight > importLimits.weight) throw tooManyEntries({ sheet, row: row ?? 1 })
  }
}
