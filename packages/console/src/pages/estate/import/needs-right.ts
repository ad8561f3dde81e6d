import { permissionTexts } from '@heju/core/permissions/texts'
import { importing as texts } from './texts.ts'
import { useTexts } from '../../../app/language.tsx'
import { useMayIn } from '../../../app/session.tsx'
import type { Import } from './api.ts'

/**
 * The names of the rights that whoever lets an import go on has to hold, where it takes them as it stands now and they are not
 * held, and what it is needed for: empty of one that stopped for rooms that came on record after its preview.
 */
export function useNeedsRight(job: Import): { permission: string; charges: string } | null {
  const { mayCharge, charges } = job
  const t = useTexts(texts)
  const permission = useRights()
  if (mayCharge) return null
  const named = charges.map(({ tariff, rooms }) => t('confirm.charge', { tariff, rooms }))
  return { permission, charges: named.join('、') }
}

/**
 * The names of the same rights, where an import that brings new rooms leaves out what they are charged and they are not held:
 * once they are on record, a charge in use that comes later is a change. Null else.
 */
export function useNeedsRightLater({ projectId, counts }: Import, leavesOut: boolean): string | null {
  const may = useMayIn(projectId)
  const permission = useRights()
  return leavesOut && counts.rooms.created > 0 && !may('tariffs.write') ? permission : null
}

/** As well as to open the import, whoever lets it go on may write tariffs. */
export function useRights(): string {
  const p = useTexts(permissionTexts)
  const t = useTexts(texts)
  return t('confirm.rights', { upload: p('can.registry.import'), charge: p('can.tariffs.write') })
}
