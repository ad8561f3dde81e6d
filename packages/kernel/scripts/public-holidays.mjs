// Writes src/public-holidays.ts from the npm package chinese-days (MIT), which carries the yearly notices of the State
// Council. Run it after upgrading that package, usually in November: `node scripts/public-holidays.mjs`.
// The table is a file of its own because the package cannot be tree-shaken and says nothing of years it does not know.
import { writeFileSync } from 'node:fs'
import chineseDays from 'chinese-days'

const firstYear = 2020
const lastYear = 2036
const fullNames = { 清明: '清明节', 端午: '端午节', 中秋: '中秋节' }

const iso = (date) => date.toISOString().slice(0, 10)
const plusDays = (day, days) => iso(new Date(Date.parse(day) + days * 86_400_000))
const isWeekend = (day) => [0, 6].includes(new Date(day).getUTCDay())

/** Every day of a year that the notices name, as `{ day, work, name }`; empty when the notice is not out. */
function published(year) {
  const days = []
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = plusDays(day, 1)) {
    const { work, name } = chineseDays.getDayDetail(day)
    const [, chinese] = name.split(',')
    if (chinese) days.push({ day, work, name: fullNames[chinese] ?? chinese })
  }
  return days
}

/**
 * The statutory days off of a year whose notice is not out (全国年节及纪念日放假办法, 2024 revision, articles 2 and 6):
 * one that falls on a weekend is made up for on the next day that would be worked.
 */
function assumed(year) {
  const lunar = (month, day) => chineseDays.getSolarDateFromLunar(`${year}-${month}-${day}`).date
  const newYear = lunar('01', '01')
  const statutory = [
    [`${year}-01-01`, '元旦'],
    ...[-1, 0, 1, 2].map((days) => [plusDays(newYear, days), '春节']),
    [chineseDays.getSolarTermDate(year, 4, 'pure_brightness'), '清明节'],
    [`${year}-05-01`, '劳动节'],
    [`${year}-05-02`, '劳动节'],
    [lunar('05', '05'), '端午节'],
    [lunar('08', '15'), '中秋节'],
    ...[1, 2, 3].map((day) => [`${year}-10-0${day}`, '国庆节']),
  ]
  const off = new Map(statutory)
  for (const [day, name] of statutory.filter(([date]) => isWeekend(date))) {
    let substitute = plusDays(day, 1)
    while (isWeekend(substitute) || off.has(substitute)) substitute = plusDays(substitute, 1)
    off.set(substitute, name)
  }
  return [...off]
    .map(([day, name]) => ({ day, work: false, name }))
    .toSorted((a, b) => (a.day < b.day ? -1 : 1))
}

/** Runs of consecutive days of one name, as `['01-01', '01-03', '元旦']`. */
function runs(days) {
  const list = []
  for (const { day, name } of days) {
    const last = list.at(-1)
    if (last && last.name === name && plusDays(last.to, 1) === day) last.to = day
    else list.push({ from: day, to: day, name })
  }
  return list.map(({ from, to, name }) => `['${from.slice(5)}', '${to.slice(5)}', '${name}']`).join(', ')
}

const lines = []
for (let year = firstYear; year <= lastYear; year++) {
  const notice = published(year)
  const days = notice.length > 0 ? notice : assumed(year)
  lines.push(
    `  ${year}: {`,
    `    published: ${notice.length > 0},`,
    `    rest: [${runs(days.filter(({ work }) => !work))}],`,
    `    work: [${runs(days.filter(({ work }) => work))}],`,
    '  },',
  )
}
writeFileSync(
  new URL('../src/public-holidays.ts', import.meta.url),
  `// Written by scripts/public-holidays.mjs from chinese-days (MIT), which carries the yearly notices of the State Council.
// Do not edit: correct a single day with calendarWith(), a year by upgrading the package and running the script.

/** First and last day as \`MM-DD\`, and the holiday that the days belong to. */
export type HolidayRun = readonly [from: string, to: string, name: string]

/**
 * Days off (\`rest\`, weekends within a holiday included) and weekend days worked in exchange (\`work\`, 调休). A year whose
 * notice is not out (\`published: false\`) has the statutory days alone.
 */
export const publicHolidays: Readonly<
  Record<number, { published: boolean; rest: readonly HolidayRun[]; work: readonly HolidayRun[] }>
> = {
${lines.join('\n')}
}
`,
)
