import { isCivilDate, parsePhone, type CivilDate } from '@heju/kernel'
import * as v from 'valibot'

/** May be left out or null; null then. */
export const optional = <S extends v.GenericSchema>(schema: S) => v.optional(v.nullable(schema), null)

/** A day that exists, `YYYY-MM-DD`. */
export const dateSchema = v.pipe(
  v.string(),
  v.check(isCivilDate, 'field.date'),
  v.transform((text) => text as CivilDate),
)
/** What staff note about a room or person. */
export const remarkSchema = v.optional(v.pipe(v.string(), v.trim(), v.maxLength(500)), '')

/** What somebody types to find something; empty finds all. */
export const searchSchema = v.optional(v.pipe(v.string(), v.trim(), v.maxLength(60)), '')
/** A phone as people write it; becomes E.164. */
export const phoneSchema = v.pipe(
  v.string(),
  v.transform((text) => parsePhone(text)?.number ?? ''),
  v.check((number) => number !== '', 'field.phone'),
)
