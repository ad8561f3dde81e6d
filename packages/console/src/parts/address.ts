import { useCallback } from 'react'
import { useSearchParams } from 'react-router'

/** A filter that lives in the address, so that a list can be bookmarked, sent and gone back to. */
export function useFilter<K extends string>(
  names: readonly K[],
): [Partial<Record<K, string>>, (changes: Partial<Record<K, string | undefined>>) => void] {
  const [search, setSearch] = useSearchParams()
  const filter: Partial<Record<K, string>> = {}
  for (const name of names) {
    const value = search.get(name)
    if (value !== null && value !== '') filter[name] = value
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
