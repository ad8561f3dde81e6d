import { occupancies as texts } from './texts.ts'
import { rooms as roomTexts } from '../rooms/texts.ts'
import { registryTexts } from '@heju/core/estate/registry/texts'
import { Button, Flex } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTexts } from '../../../app/language.tsx'
import { useMay } from '../../../app/session.tsx'
import { RowsTable } from '../../../parts/rows-table.tsx'
import { Nothing } from '../../../parts/states.tsx'
import { Span } from '../rooms/span.tsx'
import type { Occupancy, Somebody } from './api.ts'
import { CorrectOccupancy } from './correct.tsx'
import { EndOccupancy } from './end.tsx'

/** Who is or was what: the present first, then what has ended. Each row can be ended or corrected. */
export function OccupancyTable<T extends Occupancy>({
  label,
  heading,
  rows,
  empty,
  ofRow,
  nameOf,
  renderName,
  phoneOf,
}: {
  label: string
  /** Of the first column: the person, or the place. */
  heading: string
  rows: readonly T[]
  empty: string
  /** Who is where, by the row. */
  ofRow: (row: T) => Somebody
  nameOf: (row: T) => string
  renderName: (row: T) => ReactNode
  phoneOf?: (row: T) => string | null
}) {
  const t = useTexts(texts)
  const o = useTexts(roomTexts)
  const r = useTexts(registryTexts)
  const may = useMay()
  const [doing, setDoing] = useState<{ what: 'end' | 'correct'; row: T }>()
  const close = () => setDoing(undefined)
  const withPlates = rows.some(({ plate }) => plate !== null)
  return (
    <>
      <RowsTable<T>
        label={label}
        size="small"
        rowKey="occupancyId"
        dataSource={rows}
        locale={{ emptyText: <Nothing words={empty} /> }}
        columns={[
          { title: heading, render: (_, row) => renderName(row) },
          { title: o('role'), onPhone: 'end', render: (_, { role }) => r(`role.${role}`) },
          ...(phoneOf ? [{ title: o('phone'), render: (_: unknown, row: T) => phoneOf(row) ?? '—' }] : []),
          {
            title: o('share'),
            render: (_, { shareE4 }) => (shareE4 === null ? '—' : `${shareE4 / 100}%`),
          },
          ...(withPlates ? [{ title: o('plate'), render: (_: unknown, { plate }: T) => plate ?? '—' }] : []),
          { title: o('fromOn'), render: (_, { fromOn }) => fromOn ?? '—' },
          { title: o('toOn'), render: (_, { fromOn, toOn }) => <Span fromOn={fromOn} toOn={toOn} /> },
          ...(may('registry.write')
            ? [
                {
                  title: t('actions'),
                  onPhone: 'foot' as const,
                  render: (_: unknown, row: T) => (
                    <Flex gap={8}>
                      {row.toOn === null && (
                        <Button size="small" onClick={() => setDoing({ what: 'end', row })}>
                          {t('end')}
                        </Button>
                      )}
                      <Button size="small" onClick={() => setDoing({ what: 'correct', row })}>
                        {t('correct')}
                      </Button>
                    </Flex>
                  ),
                },
              ]
            : []),
        ]}
      />
      {doing?.what === 'end' && <EndOccupancy occupancy={doing.row} name={nameOf(doing.row)} close={close} />}
      {doing?.what === 'correct' && (
        <CorrectOccupancy
          occupancy={doing.row}
          of={ofRow(doing.row)}
          name={nameOf(doing.row)}
          close={close}
        />
      )}
    </>
  )
}
