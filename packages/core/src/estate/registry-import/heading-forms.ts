import { wordKey } from '../registry/index.ts'
import { withoutBracketed } from './brackets.ts'
import { longestHeading } from './long-cells.ts'

const brackets = ['()', '[]', '【】', '〔〕', '<>']

interface Forms {
  /** In which a heading may be known, the likeliest first. */
  keys: readonly string[]
  /** What it names, where it names several things. */
  halves: readonly string[]
}

/** Each kind of table asks for the same headings; kept for as many as two rows of a sheet may have. */
const mostKept = 2000
const kept = new Map<string, Forms>()

/** The forms of a heading, worked out once. */
export function formsOf(heading: string): Forms {
  const before = kept.get(heading)
  if (before) return before
  if (kept.size >= mostKept) forgetHeadings()
  const plain = withoutBracketed(wordKey(heading), brackets).replaceAll(/[*:#"']/g, '')
  const halves = plain.length > longestHeading ? [] : plain.split(/[/、,|&+·]|或|和|及/)
  const forms = { keys: headingKeys(heading), halves }
  kept.set(heading, forms)
  return forms
}

/** To be called when a workbook is read: what stands in its first rows may be people. */
export function forgetHeadings(): void {
  kept.clear()
}

/** The forms in which a heading may be known: as it stands, then without what people add to it. */
function headingKeys(heading: string): string[] {
  const whole = wordKey(heading)
  const outside = withoutBracketed(whole, brackets)
  if (outside.length > longestHeading) return []
  const bare = outside
    .replaceAll(/[*:#_"'、。;-]/g, '')
    .replace(/^(?:\d+\.?|请填写|填写)(?=\D)/, '')
    .replace(/(?:m2|㎡|平方米|平米|元\/.*|元|必填|选填)$/, '')
  const plain = bare.replaceAll(/信息|资料|情况|详情/g, '')
  const inner = whole.startsWith('(') && whole.endsWith(')') ? whole.slice(1, -1) : ''
  return [...new Set([whole, bare, plain, ...(inner ? [inner] : [])])].filter(Boolean)
}
