/** Own work and what is late: with any of it nobody is told that nothing waits. */
const pressing = [
  'complaints_overdue',
  'complaints_due_today',
  'complaints_mine',
  'revisits',
  'complaints_to_summarise',
]

/** Of what is counted, what waits for somebody although no task says so. */
export function stillWaiting<C extends { kind: string; count: number }>(counts: readonly C[]): C[] {
  return counts.filter(({ kind, count }) => count > 0 && pressing.includes(kind))
}
