import type { Backoff, Quota } from '../identity/index.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute

export const codeLifeMs = 5 * minute
/** Wrong tries that one code bears from the address that asked for it. */
export const codeTries = 5
/**
 * Wrong tries that it bears from all other addresses together, which end nothing for whoever asked. With ten codes a day,
 * guessing from hundreds of addresses has 550 in a million; from one it has `guessesFrom`.
 */
export const codeTriesElsewhere = 50
/** Tries at the codes of one phone from one address: it takes many addresses to use up what a code bears. */
export const guessesFrom: Quota = { kind: 'quota', tries: 12, windowMs: hour, intervalMs: 0 }
/** How long a code that was just used still works: a second tap on the button sends the form again. */
export const codeGraceMs = 10 * second

/** Codes for one phone, asked for from one address. */
export const phoneCodes: Quota = { kind: 'quota', tries: 5, windowMs: 24 * hour, intervalMs: minute }
/**
 * Codes for one phone from all addresses and devices from which nobody has signed in with it: four at once, then one in
 * two to four hours, which makes ten a day; carriers and providers allow no more. Nobody is shut out by those who use
 * them up: in between, the last code that was sent stays good, and whoever holds the phone types that one in.
 */
export const strangersCodes: Backoff = {
  kind: 'backoff',
  freeTries: 4,
  firstWaitMs: 2 * hour,
  longestWaitMs: 4 * hour,
  forgottenAfterMs: 24 * hour,
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
