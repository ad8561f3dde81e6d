import { noServiceLine } from '@heju/core/estate/service-lines/shape'
import { serviceLineTexts } from '@heju/core/estate/service-lines/texts'
import { complaintCategories as texts } from './texts.ts'
import { useQuery } from '@tanstack/react-query'
import { App, Button, Flex, Tag, Typography } from 'antd'
import { useState } from 'react'
import { api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useMay } from '../../../app/session.tsx'
import { useCommand } from '../../../parts/form.ts'
import { Page } from '../../../parts/page.tsx'
import { RowsTable } from '../../../parts/rows-table.tsx'
import { rowsOrWaiting } from '../../../parts/rows.ts'
import { Failure, Nothing } from '../../../parts/states.tsx'
import { useCategoryName } from '../complaints/category-name.ts'
import { listAllCategories, type Category } from './api.ts'
import { CategoryForm } from './category-form.tsx'

export function Component() {
  const t = useTexts(texts)
  const may = useMay()
  const [open, setOpen] = useState<Category | 'new'>()
  const categories = useQuery({ queryKey: ['complaint-categories', 'all'], queryFn: listAllCategories })
  const all = categories.data ?? []
  return (
    <Page
      title={t('title')}
      about={t('about')}
      actions={
        may('company.settings') && (
          <Button type="primary" onClick={() => setOpen('new')}>
            {t('add')}
          </Button>
        )
      }
    >
      {categories.isLoadingError ? (
        <Failure error={categories.error} retry={() => void categories.refetch()} />
      ) : (
        <Categories rows={categories.data} change={setOpen} />
      )}
      {open !== undefined && (
        <CategoryForm
          all={all}
          {...(open !== 'new' && { category: open })}
          close={() => setOpen(undefined)}
        />
      )}
    </Page>
  )
}

function Categories({
  rows,
  change,
}: {
  rows: Category[] | undefined
  change: (category: Category) => void
}) {
  const t = useTexts(texts)
  const l = useTexts(serviceLineTexts)
  const may = useMay()
  const categoryName = useCategoryName()
  return (
    <RowsTable<Category>
      label={t('title')}
      size="middle"
      rowKey="id"
      {...rowsOrWaiting(rows)}
      locale={{ emptyText: <Nothing words={t('empty')} /> }}
      columns={[
        {
          title: t('name'),
          render: (_, category) => {
            const name = categoryName(category)
            return category.parentId === null ? (
              <strong>{name}</strong>
            ) : (
              <span style={{ paddingInlineStart: 24 }}>{name}</span>
            )
          },
        },
        {
          title: l('serviceLine'),
          onPhone: 'plain',
          render: (_, { serviceLine, parentId }) =>
            serviceLine === null ? (
              <Tag color="warning">{l(`line.${noServiceLine}`)}</Tag>
            ) : (
              <Typography.Text {...(parentId !== null && { type: 'secondary' })}>
                {l(`line.${serviceLine}`)}
              </Typography.Text>
            ),
        },
        {
          title: t('state'),
          onPhone: 'end',
          render: (_, { archived }) =>
            archived ? <Tag>{t('state.archived')}</Tag> : <Tag color="success">{t('state.used')}</Tag>,
        },
        {
          title: t('aboutFees'),
          onPhone: 'plain',
          render: (_, { aboutFees }) => (aboutFees ? t('aboutFees.yes') : null),
        },
        {
          title: t('position'),
          align: 'right',
          render: (_, { position }) => position,
        },
        {
          title: '',
          render: (_, category) =>
            may('company.settings') && (
              <Flex gap={8}>
                <Button
                  size="small"
                  aria-label={`${t('change')} ${categoryName(category)}`}
                  onClick={() => change(category)}
                >
                  {t('change')}
                </Button>
                <PutAway category={category} rows={rows ?? []} />
              </Flex>
            ),
        },
      ]}
    />
  )
}

/** Puts a category away, after what follows from that was said, or takes it up again. */
function PutAway({ category, rows }: { category: Category; rows: readonly Category[] }) {
  const t = useTexts(texts)
  const categoryName = useCategoryName()
  const { modal } = App.useApp()
  const { id, archived } = category
  const save = useCommand({
    command: api.complaints.categories[':categoryId'].$put,
    asks: (json: { archived: boolean }) => ({
      param: { categoryId: id },
      json,
    }),
    refreshes: [['complaint-categories']],
    done: t(archived ? 'restored' : 'archived'),
  })
  const label = categoryName(category)
  const below = rows.filter((row) => row.parentId === id && !row.archived).map(categoryName)
  const ask = async () => {
    const meant = await modal.confirm({
      title: t('archive.title', { name: label }),
      content: below.length === 0 ? t('archive.about') : t('archive.below', { names: below.join('、') }),
      okText: t('archive'),
    })
    if (meant) save.mutate({ archived: true })
  }
  return (
    <Button
      size="small"
      aria-label={`${t(archived ? 'restore' : 'archive')} ${label}`}
      loading={save.isPending}
      onClick={() => (archived ? save.mutate({ archived: false }) : void ask())}
    >
      {t(archived ? 'restore' : 'archive')}
    </Button>
  )
}
