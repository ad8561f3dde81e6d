import { complaintTexts } from '@heju/i18n/texts/complaints'
import { useTexts } from '../../app/language.tsx'

/** The name of a category: the company's own, or the product's in the reader's language. */
export function useCategoryName(): (category: { code: string | null; name: string | null }) => string {
  const c = useTexts(complaintTexts)
  return ({ code, name }) => {
    const key = `category.${code}`
    return name ?? (key in complaintTexts ? c(key as keyof typeof complaintTexts) : '')
  }
}
