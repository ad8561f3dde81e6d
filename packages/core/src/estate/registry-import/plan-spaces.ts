import { newId } from '@heju/kernel'
import { spaceSortKey, type LotGiven } from '../registry/index.ts'
import { compare, differing, type Stage } from './compare-drafts.ts'
import type { RegistryDraft } from './draft.ts'
import type { Existing } from './existing.ts'
import type { Change } from './plan-parts.ts'
import type { Problems } from './problems.ts'

/** Compares the spaces of a workbook with those on record; a lot that one of these gets is a change of it. */
export function planSpaces(
  { parkingSpaces }: RegistryDraft,
  existing: Existing,
  now: number,
  changes: Change[],
): Stage {
  const known = new Map(existing.spaces.map((space) => [space.key, space]))
  return compare(
    parkingSpaces,
    ({ key }) => known.get(key),
    (draft, is) => [...lotChange(is), ...differing(draft, is, ['kind', 'tenure', 'areaE2'])],
    ({ key, lot, code, kind, tenure, areaE2 }, is) => [
      is?.id ?? newId('park', now),
      key,
      lot,
      code,
      spaceSortKey(lot, code),
      kind,
      tenure,
      areaE2,
    ],
    ({ code }, fields) => changes.push({ kind: 'parking', name: code, fields }),
  )
}

type ExistingSpace = Existing['spaces'][number]

function lotChange({ lot, code, onRecord }: ExistingSpace): Change['fields'] {
  const fields = [
    { field: 'lot', before: onRecord.lot, after: lot },
    { field: 'code', before: onRecord.code, after: code },
  ]
  return fields.filter(({ before, after }) => before !== after)
}

/** The spaces on record that get a lot, as far as the workbook brings them. */
export function planLots({ parkingSpaces }: RegistryDraft, existing: Existing): LotGiven[] {
  const told = new Set(parkingSpaces.map(({ key }) => key))
  return existing.spaces
    .filter(({ key, onRecord }) => key !== onRecord.key && told.has(key))
    .map(({ id, key, lot, code, onRecord }) => ({
      id,
      keyBefore: onRecord.key,
      lotBefore: onRecord.lot,
      codeBefore: onRecord.code,
      key,
      lot,
      code,
      sortKey: spaceSortKey(lot, code),
    }))
}

/** Says where the workbook writes spaces otherwise than the registry (C1, C001); where anything else differed, they did not get so far. */
export function compareCodes({ parkingSpaces }: RegistryDraft, existing: Existing, problems: Problems): void {
  const known = new Map(existing.spaces.map((space) => [space.key, space]))
  const otherwise = parkingSpaces.filter(({ key, code }) => (known.get(key)?.code ?? code) !== code)
  const [first] = otherwise
  if (first === undefined) return
  const { sheet } = first.source
  const params = { spaces: otherwise.length, code: first.code, registered: known.get(first.key)!.code }
  problems.add('spaces_written_otherwise', { sheet, row: null, value: first.code }, params)
}
