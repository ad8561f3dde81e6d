import { calendar as texts } from './texts.ts'
import { addDays, firstDay, lastDay, weekdayOf, type CivilDate, type Period } from '@heju/kernel'
import { useTexts } from '../../../app/language.tsx'
import type { NamedDay } from './api.ts'

/** What a day says of itself: its number, whether it is off or worked in spite of its weekday, and why. */
interface Shown {
  /** By civil date. */
  named: ReadonlyMap<string, NamedDay>
  today: CivilDate
  /** Left out for who may look only. */
  choose?: (day: CivilDate) => void
}

/** One month of the year at a glance, weeks from Monday. */
export function Month({ period, ...shown }: Shown & { period: Period }) {
  const t = useTexts(texts)
  const names = t('weekdays.full').split(',')
  return (
    <table className="month">
      <caption>{t('month', { month: Number(period.slice(5)) })}</caption>
      <thead>
        <tr>
          {t('weekdays')
            .split(',')
            .map((short, i) => (
              <th key={names[i]} scope="col">
                <abbr title={names[i]} style={{ textDecoration: 'none' }}>
                  {short}
                </abbr>
              </th>
            ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(period).map((week) => (
          <tr key={week.find((day) => day !== null)}>
            {week.map((day, i) => (
              <td key={names[i]}>{day !== null && <Day day={day} {...shown} />}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Day({ day, named, today, choose }: Shown & { day: CivilDate }) {
  const t = useTexts(texts)
  const known = named.get(day)
  const weekend = weekdayOf(day) > 5
  const classes = [
    'day',
    known?.kind ?? (weekend ? 'weekend' : ''),
    known?.corrected ? 'corrected' : '',
    day === today ? 'today' : '',
  ].join(' ')
  const kind = known?.kind ?? (weekend ? 'rest' : 'work')
  const label = [day, known?.name, t(`day.${kind}`), known?.corrected && t('day.corrected')]
    .filter(Boolean)
    .join(' · ')
  const inside = (
    <>
      {Number(day.slice(8))}
      {known !== undefined && <small>{t(`mark.${known.kind}`)}</small>}
      <span className="day-words"> {label}</span>
    </>
  )
  if (choose === undefined)
    return (
      <div className={classes} title={label}>
        {inside}
      </div>
    )
  return (
    <button type="button" className={classes} title={label} onClick={() => choose(day)}>
      {inside}
    </button>
  )
}

function weeksOf(period: Period): (CivilDate | null)[][] {
  const weeks: (CivilDate | null)[][] = []
  const last = lastDay(period)
  for (let day = firstDay(period); day <= last; day = addDays(day, 1)) {
    if (weeks.length === 0 || weekdayOf(day) === 1) weeks.push(Array<null>(7).fill(null))
    const week = weeks.at(-1)
    if (week !== undefined) week[weekdayOf(day) - 1] = day
  }
  return weeks
}
