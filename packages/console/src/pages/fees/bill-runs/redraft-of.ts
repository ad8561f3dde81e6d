import type { CivilDate } from '@heju/kernel'

/** The refusals of publishing that a draft made anew settles: it is charged otherwise by now, or its due day has passed. */
const settledAnew = ['billing.run_outdated', 'billing.due_in_past']

/** Whether drafting anew is the way on after publishing was refused. */
export function settledByRedraft(code: string | undefined): boolean {
  return code !== undefined && settledAnew.includes(code)
}

/** The same project and month again; its due day stays unless it has passed, and is the usual one then. */
export function redraftOf<P extends string>(
  run: { projectId: P; period: string; dueOn: string },
  today: CivilDate,
): { projectId: P; period: string; dueOn?: string } {
  const { projectId, period, dueOn } = run
  return { projectId, period, ...(dueOn >= today && { dueOn }) }
}
