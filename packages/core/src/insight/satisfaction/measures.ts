import type { Measure } from '../measures/shape.ts'

const ofSurvey = {
  month: 'surveyed',
  better: 'higher',
  behind: { page: 'satisfaction/surveys', needs: 'surveys.read', month: 'period' },
} as const satisfies Partial<Measure>

/** What is told of a survey by project and month (D170, D173, D174). */
export const satisfactionMeasures = {
  'satisfaction.index': {
    ...ofSurvey,
    grain: ['project', 'service_line'],
    unit: 'points',
    least: 'settings',
  },
  'satisfaction.response': { ...ofSurvey, grain: ['project'], unit: 'percent', least: 'settings' },
  'satisfaction.loyalty': { ...ofSurvey, grain: ['project'], unit: 'percent', least: null },
} as const satisfies Record<string, Measure>
