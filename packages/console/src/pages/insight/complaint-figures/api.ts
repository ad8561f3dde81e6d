import { sumOfCounts, type ComplaintCounts } from '@heju/core/desk/complaints/shape'
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
export type MonthSum = ComplaintCounts & { month: Period }

/** The year month by month, also those in which nothing came in. */
export function sumByMonth(to: Period, figures: readonly ComplaintFigure[]): MonthSum[] {
  return Array.from({ length: monthsShown }, (_, i) => {
    const month = addMonths(to, i + 1 - monthsShown)
    return { month, ...sumOfCounts(figures.filter((row) => row.month === month)) }
  })
}
