import type { RegistryDraft } from './draft.ts'
import type { Existing } from './existing.ts'
import type { PersonIndexes } from './match-people.ts'
import type { Said } from './question.ts'
import type { Problems } from './problems.ts'
import type { KnownTariffs, SecondCharge } from './tariff-port.ts'

/** Something that the registry holds otherwise than the workbook says. */
export interface Change {
  /**
   * `charge`: a room on record gets a charge, in the place of one that ends or beside what it has. `occupancy`: somebody at a place
   * gets a day that no row tells of him.
   */
  kind: 'building' | 'unit' | 'room' | 'parking' | 'person' | 'occupancy' | 'charge'
  name: string
  fields: {
    field: string
    before: string | number | boolean | null
    after: string | number | boolean | null
  }[]
}

/** What somebody said of rooms that are charged for the same already. */
export interface ChargesDecided {
  /** Those that stay as they are, and are not put under what the workbook says: `roomTariffKey`. */
  kept: ReadonlySet<string>
  /** The others, of which whatever they are under for the same ends, in use or not. */
  replaced: readonly SecondCharge[]
}

export interface PlanParts {
  draft: RegistryDraft
  existing: Existing
  indexes: ReadonlyMap<string, PersonIndexes>
  /** Keys of tariffs that the project has already, and of the rooms that they charge as told, `roomTariffKey`; and those in use. */
  known: {
    tariffs: ReadonlySet<string>
    roomTariffs: ReadonlySet<string>
    charging: KnownTariffs['charging']
  }
  charges: ChargesDecided
  said: Said
  problems: Problems
  now: number
  /** In the company's zone. */
  today: string
}
