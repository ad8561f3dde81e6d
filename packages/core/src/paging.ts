import { invalidInput } from '@heju/kernel'
import * as v from 'valibot'

const usualPage = 50
const longestPage = 200

/** Where a list goes on and how much of it is wanted; both come as text in an address. */
export const pageEntries = {
  /** `next` of the page before. */
  after: v.optional(v.pipe(v.string(), v.maxLength(500))),
  limit: v.optional(
    v.pipe(
      v.union([v.string(), v.number()]),
      v.transform(Number),
      v.integer(),
      v.minValue(1),
      v.maxValue(longestPage),
    ),
    usualPage,
  ),
}
export const pageQuerySchema = v.object(pageEntries)
export type PageQuery = v.InferInput<typeof pageQuerySchema>

/** One page of a list; `next` is null on the last. */
export interface Page<T> {
  items: T[]
  next: string | null
}

export const pageSchema = <S extends v.GenericSchema>(item: S) =>
  v.object({ items: v.array(item), next: v.nullable(v.string()) })

/** The values by which the list is ordered, of the last row that was shown: the last one unique. */
export type PageKey = readonly (string | number)[]

/** Cuts rows, of which one more than `limit` was asked for, to a page. */
export function pageOf<T>(rows: readonly T[], limit: number, keyOf: (row: T) => PageKey): Page<T> {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null }
}

export function encodeCursor(key: PageKey): string {
  const bytes = new TextEncoder().encode(JSON.stringify(key))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

/**
 * The key that a cursor stands for; undefined without a cursor.
 * @param shape the type of each value, so that nothing else ever reaches a query
 * @throws `request.invalid` for what is not a cursor of this list
 */
export function decodeCursor<K extends PageKey>(
  after: string | undefined,
  shape: { readonly [I in keyof K]: K[I] extends number ? 'number' : 'string' },
): K | undefined {
  if (after === undefined) return undefined
  const key = readJson(after)
  const fits =
    Array.isArray(key) &&
    key.length === shape.length &&
    key.every(
      (value, i) =>
        typeof value === shape[i] &&
        (typeof value === 'string' ? isStorable(value) : Number.isSafeInteger(value)),
    )
  if (!fits) throw invalidInput({}, { fields: [{ path: 'after', code: 'field.cursor' }] })
  return key as unknown as K
}

/** What stood in a database: none holds U+0000 or halves of characters, and one that is asked for them fails. */
function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0')
}

function readJson(after: string): unknown {
  try {
    const bytes = Uint8Array.from(atob(after.replaceAll('-', '+').replaceAll('_', '/')), (c) =>
      c.charCodeAt(0),
    )
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}
