import { complaintTexts } from '@heju/core/desk/complaints/texts'
import { useTexts } from '../../../app/language.tsx'
import { beginsInPinyin } from '../../../parts/pinyin.ts'
import type { listCategories } from './api.ts'

/** The name of a category: the company's own, or the product's in the reader's language. */
export function useCategoryName(): (category: { code: string | null; name: string | null }) => string {
  const c = useTexts(complaintTexts)
  return ({ code, name }) => {
    const key = `category.${code}`
    return name ?? (key in complaintTexts ? c(key as keyof typeof complaintTexts) : '')
  }
}

/** The same with what it is under: there may be one of its name elsewhere. */
export function useCategoryPath(): (category: NamedCategory) => string {
  const nameOf = useCategoryName()
  return (category) => {
    const { parentId, parentCode, parentName } = category
    const name = nameOf(category)
    return parentId === null ? name : `${nameOf({ code: parentCode, name: parentName })} / ${name}`
  }
}

/** What tells a category in words. */
export type NamedCategory = Pick<
  Awaited<ReturnType<typeof listCategories>>['categories'][number],
  'code' | 'name' | 'parentId' | 'parentCode' | 'parentName'
>

/**
 * Whether what was typed means a category: a part of what it is called, or the first letters of its own name in pinyin, which
 * is faster with somebody on the phone. The product's is found by its Chinese name in every language.
 */
export function meansCategory(
  typed: string,
  { code, name, label }: { code: string | null; name: string | null; label: string },
): boolean {
  const wish = typed.trim()
  if (label.toLowerCase().includes(wish.toLowerCase())) return true
  const key = `category.${code}`
  const ofProduct = key in complaintTexts ? complaintTexts[key as keyof typeof complaintTexts]['zh-CN'] : ''
  return [name ?? '', ofProduct].some((words) => beginsInPinyin(words, wish))
}
