import { frame } from '../../../app/texts.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Flex } from 'antd'
import { useTexts } from '../../../app/language.tsx'
import type { Column } from '../../../parts/one-column.tsx'
import { RowsTable } from '../../../parts/rows-table.tsx'
import { rowsOrWaiting } from '../../../parts/rows.ts'
import { Failure, Nothing } from '../../../parts/states.tsx'

/** A list of an import: it comes in parts of up to a thousand, which are leafed through page by page. */
export function PartsTable<T extends object>({
  label,
  queryKey,
  load,
  columns,
  empty,
}: {
  /** What the table shows, for who does not see it. */
  label: string
  queryKey: readonly unknown[]
  load: (part: number) => Promise<{ items: T[]; next: number | null }>
  columns: readonly Column<T & { key: number }>[]
  empty: string
}) {
  const f = useTexts(frame)
  const list = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => load(pageParam),
    initialPageParam: 0,
    getNextPageParam: (part) => part.next,
  })
  if (list.isLoadingError) return <Failure error={list.error} retry={() => void list.refetch()} />
  const rows = list.data?.pages.flatMap(({ items }) => items)
  return (
    <Flex vertical gap={12}>
      <RowsTable<T & { key: number }>
        label={label}
        size="small"
        {...rowsOrWaiting(rows?.map((row, key) => ({ ...row, key })))}
        pagination={{ defaultPageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
        locale={{ emptyText: <Nothing words={empty} /> }}
        columns={columns}
      />
      {list.hasNextPage && (
        <Button
          onClick={() => void list.fetchNextPage()}
          loading={list.isFetchingNextPage}
          style={{ alignSelf: 'center' }}
        >
          {f('more')}
        </Button>
      )}
    </Flex>
  )
}
