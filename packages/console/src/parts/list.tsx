import { frame } from '../app/texts.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Flex, type TableProps } from 'antd'
import { useTexts } from '../app/language.tsx'
import { leadsTo } from './leads-to.ts'
import type { Column } from './one-column.tsx'
import { RowsTable } from './rows-table.tsx'
import { rowsOrWaiting } from './rows.ts'
import { Failure, Nothing } from './states.tsx'

/** One page of a list that is paged by key. */
export interface ListPage<T> {
  items: T[]
  next: string | null
}

/**
 * A long list: pages by key, as far as one reads. `queryKey` holds the filter, `load` asks for the page after a key.
 */
export function List<T extends { id: string }>({
  queryKey,
  load,
  columns,
  empty,
  rowHref,
  ...table
}: {
  queryKey: readonly unknown[]
  load: (after: string | undefined) => Promise<ListPage<T>>
  columns: readonly Column<T>[]
  /** What will appear here and how to begin. */
  empty: React.ReactNode
  /** Where a click on a row leads. */
  rowHref?: (row: T) => void
} & Omit<TableProps<T>, 'columns' | 'dataSource'>) {
  const t = useTexts(frame)
  const list = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => load(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
  if (list.isLoadingError) return <Failure error={list.error} retry={() => void list.refetch()} />
  const more = () => void list.fetchNextPage()
  const rows = list.data?.pages.flatMap((page) => page.items)
  return (
    <Flex vertical gap={16}>
      <RowsTable<T>
        label={t('list.label')}
        size="middle"
        rowKey="id"
        columns={columns}
        {...rowsOrWaiting(rows)}
        locale={{ emptyText: typeof empty === 'string' ? <Nothing words={empty} /> : empty }}
        {...(rowHref !== undefined && { onRow: (row: T) => leadsTo(() => rowHref(row)) })}
        {...table}
      />
      {list.isFetchNextPageError && <Failure error={list.error} retry={more} />}
      {list.hasNextPage && !list.isFetchNextPageError && (
        <Button onClick={more} loading={list.isFetchingNextPage} style={{ alignSelf: 'center' }}>
          {t('more')}
        </Button>
      )}
    </Flex>
  )
}
