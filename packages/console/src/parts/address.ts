import { useCallback } from 'react'
import { useSearchParams } from 'react-router'
import { counts, type Checks, type ValueOf } from './address-values.ts'

/**
 * A filter that lives in the address, so that a list can be bookmarked, sent and gone back to. What is not what its name
 * stands for is taken as if it were not there: an address is typed, cut and grown old, and must not break a page.
 * @param own what the values of this page's own names must be; `from` and `to` are months here and days there
 */
export function useFilter<K extends string, const O extends Checks<K> = {}>(
  names: readonly K[],
  own?: O,
): [{ [name in K]?: ValueOf<name, O> }, (changes: Partial<Record<K, string | undefined>>) => void] {
  const [search, setSearch] = useSearchParams()
  const filter: { [name in K]?: ValueOf<name, O> } = {}
  for (const name of names) {
    const value = search.get(name)
    if (value !== null && counts(name, value, own ?? {})) filter[name] = value as ValueOf<K, O>
  }
  const change = useCallback(
    (changes: Partial<Record<K, string | undefined>>) =>
      setSearch((current) => {
        const next = new URLSearchParams(current)
        for (const [name, value] of Object.entries<string | undefined>(changes)) {
          if (value === undefined || value === '') next.delete(name)
          else next.set(name, value)
        }
        return next
      }),
    [setSearch],
  )
  return [filter, change]
}
