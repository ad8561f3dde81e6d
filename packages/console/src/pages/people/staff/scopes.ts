import type { Scope } from '@heju/core/people/roles/shape'
import { scopeChoices, type ScopeChoice } from './scope-choices.ts'
import { idsOf, wholeCompany } from './scope-values.ts'
import { staff as texts } from './texts.ts'
import { useTexts } from '../../../app/language.tsx'
import { useOrganisation, useToday } from '../../../parts/organisation.ts'
import { useProjectNames } from '../../../parts/projects.ts'
import { nodesOf } from '../../../parts/tree-nodes.ts'

/** The scopes to choose from, by the tree of today. */
export function useScopeChoices(): ScopeChoice[] {
  const t = useTexts(texts)
  const today = useToday()
  const projectName = useProjectNames()
  const { data } = useOrganisation()
  const whole = t('projects.all')
  if (data === undefined) return [{ value: wholeCompany, title: whole, disabled: false, children: [] }]
  return scopeChoices(nodesOf(data, today, projectName), whole)
}

/** Tells a scope by the names of its unit or projects. */
export function useScopeWords(): (scope: Scope) => string {
  const t = useTexts(texts)
  const projectName = useProjectNames()
  const today = useToday()
  const { data } = useOrganisation()
  return (scope) => {
    if (scope.kind === 'company') return t('projects.all')
    if (scope.kind === 'unit') {
      const unit = data?.units.find(({ id }) => id === scope.unitId)
      const closed = unit !== undefined && unit.closedOn !== null && unit.closedOn <= today
      return t(closed ? 'scope.unit.closed' : 'scope.unit', { unit: unit?.name ?? '' })
    }
    return idsOf(scope).map(projectName).join('、')
  }
}
