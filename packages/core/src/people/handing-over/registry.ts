import { answeredComplaints, handledComplaints, promisedNews } from '../../desk/complaints/index.ts'
import { areasOfStaff } from '../../estate/areas/index.ts'
import type { Holding, HoldingKind } from '../../platform/holdings/index.ts'
import { tasksOfOne } from '../../platform/tasks/index.ts'
import { invitationsSent } from '../identity/index.ts'

/** All that a colleague may hold, in the order in which it is shown and handed over. */
export const holdings: readonly Holding[] = [
  handledComplaints,
  answeredComplaints,
  promisedNews,
  tasksOfOne,
  invitationsSent,
  ...areasOfStaff,
]

export function holdingOf(kind: HoldingKind): Holding {
  const holding = holdings.find((each) => each.kind === kind)
  if (holding === undefined) throw new Error(`nothing is declared of ${kind}`)
  return holding
}
