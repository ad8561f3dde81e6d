import type { Permission } from '../../permissions/index.ts'

/** Points of the index, hundredths of a whole, cases for a thousand households, or cases. */
type MeasureUnit = 'points' | 'percent' | 'per_thousand' | 'cases'

/** What decides to which month a case belongs: the survey that it was told in, its registration, or the period of its bill. */
type MonthOf = 'surveyed' | 'registered' | 'billed'

/** Of what there is a figure for each month. */
type Grain = 'project' | 'service_line'

/**
 * What a figure of a project and month is, said once: pages, files and comparisons take its name, its unit and the list behind
 * it from here. The name, what is counted and of what stand in the capability's `measure-texts.ts`, under its code.
 */
export interface Measure {
  unit: MeasureUnit
  month: MonthOf
  /** Of what it is told, by month. */
  grain: readonly Grain[]
  /** Which way is good. */
  better: 'higher' | 'lower'
  /**
   * With fewer cases than this a figure is shown and nothing is concluded from it; `settings`: as many answers as the company
   * asks for. Null where a few are as good as many.
   */
  least: number | 'settings' | null
  /** The rows that it counts: a page of the console, for who holds the permission, and what is chosen on it. */
  behind: {
    page: string
    needs: Permission
    /** What the page calls the month. */
    month: 'month' | 'period'
    filter?: Readonly<Record<string, string>>
  }
}
