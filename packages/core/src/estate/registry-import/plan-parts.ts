import type { RegistryDraft } from './draft.ts'
import type { Existing } from './existing.ts'
import type { PersonIndexes } from './match-people.ts'
import type { LeftPlace } from './left-out-places.ts'
import type { Problems } from './problems.ts'

/** Something that the registry holds otherwise than the workbook says. */
export interface Change {
  kind: 'building' | 'unit' | 'room' | 'parking' | 'person'
  name: string
  fields: {
    field: string
    before: string | number | boolean | null
    after: string | number | boolean | null
  }[]
}

export interface PlanParts {
  draft: RegistryDraft
  existing: Existing
  indexes: ReadonlyMap<string, PersonIndexes>
  /** Keys of tariffs that the project has already, and of the rooms they are assigned to: `roomTariffKey`. */
  known: { tariffs: ReadonlySet<string>; roomTariffs: ReadonlySet<string> }
  /** Places, as `kind|key`, whose people a person leaves out where they are shown. */
  leaves: ReadonlySet<string>
  /** Those that were left out before: they are shown whoever pays there. */
  leftBefore: readonly LeftPlace[]
  problems: Problems
  now: number
  /** In the company's zone. */
  today: string
}
