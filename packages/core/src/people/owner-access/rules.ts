import type { Backoff, Quota } from '../identity/index.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute

export const codeLifeMs = 5 * minute
/** Wrong tries that one code bears from the address that asked for it. */
export const codeTries = 5
/**
 * Wrong tries that it bears from all other addresses together while it is the newest of its phone, which end nothing for
 * whoever asked. An older one opens from where it was asked for only.
 *
 * So strangers have 7 codes a day (`codesADay`) × (5 + 9) tries = 98 guesses at six digits: 98 in a million, one in
 * 10,200 a day, from however many addresses. Whoever sits at an address that is known for the phone has, from there,
 * 5 codes (`phoneCodes`) × 5 tries more.
 */
export const codeTriesElsewhere = 9
/**
 * Tries at codes of one phone that were asked for elsewhere, from one address: it takes five addresses to use up what a
 * code bears, and each only once a day, so that some twenty have to join to leave a phone without one.
 */
export const guessesFrom: Quota = { kind: 'quota', tries: 2, windowMs: 24 * hour, intervalMs: 0 }
/** How long a code that was just used still works: a second tap on the button sends the form again. */
export const codeGraceMs = 10 * second

/** Codes for one phone, asked for from one address. */
export const phoneCodes: Quota = { kind: 'quota', tries: 5, windowMs: 24 * hour, intervalMs: minute }
/**
 * Codes for one phone from all addresses and devices from which nobody has signed in with it: four at once, then after
 * two, four, eight and each twelve hours. Nobody is shut out by those who ask: in between, the last code that was sent
 * stays good, and whoever holds the phone types that one in. Once it bears no more tries the next goes out at once.
 */
export const strangersCodes: Backoff = {
  kind: 'backoff',
  freeTries: 4,
  firstWaitMs: 2 * hour,
  longestWaitMs: 12 * hour,
  forgottenAfterMs: 24 * hour,
}
/**
 * Codes for one phone in a day, from all those together: what bounds the messages that anybody can have sent to somebody,
 * and the guesses (`codeTriesElsewhere`). Carriers and providers allow ten.
 */
export const codesADay: Quota = { kind: 'quota', tries: 7, windowMs: 24 * hour, intervalMs: 0 }
/**
 * Numbers typed in for one phone in a day of codes (`codesADay`), from all addresses and devices that are not known for it
 * together: as many as its codes bear. It holds whatever becomes of the codes, which are forgotten where their messages
 * reach nobody. What is typed in at a known place is counted apart.
 */
export const guessesADay: Quota = {
  ...codesADay,
  tries: codesADay.tries * (codeTries + codeTriesElsewhere),
}
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
