import type { Write } from '@heju/db'
import type { OthersDecision } from '../billing/index.ts'
import type { Ctx } from '../context.ts'
import type { RoomTariffDraft, TariffDraft } from './draft.ts'

/** What a workbook's fee items become: the billing of the product, as an import needs it. */
export interface TariffPort {
  /** Which of the draft's tariffs and assignments the project has already, by their keys. */
  known(ctx: Ctx, projectId: string, draft: TariffImport): Promise<KnownTariffs>
  /** Adds tariffs and assignments as part of a write, once: what is there already stays as it is. */
  add(ctx: Ctx, write: Write, projectId: string, draft: TariffsToAdd): void
}

export type TariffsToAdd = TariffImport & {
  names: TariffNames
  /** What becomes of other charges for the same, by `TariffDraft.key`. */
  others?: Readonly<Record<string, OthersDecision>>
}

export interface TariffImport {
  tariffs: readonly TariffDraft[]
  roomTariffs: readonly RoomTariffDraft[]
}

/** Names of all tariffs of the workbook by their keys: rooms may be assigned to tariffs that are not new. */
export type TariffNames = Readonly<Record<string, string>>

export interface KnownTariffs {
  /** `TariffDraft.key` */
  tariffs: ReadonlySet<string>
  /** `roomTariffKey` */
  roomTariffs: ReadonlySet<string>
  /** Rooms that would be charged twice for the same, with the name of the other tariff. */
  charges: readonly { roomKey: string; tariffKey: string; other: string }[]
}
