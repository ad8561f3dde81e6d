import type { Measure } from '../../insight/measures/shape.ts'

const rate = {
  unit: 'percent',
  month: 'billed',
  grain: ['project'],
  better: 'higher',
  least: null,
  behind: { page: 'fees/bills', needs: 'bills.read', month: 'period' },
} as const satisfies Measure

/** What is told of what was collected, by project and month (D126, D193). Fixed is what months are compared by. */
export const collectionMeasures = {
  'collection.fixed': rate,
  'collection.today': rate,
} as const satisfies Record<string, Measure>
