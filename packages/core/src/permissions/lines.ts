import { may, projectsWhere, type Assignment } from './access.ts'
import { permissionRules, type Permission } from './table.ts'

/**
 * Lines that no role crosses, but for the company administrator, nor all that one person holds in one place: who takes money
 * never corrects it, and who audits changes nothing.
 */
export type Line = 'money' | 'audit'

const takes: Permission = 'payments.record'
/** To make, to correct or to reverse what is owed or was paid. */
const corrects: readonly Permission[] = [
  'bills.run',
  'bills.publish',
  'bills.correct',
  'tariffs.write',
  'payments.reverse',
]

const changing = (Object.keys(permissionRules) as Permission[]).filter(
  (permission) => permissionRules[permission].effect === 'changes',
)

/**
 * What no role of a company's own carries: whoever gives roles out could give themselves everything by the hand of another.
 * That stays with the company administrator.
 */
export const givenByNobody: readonly Permission[] = ['staff.manage']

/** The line that one role would cross. */
export function crossedLine(held: readonly Permission[]): Line | undefined {
  if (held.includes(takes) && corrects.some((one) => held.includes(one))) return 'money'
  if (held.includes('audit.read') && changing.some((one) => held.includes(one))) return 'audit'
  return undefined
}

/** The line that somebody crosses by all that they hold in one place; a company administrator stands above both. */
export function crossedBy(assignments: readonly Assignment[]): Line | undefined {
  if (assignments.some(({ role, projects }) => role === 'company_admin' && projects === 'all'))
    return undefined
  const held = assignments.filter(({ role }) => role !== 'company_admin')
  const money = projectsWhere(held, takes)
  if (corrects.some((one) => meets(money, projectsWhere(held, one)))) return 'money'
  if (may(held, 'audit.read') && changing.some((one) => may(held, one))) return 'audit'
  return undefined
}

type Projects = 'all' | readonly string[]

function meets(a: Projects, b: Projects): boolean {
  if (a === 'all') return b === 'all' || b.length > 0
  if (b === 'all') return a.length > 0
  return a.some((id) => b.includes(id))
}
