import { Flex, Typography, type TableColumnType } from 'antd'
import { Fragment, type ReactNode } from 'react'
import { Ends } from './on-phone.tsx'

/** A column of a table, with where on a phone stands what it says of a row. */
export interface Column<T> extends TableColumnType<T> {
  /**
   * `name`: heads the row, as the first column does where none is named. `end`: at the other end of that line. `plain`:
   * needs no title to be understood. `foot`: below all else, as what has no title. Otherwise it stands behind its title.
   */
  onPhone?: 'name' | 'end' | 'plain' | 'foot'
}

/** All columns as the only one that a phone has room for: each row says in it what it says in all of them. */
export function oneColumn<T>(columns: readonly Column<T>[]): Column<T> {
  const by = byPlace(columns)
  return {
    title: <Ends first={joined(by.name.map(titleOf))} last={joined(by.end.map(titleOf), ' ')} />,
    render: (_, row, index) => {
      const say = (column: Column<T>) => saidOf(column, row, index)
      return (
        <Flex vertical gap={4} style={{ whiteSpace: 'normal', overflowWrap: 'anywhere' }}>
          <Ends first={joined(by.name.map(say))} last={joined(by.end.map(say), ' ')} />
          <Flex wrap gap="4px 12px" className="pieces">
            {by.pieces.map((column, at) => (
              <Piece key={at} title={column.onPhone === 'plain' ? '' : titleOf(column)} said={say(column)} />
            ))}
          </Flex>
          <Flex wrap gap={8} className="pieces">
            {by.foot.map((column, at) => (
              <Piece key={at} title="" said={say(column)} />
            ))}
          </Flex>
        </Flex>
      )
    },
  }
}

function byPlace<T>(columns: readonly Column<T>[]) {
  const named = columns.some(({ onPhone }) => onPhone === 'name')
  const isName = (column: Column<T>) => (named ? column.onPhone === 'name' : column === columns[0])
  const rest = columns.filter((column) => !isName(column) && column.onPhone !== 'end')
  const isFoot = (column: Column<T>) => (column.onPhone ?? (titleOf(column) === '' && 'foot')) === 'foot'
  return {
    name: columns.filter(isName),
    end: columns.filter((column) => !isName(column) && column.onPhone === 'end'),
    pieces: rest.filter((column) => !isFoot(column)),
    foot: rest.filter(isFoot),
  }
}

/** What one column says, behind its title where that is needed; nothing where the wide table has an empty cell. */
function Piece({ title, said }: { title: ReactNode; said: ReactNode }) {
  if (isEmpty(said)) return null
  if (title === '') return <div>{said}</div>
  return (
    <Flex gap={4}>
      <Typography.Text type="secondary" style={{ flex: 'none' }}>
        {title}
      </Typography.Text>
      <div>{said}</div>
    </Flex>
  )
}

function titleOf<T>({ title }: Column<T>): ReactNode {
  return typeof title === 'function' ? title({}) : title
}

/** What a column says of a row, as the table itself would write it. */
function saidOf<T>({ dataIndex, render }: Column<T>, row: T, index: number): ReactNode {
  const value: unknown = dataIndex === undefined ? row : row[dataIndex as keyof T]
  return (render === undefined ? value : render(value, row, index)) as ReactNode
}

function isEmpty(said: ReactNode): boolean {
  return said === null || said === undefined || said === false || said === ''
}

/** Side by side, as far as they say anything. */
function joined(pieces: readonly ReactNode[], between = ' · '): ReactNode {
  return pieces
    .filter((piece) => !isEmpty(piece))
    .map((piece, at) => (
      <Fragment key={at}>
        {at > 0 && between}
        {piece}
      </Fragment>
    ))
}
