import { isCivilDate, parsePhone, tidy, type CivilDate } from '@heju/kernel'
import * as v from 'valibot'
import { isReadable } from '../../characters.ts'

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

/** Text in the one plain form in which an import and a search have it too: what nobody sees or tells apart is no difference. */
export const plainSchema = v.pipe(v.string(), v.check(isReadable, 'field.characters'), v.transform(tidy))

/** A name, number or code of the registry: not empty, at most `longest` characters. */
export const plainNameSchema = (longest: number) => v.pipe(plainSchema, v.minLength(1), v.maxLength(longest))

/** What somebody types to find something; empty finds all. */
export const searchSchema = v.optional(v.pipe(plainSchema, v.maxLength(60)), '')
/** A phone as people write it; becomes E.164. */
export const phoneSchema = v.pipe(
  v.string(),
  v.transform((text) => parsePhone(text)?.number ?? ''),
  v.check((number) => number !== '', 'field.phone'),
)
