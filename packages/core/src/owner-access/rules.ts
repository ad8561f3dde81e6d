import type { Quota } from '../identity/index.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute

export const codeLifeMs = 5 * minute
/**
 * Wrong tries that one code bears from the address that asked for it, and as many from all others together: five from
 * elsewhere end nothing for whoever asked. With ten codes a day, guessing has 100 in a million.
 */
export const codeTries = 5
/** How long a code that was just used still works: a second tap on the button sends the form again. */
export const codeGraceMs = 10 * second

/** Codes for one phone, asked for from one address. */
export const phoneCodes: Quota = { kind: 'quota', tries: 5, windowMs: 24 * hour, intervalMs: minute }
/**
 * Codes for one phone from all addresses from which nobody has signed in with it: carriers and providers allow no more,
 * and strangers who use them up stop no address that is known.
 */
export const strangersCodes: Quota = { kind: 'quota', tries: 10, windowMs: 24 * hour, intervalMs: 0 }
/** Codes asked for from one address, behind which a whole estate may be. */
export const addressCodes: Quota = { kind: 'quota', tries: 60, windowMs: hour, intervalMs: 0 }

/** Six digits, each code as likely as any other. @param draw a whole number from 0 to 2^32 − 1 each time it is called */
export function drawCode(draw: () => number): string {
  const codes = 1_000_000
  const fair = 2 ** 32 - (2 ** 32 % codes)
  let drawn = draw()
  while (drawn >= fair) drawn = draw()
  return (drawn % codes).toString().padStart(6, '0')
}
