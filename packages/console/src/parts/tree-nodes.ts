import { heldOn, isOpenOn, unitsUnder } from '@heju/core/estate/organisation/shape'
import type { Organisation, Unit } from './organisation.ts'

/** A unit with what stands under it, or a project, which is a leaf. */
export interface Node {
  key: string
  unit?: Unit
  project?: { projectId: string; name: string; entity: string | undefined }
  children: Node[]
}

/**
 * The tree as it is on a day: units by name, then projects.
 * @param projectName gives a project's name by its id
 * @param withClosed also what is closed on that day
 */
export function nodesOf(
  { units, projects, entities }: Organisation,
  day: string,
  projectName: (id: string) => string,
  withClosed = false,
): Node[] {
  const shown = units.filter((unit) => withClosed || isShownOn(unit, day))
  const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name, 'zh-CN')
  const entityOf = (id: string | undefined) => entities.find((entity) => entity.id === id)?.name
  const nodeOf = (unit: Unit): Node => ({
    key: unit.id,
    unit,
    children: [
      ...shown
        .filter(({ parents }) => heldOn(parents, day)?.parentId === unit.id)
        .toSorted(byName)
        .map(nodeOf),
      ...projects
        .filter((project) => heldOn(project.units, day)?.unitId === unit.id)
        .map((project) => ({
          projectId: project.projectId,
          name: projectName(project.projectId),
          entity: entityOf(heldOn(project.entities, day)?.entityId),
        }))
        .toSorted(byName)
        .map((project) => ({ key: project.projectId, project, children: [] })),
    ],
  })
  return shown.filter(({ parents }) => parents.length === 0).map(nodeOf)
}

/** What is to open later is shown as well: whoever has entered it looks for it. */
function isShownOn(unit: Unit, day: string): boolean {
  return isOpenOn({ ...unit, openedOn: null }, day)
}

/** A unit's name with those above it, the highest first. */
export function pathOf(units: readonly Unit[], unitId: string | undefined, day: string): string {
  const names: string[] = []
  for (let id = unitId; id !== undefined;) {
    const unit = units.find((one) => one.id === id)
    if (unit === undefined) break
    names.unshift(unit.name)
    id = heldOn(unit.parents, day)?.parentId
  }
  // The whole is no news but where nothing else is.
  return (names.length > 1 ? names.slice(1) : names).join(' / ')
}

/** Units as choices below each other, without those that are closed and, of what is moved, without what stands under it. */
export interface UnitChoice {
  value: string
  title: string
  disabled: boolean
  children: UnitChoice[]
}
export function choicesOf(
  organisation: Organisation,
  day: string,
  { moved, takes = () => true }: { moved?: string; takes?: (unit: Unit) => boolean } = {},
): UnitChoice[] {
  const within = moved === undefined ? new Set<string>() : unitsUnder(organisation.units, moved, day)
  const choice = ({ unit, children }: Node): UnitChoice[] =>
    unit === undefined || within.has(unit.id)
      ? []
      : [
          {
            value: unit.id,
            title: unit.name,
            disabled: unit.closedOn !== null || !takes(unit),
            children: children.flatMap(choice),
          },
        ]
  return nodesOf(organisation, day, () => '').flatMap(choice)
}

/** The choices whose name has what was typed, one after another, each with what it stands under. */
export function foundIn(choices: readonly UnitChoice[], typed: string, above = ''): UnitChoice[] {
  return choices.flatMap(({ title, children, ...choice }) => {
    const path = above === '' ? title : `${above} / ${title}`
    const isFound = title.toLowerCase().includes(typed.trim().toLowerCase())
    return [...(isFound ? [{ ...choice, title: path, children: [] }] : []), ...foundIn(children, typed, path)]
  })
}
