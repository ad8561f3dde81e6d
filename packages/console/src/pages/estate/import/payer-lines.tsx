import { whoPays as texts } from './who-pays-texts.ts'
import { payersOfPage } from '@heju/core/estate/registry-import/shape'
import { searchSchema } from '@heju/core/estate/registry/shape'
import { useQuery } from '@tanstack/react-query'
import { Checkbox, Flex, Input, Segmented, Tag } from 'antd'
import { useState } from 'react'
import { useTexts } from '../../../app/language.tsx'
import { DownloadButton } from '../../../parts/download-button.tsx'
import { longestOf } from '../../../parts/longest-of.ts'
import { useNarrow } from '../../../parts/on-phone.tsx'
import { RowsTable } from '../../../parts/rows-table.tsx'
import { rowsOrWaiting } from '../../../parts/rows.ts'
import { Failure, Nothing } from '../../../parts/states.tsx'
import { listPayers, payersFile, type PayerLine } from './api.ts'
import { LineAfter, LineBefore, LineSource } from './payer-line.tsx'

interface Props {
  importId: string
  /** Of the import, as it is shown. */
  revision: number
  /** How many there are of each kind that one may look at alone. */
  counts: { places: number; assumed: number; gaps: number; leftBefore: number }
  isLeft: (place: string) => boolean
  disabled: boolean
  /** Whether it was imported: what was on record before is not what is on record now. */
  isOver: boolean
  onLeave: (place: string, isOut: boolean) => void
}

function Place({ line: { name, leftBefore }, tagged }: { line: PayerLine; tagged: boolean }) {
  const t = useTexts(texts)
  return (
    <Flex gap={8} wrap align="center">
      <strong>{name}</strong>
      {tagged && leftBefore && <Tag color="warning">{t('tag.left_before')}</Tag>}
    </Flex>
  )
}

type Asked = Parameters<typeof listPayers>[1]

/** The places where an import changes who pays, page by page, with what narrows them. */
export function PayerLines({ importId, revision, counts, isLeft, disabled, isOver, onLeave }: Props) {
  const t = useTexts(texts)
  const narrow = useNarrow()
  const [wanted, setWanted] = useState<Asked & { of: number }>({
    search: '',
    only: 'all',
    page: 1,
    of: revision,
  })
  const kinds = [
    { value: 'all' as const, label: t('only.all', { places: counts.places }) },
    ...(counts.assumed > 0 ? [{ value: 'assumed' as const, label: t('only.assumed', counts) }] : []),
    ...(counts.gaps > 0 ? [{ value: 'gaps' as const, label: t('only.gaps', counts) }] : []),
    ...(counts.leftBefore > 0
      ? [{ value: 'left_before' as const, label: t('only.left_before', counts) }]
      : []),
  ]
  // An answer may leave none of a kind, or fewer pages.
  const asked: Asked = {
    search: wanted.search,
    only: kinds.some(({ value }) => value === wanted.only) ? wanted.only : 'all',
    page: wanted.of === revision ? wanted.page : 1,
  }
  const setAsked = (next: Asked) => setWanted({ ...next, of: revision })
  const list = useQuery({
    queryKey: ['import-payers', importId, revision, asked],
    queryFn: () => listPayers(importId, asked),
    // Lines of before an answer are not what is looked at after it.
    placeholderData: (lines, before) => (before?.queryKey[2] === revision ? lines : undefined),
  })
  if (list.isLoadingError) return <Failure error={list.error} retry={() => void list.refetch()} />
  return (
    <>
      <Flex gap={12} wrap align="center">
        <Input.Search
          aria-label={t('search')}
          placeholder={t('search')}
          allowClear
          {...longestOf(searchSchema)}
          onSearch={(typed) => setAsked({ ...asked, search: typed.trim(), page: 1 })}
          style={{ maxWidth: 300 }}
        />
        {kinds.length > 1 && (
          <Segmented
            aria-label={t('only')}
            vertical={narrow}
            value={asked.only}
            onChange={(only) => setAsked({ ...asked, only, page: 1 })}
            options={kinds}
          />
        )}
        <DownloadButton load={() => payersFile(importId)}>{t('download')}</DownloadButton>
      </Flex>
      <RowsTable<PayerLine>
        label={t('title')}
        size="small"
        rowKey="place"
        {...rowsOrWaiting(list.data?.items)}
        pagination={{
          current: asked.page,
          pageSize: payersOfPage,
          total: list.data?.total ?? 0,
          hideOnSinglePage: true,
          showSizeChanger: false,
          onChange: (page) => setAsked({ ...asked, page }),
        }}
        locale={{ emptyText: <Nothing words={t('none')} /> }}
        columns={[
          {
            title: t('place'),
            onPhone: 'name',
            render: (_, line) => <Place line={line} tagged={counts.leftBefore > 0} />,
          },
          {
            title: t('after'),
            onPhone: 'plain',
            render: (_, line) => <LineAfter line={line} isLeft={isLeft(line.place)} />,
          },
          { title: t(isOver ? 'before.import' : 'before'), render: (_, line) => <LineBefore line={line} /> },
          { title: t('source'), render: (_, line) => <LineSource line={line} /> },
          {
            title: t('leave'),
            onPhone: 'foot',
            render: (_, { place, name }) => (
              <Checkbox
                aria-label={t('leave.of', { place: name })}
                checked={isLeft(place)}
                disabled={disabled}
                onChange={({ target }) => onLeave(place, target.checked)}
              >
                {t('leave')}
              </Checkbox>
            ),
          },
        ]}
      />
    </>
  )
}
