import type { Node } from '../../../parts/tree-nodes.ts'
import { wholeCompany } from './scope-values.ts'

/** A scope to choose, with those that it covers below it. */
export interface ScopeChoice {
  value: string
  /** As it stands in the tree. */
  title: string
  disabled: boolean
  children: ScopeChoice[]
}

/** The tree of a day as scopes: its root is the whole company. */
export function scopeChoices(nodes: readonly Node[], whole: string): ScopeChoice[] {
  const choice = ({ key, unit, project, children }: Node): ScopeChoice => ({
    value: key,
    title: unit?.name ?? project?.name ?? '',
    disabled: unit !== undefined && unit.closedOn !== null,
    children: children.map(choice),
  })
  return nodes.map(choice).map((root) => ({ ...root, value: wholeCompany, title: whole, disabled: false }))
}

/** What is chosen once something is added: what covers it, and what it covers, is chosen no more. */
export function settledScopes(
  choices: readonly ScopeChoice[],
  next: readonly string[],
  before: readonly string[],
): string[] {
  const added = next.filter((value) => !before.includes(value))
  const beside = added.flatMap((value) => [...aboveAndBelow(choices, value)])
  return next.filter((value) => added.includes(value) || !beside.includes(value))
}

function aboveAndBelow(choices: readonly ScopeChoice[], value: string): Set<string> {
  const related = new Set<string>()
  const all = (choice: ScopeChoice): string[] => [choice.value, ...choice.children.flatMap(all)]
  const seek = (choice: ScopeChoice): boolean => {
    const here = choice.value === value
    const below = choice.children.filter(seek).length > 0
    if (here) for (const each of choice.children.flatMap(all)) related.add(each)
    else if (below) related.add(choice.value)
    return here || below
  }
  choices.forEach(seek)
  return related
}

/** What is found by what was typed, one after another, each with what it stands under. */
export function scopesFound(choices: readonly ScopeChoice[], typed: string, above = ''): ScopeChoice[] {
  const sought = typed.trim().toLowerCase()
  return choices.flatMap(({ children, ...choice }) => {
    const isWhole = choice.value === wholeCompany
    const path = above === '' || isWhole ? choice.title : `${above} / ${choice.title}`
    const found = choice.title.toLowerCase().includes(sought)
      ? [{ ...choice, title: path, children: [] }]
      : []
    return [...found, ...scopesFound(children, typed, isWhole ? '' : path)]
  })
}
