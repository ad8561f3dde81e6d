import { complaints as texts } from './texts.ts'
import { useQuery } from '@tanstack/react-query'
import { Select, Spin } from 'antd'
import { useTexts } from '../../../app/language.tsx'
import { listCategories } from './api.ts'
import { meansCategory, useCategoryPath } from './category-name.ts'

/** One of the categories in use, found by a part of its name or its first letters. @param besides the one it has already */
export function CategorySelect({
  besides,
  onChosen,
  ...field
}: {
  besides?: string
  onChosen?: () => void
  id?: string
  value?: string
  onChange?: (categoryId: string) => void
}) {
  const t = useTexts(texts)
  const pathOf = useCategoryPath()
  const categories = useQuery({ queryKey: ['complaint-categories'], queryFn: listCategories }).data
    ?.categories
  return (
    <Select
      {...field}
      placeholder={t('category.find')}
      showSearch={{
        filterOption: (typed, option) => option !== undefined && meansCategory(typed, option),
      }}
      {...(categories === undefined && { notFoundContent: <Spin size="small" /> })}
      {...(onChosen && { onSelect: onChosen })}
      options={(categories ?? [])
        .filter(({ id }) => id !== besides)
        .map((category) => ({
          value: category.id,
          code: category.code,
          name: category.name,
          label: pathOf(category),
        }))}
    />
  )
}
