import { fill, translator, type Locale, type Texts } from '@heju/i18n'
import { complaintMeasures } from '../../desk/complaints/shape.ts'
import { collectionMeasures } from '../../fees/collection/shape.ts'
import { satisfactionMeasures } from '../satisfaction/shape.ts'
import { joined } from '../../joined.ts'
import type { Measure } from './measure.ts'
import { measureTexts } from './texts.ts'

export type * from './measure.ts'

/** The register of what is measured: each figure of a project and month by its code, in the order of the comparison. */
const measures = joined(satisfactionMeasures, complaintMeasures, collectionMeasures)

export type MeasureCode = keyof typeof measures
export const measureCodes = Object.keys(measures) as readonly MeasureCode[]
export const measureOf = (code: MeasureCode): Measure => measures[code]

/** How a measure is calculated, of what it is told, by which month it counts, which way is good, and from how many cases on it says something. */
export function measureWords(
  code: MeasureCode,
  locale: Locale,
): { formula: string; grain: string; more: string[] } {
  const say = translator(measureTexts, locale)
  const { month, grain, better, least } = measureOf(code)
  const part = say(`${code}.part`)
  // A number of cases is of nothing.
  const whole = (measureTexts as Texts)[`${code}.whole`]
  const few = least === 'settings' ? say('least.settings') : least && say('least.number', { least })
  return {
    grain: say(`grain.${grain.includes('service_line') ? 'service_line' : 'project'}`),
    formula: whole === undefined ? part : say('share', { part, whole: fill(whole, locale) }),
    more: [say(`month.${month}`), say(`better.${better}`), ...(few ? [few] : [])],
  }
}

/** The headings of a measure and of the ends of its 95 % interval in a file, with its unit. */
export function measureHeadings(
  code: MeasureCode,
  locale: Locale,
): { value: string; low: string; high: string } {
  const say = translator(measureTexts, locale)
  const figure = say(code)
  const unit = measureOf(code).unit === 'percent' ? ' (%)' : ''
  return {
    value: `${figure}${unit}`,
    low: `${say('lowEnd', { figure })}${unit}`,
    high: `${say('highEnd', { figure })}${unit}`,
  }
}
