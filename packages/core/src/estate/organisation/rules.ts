/** Kinds of units (D4): 集团, 大区, 公司, 分公司. Projects are its leaves and stand under any of them. */
export const unitKinds = ['group', 'region', 'company', 'branch'] as const
export type UnitKind = (typeof unitKinds)[number]

/** Which kinds a unit of a kind may stand under. */
export const standsUnder: Readonly<Record<UnitKind, readonly UnitKind[]>> = {
  group: [],
  region: ['group', 'region', 'company'],
  company: ['group', 'region', 'company'],
  branch: ['group', 'region', 'company'],
}
/** What the whole can be. */
export const rootKinds: readonly UnitKind[] = ['group', 'company']

/**
 * The root and the legal entity that every company begins with, made by a migration: the same ids everywhere, for each
 * company has a database of its own. What is written without naming another belongs to them.
 */
export const firstUnitId = 'unit_00000000000000000000000000'
export const firstEntityId = 'entity_00000000000000000000000000'

/** What holds from a day on, until the next; from the beginning where the day is null. */
export interface Placed {
  fromOn: string | null
}
export interface UnitInTree {
  id: string
  kind: UnitKind
  openedOn: string | null
  closedOn: string | null
  /** The root has none. */
  parents: readonly (Placed & { parentId: string })[]
}
export interface ProjectInTree {
  projectId: string
  units: readonly (Placed & { unitId: string })[]
}

/** What holds on a day; undefined where there is nothing at all. */
export function heldOn<T extends Placed>(history: readonly T[], day: string): T | undefined {
  return history
    .filter(({ fromOn }) => (fromOn ?? '') <= day)
    .toSorted((a, b) => ((a.fromOn ?? '') < (b.fromOn ?? '') ? -1 : 1))
    .at(-1)
}

/**
 * Whether something may be placed anew from a day on. What has held since before today is not rewritten; what holds only
 * from today on, or is planned, gives way.
 */
export function mayBePlaced(history: readonly Placed[], fromOn: string, today: string): boolean {
  return history.every((row) => (row.fromOn ?? '') < fromOn || (row.fromOn ?? '') >= today)
}

/** A history with another beginning from a day on; unchanged in what holds where it held that already. */
function placedAnew<T extends Placed>(history: readonly T[], next: T & { fromOn: string }): T[] {
  return [...history.filter(({ fromOn }) => (fromOn ?? '') < next.fromOn), next]
}

export function isOpenOn(
  { openedOn, closedOn }: Pick<UnitInTree, 'openedOn' | 'closedOn'>,
  day: string,
): boolean {
  return (openedOn ?? '') <= day && (closedOn === null || day < closedOn)
}

/** A unit and all that stands under it on a day, projects aside. */
export function unitsUnder(units: readonly UnitInTree[], unitId: string, day: string): Set<string> {
  const found = new Set([unitId])
  for (let size = 0; size < found.size;) {
    size = found.size
    for (const { id, parents } of units) {
      const above = heldOn(parents, day)
      if (above !== undefined && found.has(above.parentId)) found.add(id)
    }
  }
  return found
}

/** The projects that stand under a unit on a day, directly or further down: the scope of whoever works for that unit. */
export function projectsUnder(tree: WholeTree, unitId: string, day: string): string[] {
  const within = unitsUnder(tree.units, unitId, day)
  return tree.projects.flatMap(({ projectId, units }) => {
    const above = heldOn(units, day)
    return above !== undefined && within.has(above.unitId) ? [projectId] : []
  })
}

/** Units above projects, and the projects, with all that they stood, stand and will stand under. */
export interface WholeTree {
  units: readonly UnitInTree[]
  projects: readonly ProjectInTree[]
}

/** Tells the places under a unit on a day, itself, the units and the projects: whatever comes there, comes to one of them. */
export function placesIn(tree: WholeTree): (unitId: string, day: string) => readonly string[] {
  const known = new Map<string, readonly string[]>()
  return (unitId, day) => {
    const name = `${unitId} ${day}`
    const places = known.get(name) ?? [
      ...unitsUnder(tree.units, unitId, day),
      ...projectsUnder(tree, unitId, day),
    ]
    known.set(name, places)
    return places
  }
}

/** Why a unit cannot stand under another from a day on. */
export type Misplacement = 'root' | 'closed' | 'kind' | 'past' | 'cycle' | 'same'

/** @returns null where it can */
export function misplacementOf(
  units: readonly UnitInTree[],
  { unitId, parentId, fromOn }: { unitId: string; parentId: string; fromOn: string },
  today: string,
): Misplacement | null {
  const unit = units.find(({ id }) => id === unitId)
  const parent = units.find(({ id }) => id === parentId)
  if (unit === undefined || unit.parents.length === 0) return 'root'
  // What is to close cannot take in anything that would stay.
  if (parent === undefined || parent.closedOn !== null || unit.closedOn !== null) return 'closed'
  if (!isOpenOn(parent, fromOn) || !isOpenOn(unit, fromOn)) return 'closed'
  if (!standsUnder[unit.kind].includes(parent.kind)) return 'kind'
  if (!mayBePlaced(unit.parents, fromOn, today)) return 'past'
  const moved = withParent(units, unitId, { parentId, fromOn })
  if (daysOfChange(moved, fromOn).some((day) => unitsUnder(moved, unitId, day).has(parentId))) return 'cycle'
  const isPlanned = unit.parents.some((row) => (row.fromOn ?? '') > fromOn)
  return heldOn(unit.parents, fromOn)?.parentId === parentId && !isPlanned ? 'same' : null
}

/** The tree with a project under another unit from a day on. */
export function withProjectAt(
  projects: readonly ProjectInTree[],
  projectId: string,
  next: { unitId: string; fromOn: string },
): ProjectInTree[] {
  return projects.map((project) =>
    project.projectId === projectId ? { ...project, units: placedAnew(project.units, next) } : project,
  )
}

/** The tree with a unit under another from a day on. */
export function withParent(
  units: readonly UnitInTree[],
  unitId: string,
  next: { parentId: string; fromOn: string },
): UnitInTree[] {
  return units.map((unit) =>
    unit.id === unitId ? { ...unit, parents: placedAnew(unit.parents, next) } : unit,
  )
}

/** A day and all later ones on which the tree changes its shape, or a project its place. */
export function daysOfChange(
  units: readonly UnitInTree[],
  from: string,
  projects: readonly ProjectInTree[] = [],
): string[] {
  const histories: (readonly Placed[])[] = [
    ...units.map(({ parents }) => parents),
    ...projects.map((project) => project.units),
  ]
  const later = histories.flatMap((history) => history.map(({ fromOn }) => fromOn ?? ''))
  return [...new Set([from, ...later.filter((day) => day > from)])]
}

/** Whether a unit may be of another kind, by what it stands under today and later and by what stands or will stand under it. */
export function mayBeOfKind(
  units: readonly UnitInTree[],
  unitId: string,
  kind: UnitKind,
  today: string,
): boolean {
  const kindOf = new Map(units.map((unit) => [unit.id, unit.kind]))
  const unit = units.find(({ id }) => id === unitId)
  if (unit === undefined) return false
  const above = fromTodayOn(unit.parents, today).map(({ parentId }) => kindOf.get(parentId)!)
  const fitsAbove = unit.parents.length === 0 ? rootKinds.includes(kind) : fits(kind, above)
  const below = units.filter(({ parents }) =>
    fromTodayOn(parents, today).some(({ parentId }) => parentId === unitId),
  )
  return fitsAbove && below.every((one) => standsUnder[one.kind].includes(kind))
}

function fits(kind: UnitKind, above: readonly UnitKind[]): boolean {
  return above.every((one) => standsUnder[kind].includes(one))
}

/** What of a history holds on a day or begins later. */
export function fromTodayOn<T extends Placed>(history: readonly T[], today: string): T[] {
  const now = heldOn(history, today)
  return history.filter((row) => row === now || (row.fromOn ?? '') > today)
}

/** Whether units still stand under another on a day or later, closed ones aside. */
export function hasUnitsFrom(units: readonly UnitInTree[], unitId: string, day: string): boolean {
  return units.some(
    ({ parents, closedOn }) =>
      (closedOn === null || closedOn > day) &&
      fromTodayOn(parents, day).some(({ parentId }) => parentId === unitId),
  )
}
