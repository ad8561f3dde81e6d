import { complaintCategorySeed } from '../../desk/complaints/index.ts'
import type { Ctx } from '../../context.ts'

/** Something that every company begins with. `seed` may run twice and then changes nothing. */
export interface Seed {
  name: string
  seed(ctx: Ctx): Promise<void>
}

/** What a new company finds in its database, in the order in which it is written. */
export const seeds: readonly Seed[] = [complaintCategorySeed]
