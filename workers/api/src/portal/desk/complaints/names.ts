import type { Category } from '@heju/core/desk/complaints'
import { fill, translator, type Text } from '@heju/i18n'
import { complaintTexts } from '@heju/core/desk/complaints/texts'
import type { HttpContext } from '../../../http/env.ts'

export function complaintText(c: HttpContext) {
  return translator(complaintTexts, c.var.locale)
}

/** The company's own name for a category, or the product's in the reader's language. */
export function categoryText(c: HttpContext, { code, name }: Pick<Category, 'code' | 'name'>): string {
  const text = (complaintTexts as Record<string, Text>)[`category.${code ?? ''}`]
  return name ?? (text === undefined ? '' : fill(text, c.var.locale))
}
