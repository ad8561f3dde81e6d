import { addMonths, periodAt, type Period } from '@heju/kernel'
import { useState } from 'react'
import { api, call } from '../../../app/api.ts'
import { useSession } from '../../../app/session.tsx'

/** A year: as many months as a look back shows. */
const monthsShown = 12

/** The year that ends with a month, as the API is asked for it. */
export const yearTo = (to: Period, projectId: string | undefined) => ({
  from: addMonths(to, 1 - monthsShown),
  to,
  ...(projectId && { projectId }),
})

/** The figures of a year, and its months in all. */
export const readFigures = (query: ReturnType<typeof yearTo>) => call(api.complaints.figures.$get({ query }))
export type ComplaintFigures = Awaited<ReturnType<typeof readFigures>>
export type ComplaintFigure = ComplaintFigures['figures'][number]

/** The month that runs in the company's zone. */
export function useThisMonth(): Period {
  const { company } = useSession()
  const [month] = useState(() => periodAt(Date.now(), company.zone))
  return month
}

/** What came in in one month, in all projects that the figures are of. */
export interface MonthSum {
  month: Period
  met: number
  missed: number
  running: number
  effective: number
}

/** The year month by month, also those in which nothing came in. */
export function sumByMonth(to: Period, figures: readonly ComplaintFigure[]): MonthSum[] {
  const sum = (rows: readonly ComplaintFigure[], name: 'met' | 'missed' | 'running' | 'effective') =>
    rows.reduce((all, row) => all + row[name], 0)
  return Array.from({ length: monthsShown }, (_, i) => {
    const month = addMonths(to, i + 1 - monthsShown)
    const rows = figures.filter((row) => row.month === month)
    return {
      month,
      met: sum(rows, 'met'),
      missed: sum(rows, 'missed'),
      running: sum(rows, 'running'),
      effective: sum(rows, 'effective'),
    }
  })
}
