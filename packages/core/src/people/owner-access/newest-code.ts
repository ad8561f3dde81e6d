import { sql, type SQL } from 'drizzle-orm'
import { codeGraceMs, codeTries, codeTriesElsewhere } from './rules.ts'

/** Whether a code is in date and not used, or used a moment ago. */
export const stillGood = (now: number) =>
  sql`expires_at > ${now} AND (used_at IS NULL OR used_at >= ${now - codeGraceMs})`

/**
 * Something of the code that was sent to a phone last, of those that are good: it is the one that people are asked to
 * type in. Null where there is none.
 */
export function ofNewest(what: SQL, phoneIndex: string, now: number): SQL {
  return sql`(SELECT ${what} FROM sign_in_codes
    WHERE phone_index = ${phoneIndex} AND ${stillGood(now)} ORDER BY created_at DESC, rowid DESC LIMIT 1)`
}

/**
 * Whether the newest code bears another try: from `place` if it was asked for there, and from elsewhere.
 * @param place key of phone and address
 * @param guessesUntil until when no code that was asked for elsewhere is tried at `place`, epoch ms or 0
 * @returns `here` from `place`, `anywhere` from any address that has not tried
 */
export function newestBears(
  phoneIndex: string,
  place: string,
  guessesUntil: SQL,
  now: number,
): { here: SQL; anywhere: SQL } {
  const [own, elsewhere] = [
    sql`asked_from = ${place} AND attempts < ${codeTries}`,
    sql`attempts_elsewhere < ${codeTriesElsewhere}`,
  ]
  const bears = (condition: SQL) => sql`coalesce(${ofNewest(condition, phoneIndex, now)}, 0)`
  return {
    here: bears(sql`(${own}) OR asked_from <> ${place} AND ${elsewhere} AND ${guessesUntil} = 0`),
    anywhere: bears(sql`(${own}) OR ${elsewhere}`),
  }
}
