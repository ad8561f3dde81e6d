import {
  addDays,
  addMonths,
  civilDateOf,
  parseCivilDate,
  periodAt,
  timeOfDayOf,
  type CivilDate,
} from '@heju/kernel'

/** Two weeks of days, in which a mistake of somebody's is noticed, and a year of months, as far as a year's accounts go back. */
export const daysKept = 14
export const monthsKept = 12

/** When backups are begun, in China: nobody works, and a night's first hour is left to jobs of the new day. */
const night = { from: '02:00', until: '06:00' }

/** The day whose backups are to be begun now, or null by day. */
export function nightOf(now: number): CivilDate | null {
  const time = timeOfDayOf(now)
  return time >= night.from && time < night.until ? civilDateOf(now) : null
}

/** All backups of a company lie together, whatever its database is called: a restored one has another name. */
export function databasesPrefix(subject: string): string {
  return `databases/${subject}/`
}

export function databaseName(subject: string, on: string): string {
  return `${databasesPrefix(subject)}${on}.sql.gz`
}

export function fileName(key: string): string {
  return `files/${key}`
}

/**
 * Those of a subject's backups that are no longer kept: all but those of the last fourteen days and, of the last twelve
 * months, the first of each. What is not named like a backup is left alone.
 * @param today the day of the one that was just made
 */
export function backupsToDelete(names: readonly string[], today: string): string[] {
  const dated = names
    .map((name) => ({ name, on: /(\d{4}-\d{2}-\d{2})\.sql\.gz$/.exec(name)?.[1] ?? '' }))
    .filter(({ on }) => on !== '')
    .toSorted((a, b) => a.on.localeCompare(b.on))
  const day = parseCivilDate(today)
  const oldestDay = addDays(day, 1 - daysKept)
  const oldestMonth = addMonths(periodAt(Date.parse(`${today}T12:00:00Z`)), 1 - monthsKept)
  const firsts = new Map<string, string>()
  for (const { name, on } of dated) if (!firsts.has(on.slice(0, 7))) firsts.set(on.slice(0, 7), name)
  return dated
    .filter(({ name, on }) => on < oldestDay && (on < oldestMonth || firsts.get(on.slice(0, 7)) !== name))
    .map(({ name }) => name)
}

/** After so long without a backup that was finished, an operator should look: two nights went by. */
const lateMs = 50 * 3_600_000

/** @param since when the last backup was finished, or before the first, when there was something to back up */
export function isLate(since: number, now: number): boolean {
  return now - since > lateMs
}
