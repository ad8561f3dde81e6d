import { searchSchema } from '@heju/core/estate/registry/shape'
import { Input } from 'antd'
import { useFilter } from './address.ts'
import { longestOf } from './longest-of.ts'

/** What is looked for, kept in the address as `search`. @param label says what one may look for by */
export function SearchBox({ label }: { label: string }) {
  const [{ search = '' }, setFilter] = useFilter(['search'])
  return (
    <Input.Search
      // Back and forward in the browser change the address: what stands in the box follows.
      key={search}
      aria-label={label}
      placeholder={label}
      allowClear
      {...longestOf(searchSchema)}
      defaultValue={search}
      onSearch={(typed) => setFilter({ search: typed.trim() })}
      style={{ maxWidth: 360, marginBottom: 16 }}
    />
  )
}
