import type { Measure } from '../../insight/measures/shape.ts'

const behind = (filter: Readonly<Record<string, string>> = {}) =>
  // Every complaint that came in, whoever noted it down.
  ({
    page: 'desk/complaints',
    needs: 'complaints.read',
    month: 'month',
    filter: { view: 'all', ...filter },
  }) as const

/** What is told of complaints by project and month (D109). On time is what `termIs('met')` says. */
export const complaintMeasures = {
  'complaints.effective': {
    unit: 'cases',
    month: 'registered',
    grain: ['project'],
    better: 'lower',
    least: null,
    behind: behind({ nature: 'effective' }),
  },
  'complaints.per_thousand': {
    unit: 'per_thousand',
    month: 'registered',
    grain: ['project'],
    better: 'lower',
    // With fewer, one more or less moves it far.
    least: 10,
    behind: behind(),
  },
  'complaints.on_time': {
    unit: 'percent',
    month: 'registered',
    grain: ['project', 'service_line'],
    better: 'higher',
    least: null,
    behind: behind({ term: 'met' }),
  },
} as const satisfies Record<string, Measure>
