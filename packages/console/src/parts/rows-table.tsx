import { Table, type TableProps } from 'antd'
import { useRef } from 'react'
import { useNarrow } from './on-phone.tsx'
import { oneColumn, type Column } from './one-column.tsx'
import { Sideways } from './sideways.tsx'

/**
 * A table of rows. On a phone all that a row says stands under each other in one column as wide as the screen: columns
 * beside each other would be out of sight, and what a table without rows says would be cut.
 */
export function RowsTable<T extends object>({
  label,
  columns,
  ...table
}: {
  /** What the table shows, for who does not see it. */
  label: string
  columns: readonly Column<T>[]
} & Omit<TableProps<T>, 'columns'>) {
  const narrow = useNarrow()
  const top = useRef<HTMLDivElement>(null)
  return (
    <div ref={top}>
      <Sideways label={label} fits={narrow}>
        <Table<T>
          pagination={false}
          {...table}
          columns={narrow && columns.length > 1 ? [oneColumn(columns)] : [...columns]}
          {...(narrow && { tableLayout: 'fixed' as const })}
          onChange={(...changed) => {
            table.onChange?.(...changed)
            if (changed[3].action === 'paginate') beginOfPage(top.current)
          }}
        />
      </Sideways>
    </div>
  )
}

/** A page is turned below its rows: the next one is read from its first row. */
function beginOfPage(table: HTMLDivElement | null): void {
  if (table !== null && table.getBoundingClientRect().top < 0) table.scrollIntoView({ block: 'start' })
}
