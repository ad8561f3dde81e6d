import type { Write } from '@heju/db'
import type { Ctx } from '../context.ts'
import type { RoomTariffDraft, TariffDraft } from './draft.ts'

/** What a workbook's fee items become: the billing of the product, as an import needs it. */
export interface TariffPort {
  /** Which of the draft's tariffs and assignments the project has already, by their keys. */
  known(ctx: Ctx, projectId: string, draft: TariffImport): Promise<KnownTariffs>
  /** Adds tariffs and assignments as part of a write, once: what is there already stays as it is. */
  add(ctx: Ctx, write: Write, projectId: string, draft: TariffImport & { names: TariffNames }): void
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
}
