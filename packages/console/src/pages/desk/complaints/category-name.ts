import { complaintTexts } from '@heju/core/desk/complaints/texts'
import { useTexts } from '../../../app/language.tsx'

/** The name of a category: the company's own, or the product's in the reader's language. */
export function useCategoryName(): (category: { code: string | null; name: string | null }) => string {
  const c = useTexts(complaintTexts)
  return ({ code, name }) => {
    const key = `category.${code}`
    return name ?? (key in complaintTexts ? c(key as keyof typeof complaintTexts) : '')
  }
}

/** First letters of the product's own categories in pinyin: dt is faster than 电梯 with somebody on the phone. */
const initials: Readonly<Record<string, string>> = {
  facilities: 'sssb',
  air_conditioning: 'kt',
  lighting: 'zm',
  water: 'gs',
  power: 'gd',
  lift: 'dt',
  services: 'glfw',
  attitude: 'fwtd',
  quality: 'fwzl',
  mail: 'yjkd',
  fees: 'sf',
  building_quality: 'fwzl',
  renovation: 'zx',
  vehicles: 'cl',
  community_events: 'sqhd',
  incidents: 'tfsj',
  neighbours: 'llgx',
  misunderstanding: 'rsbz',
  other: 'qt',
}

/** Whether what was typed means a category: a part of its name, or its first letters. */
export function meansCategory(
  typed: string,
  { code, label }: { code: string | null; label: string },
): boolean {
  const wish = typed.trim().toLowerCase()
  return label.toLowerCase().includes(wish) || (initials[code ?? ''] ?? '').startsWith(wish)
}
