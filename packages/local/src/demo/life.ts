import type { Chance } from './chance.ts'
import type { EstatePlan } from './estates.ts'
import type { DemoOwner } from './owners.ts'
import type { Past } from './past.ts'
import type { StaffIds } from './staff.ts'

/** An estate under management. */
export interface Estate {
  plan: EstatePlan
  projectId: string
}

/** An owner who acts: reports, rates, answers, pays. */
export interface LivingOwner extends DemoOwner {
  estate: Estate
}

/** All that the demo company's life is told with. */
export interface Life {
  past: Past
  estates: readonly Estate[]
  staff: StaffIds
  /** Fee items of the company's own. */
  items: { waste: string }
  /** Those with an account in the portal. */
  owners: readonly LivingOwner[]
  /** Of these, who pays on the phone this month; the first is whom the demo's sign-in opens, and has not paid yet. */
  payers: readonly LivingOwner[]
  chance: Chance
  /** Where the past ends: the real present. */
  present: number
}
