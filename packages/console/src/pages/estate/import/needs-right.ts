import { permissionTexts } from '@heju/core/permissions/texts'
import { importing as texts } from './texts.ts'
import { useTexts } from '../../../app/language.tsx'
import { useMayIn } from '../../../app/session.tsx'
import type { Import } from './api.ts'

/**
 * The name of the right that whoever lets an import go on has to hold, where it is not held, and what it is needed for: empty
 * of one that stopped for rooms that came on record after its preview.
 */
export function useNeedsRight(job: Import): { permission: string; charges: string } | null {
  const { projectId, mayCharge, charges, failure } = job
  const t = useTexts(texts)
  const may = useMayIn(projectId)
  const permission = useTariffsRight()
  const isRefused = failure === 'registry_import.changes_charges' && !may('tariffs.write')
  if (mayCharge && !isRefused) return null
  const named = charges.map(({ tariff, rooms }) => t('confirm.charge', { tariff, rooms }))
  return { permission, charges: named.join('、') }
}

/**
 * The name of the same right, where an import that brings new rooms leaves out what they are charged and the right is not held:
 * once they are on record, a charge in use that comes later is a change. Null else.
 */
export function useNeedsRightLater({ projectId, counts }: Import, leavesOut: boolean): string | null {
  const may = useMayIn(projectId)
  const permission = useTariffsRight()
  return leavesOut && counts.rooms.created > 0 && !may('tariffs.write') ? permission : null
}

function useTariffsRight(): string {
  const p = useTexts(permissionTexts)
  return p('can.tariffs.write')
}
