import {
  addDays,
  addMonths,
  civilDateOf,
  instantOf,
  periodAt,
  type CivilDate,
  type Instant,
  type Period,
} from '@heju/kernel'

/** What a company may decide about its monthly survey. */
export interface SurveySettings {
  enabled: boolean
  /** Day of the month on which the survey of the month before opens: in the first week (D174). */
  openDay: number
  /** Day of the same month at whose end it closes. */
  closeDay: number
  /** Days after the opening at which those who have not answered are reminded, once; null: never. */
  remindAfterDays: number | null
  /** Whether owners are told by message; otherwise they find the survey in the portal. */
  sendMessages: boolean
  /** A project is ranked from so many answers on … */
  leastAnswers: number
  /** … and from this share of its households on, × 10^4. */
  leastRateE4: number
  /** Whether figures of the market stand beside the company's own. */
  showMarket: boolean
}

export const usualSettings: SurveySettings = {
  enabled: true,
  openDay: 3,
  closeDay: 18,
  remindAfterDays: 5,
  sendMessages: true,
  leastAnswers: 30,
  leastRateE4: 1000,
  showMarket: false,
}

/** Messages go out between these times; the survey opens, and reminds, at the time after. */
export const daytime = { from: '09:00', to: '20:00' } as const
const openingTime = '10:00'
/** A round that could not be opened in time is opened late only if so many days are left to answer. */
const leastDaysOpen = 5

export interface RoundTimes {
  opensAt: Instant
  remindAt: Instant | null
  closesAt: Instant
}

/**
 * When the round that measures a month takes place: in the month after it, when owners have had the whole month and
 * still remember it.
 * @param period the month that is measured
 * @param from when it really opens, if later than it should
 */
export function roundTimes(
  period: Period,
  settings: SurveySettings,
  zone: string,
  from?: Instant,
): RoundTimes {
  const month = addMonths(period, 1)
  const planned = dayOf(month, settings.openDay)
  const opensAt = Math.max(instantOf(planned, openingTime, zone), from ?? 0)
  const closesAt = instantOf(dayOf(month, settings.closeDay), '24:00', zone)
  const after = settings.remindAfterDays
  const remindAt =
    after === null ? null : instantOf(addDays(civilDateOf(opensAt, zone), after), openingTime, zone)
  return { opensAt, closesAt, remindAt: remindAt !== null && remindAt < closesAt ? remindAt : null }
}

function dayOf(month: Period, day: number): CivilDate {
  return `${month}-${String(day).padStart(2, '0')}` as CivilDate
}

/** The month whose round should be open by now, were it not yet; null before its day and when it is too late. */
export function periodToOpen(now: Instant, settings: SurveySettings, zone: string): Period | null {
  if (!settings.enabled) return null
  const period = addMonths(periodAt(now, zone), -1)
  const { opensAt, closesAt } = roundTimes(period, settings, zone)
  const latest = addDays(civilDateOf(closesAt, zone), -leastDaysOpen)
  return now >= opensAt && civilDateOf(now, zone) <= latest ? period : null
}

/** When the next round opens after `now`; null while surveys are switched off. */
export function nextOpeningAt(now: Instant, settings: SurveySettings, zone: string): Instant | null {
  return settings.enabled ? openingAfter(now, settings, zone) : null
}

/** The first opening after `now`, were surveys switched on. */
export function openingAfter(now: Instant, settings: SurveySettings, zone: string): Instant {
  const month = periodAt(now, zone)
  const [current, following] = [addMonths(month, -1), month].map(
    (period) => roundTimes(period, settings, zone).opensAt,
  ) as [Instant, Instant]
  return current > now ? current : following
}

/** Why a project is not ranked. */
export const unrankedReasons = ['no_round', 'too_few_answers', 'low_response', 'other_methodology'] as const
export type UnrankedReason = (typeof unrankedReasons)[number]

/** With fewer answers than this nothing can be said about a project, however small it is. */
const fewestAnswers = 5

/**
 * From how many persons a project needs an answer to be ranked: the company's number, or half of those who are asked
 * where these are fewer than twice that; the interval tells the rest.
 */
export function answersNeeded(persons: number, settings: Pick<SurveySettings, 'leastAnswers'>): number {
  return Math.max(fewestAnswers, Math.min(settings.leastAnswers, Math.ceil(persons / 2)))
}

/** How many were asked and answered: persons, and the households that they were asked for. */
export interface Turnout {
  answered: number
  persons: number
  answers: number
  households: number
}

/** Whether there are too few answers to rank a project (D178). */
export function whyUnranked(
  { answered, persons, answers, households }: Turnout,
  settings: Pick<SurveySettings, 'leastAnswers' | 'leastRateE4'>,
): UnrankedReason | null {
  if (answered < answersNeeded(persons, settings)) return 'too_few_answers'
  if (answers * 10_000 < households * settings.leastRateE4) return 'low_response'
  return null
}

/** A figure in hundredths, as it is stored and answered. */
export function hundredths(value: number): number {
  return Math.round(value * 100)
}

/**
 * The textbook's model of how many are discontent without a word (D111): of those who are, 4 in 100 complain and the
 * others leave quietly, 91 in 100 of them for good. A model of customers in general, to be labelled as such.
 */
export function textbookModel(complaints: number): { discontent: number; silent: number; lost: number } {
  const discontent = complaints * 25
  const silent = discontent - complaints
  return { discontent, silent, lost: Math.round(silent * 0.91) }
}

/**
 * Published figures of the market, for comparison where a company wants it: satisfaction scores out of 100 (not the
 * index), from the yearly survey of 中指研究院 for 2024 (213,420 households of 162 companies).
 */
export const marketFigures = [
  { key: 'national', scoreE2: 7310, year: 2024, source: '中指研究院' },
  { key: 'benchmark', scoreE2: 9010, year: 2024, source: '中指研究院' },
] as const
