const written = /^(\d{4})-(\d\d)-(\d\d)(?: (\d\d):(\d\d))?$/
const millisecondsOfADay = 86_400_000
/** The day that a spreadsheet numbers 0. */
const zero = Date.UTC(1899, 11, 30)
/** 1900-03-01. Before it the numbers are off by one for a 29th of February that there was not. */
const firstSerial = 61

/**
 * The number that a spreadsheet has for a day (`2026-11-22`) or a minute of it (`2026-11-22 15:04`), of a wall clock: it
 * knows no zones. What it has no number for stays the text that it is.
 */
export function serialOf(text: string): number | string {
  const match = written.exec(text)
  if (match === null) return text
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = match.slice(1).map((part) => Number(part ?? 0))
  const serial = (Date.UTC(year, month - 1, day, hour, minute) - zero) / millisecondsOfADay
  // Years up to 99 are taken for those of the twentieth century.
  return year > 99 && serial >= firstSerial ? serial : text
}
