import { platesIn, wordKey } from '../registry/index.ts'
import type { Field } from './headings.ts'
import { textOf } from './holders-in.ts'
import type { TableRow } from './table-rows.ts'
import { readScaled } from './values.ts'
import { meaningOf, parkingKindWords, stateWords, tenureWords, useWords } from './vocabulary.ts'

/** What a row, or the registry, says of a room or space. */
export interface Mention {
  /** How it is written, blanks aside. */
  form: string
  /** Who has it, the owners first; each kind of holder is compared for itself. */
  holders: readonly (readonly string[])[]
  facts: Facts
  /** It says that its owner is one of several. */
  isShared: boolean
}

/** In a form in which they compare; blanks say nothing and are left out. */
export type Facts = ReadonlyMap<Field, string | number>

/** Why mentions of one place that is written in several ways may be of two: others have it, or another fact is told. */
export type Contradiction = { by: 'holders' } | { by: 'fact'; field: Field }

/** Blanks are no other way of writing; everything else may tell two places apart. */
export function formOf(written: string): string {
  return written.replaceAll(/\s/g, '')
}

/**
 * Whether mentions of one place that became one by their writing alone (0802 and 802, C001 and c1) contradict each other.
 * Null: they are written alike, or nothing else differs.
 */
export function contradiction(mentions: readonly Mention[]): Contradiction | null {
  const forms = [...Map.groupBy(mentions, ({ form }) => form).values()]
  if (forms.length < 2) return null
  const field = differingFact(forms)
  if (field !== undefined) return { by: 'fact', field }
  const isShared = mentions.some((one) => one.isShared)
  const kinds = [...mentions[0]!.holders.keys()].slice(isShared ? 1 : 0)
  return kinds.some((kind) => haveOthers(forms, ({ holders }) => holders[kind]!)) ? { by: 'holders' } : null
}

/** Whether those whom one way of writing names are named by no other. */
function haveOthers(
  forms: readonly (readonly Mention[])[],
  holdersOf: (mention: Mention) => readonly string[],
): boolean {
  const holders = forms.map((own) => new Set(own.flatMap(holdersOf))).filter(({ size }) => size > 0)
  const times = new Map<string, number>()
  for (const one of holders.flatMap((own) => [...own])) times.set(one, (times.get(one) ?? 0) + 1)
  return holders.length > 1 && holders.some((own) => [...own].every((one) => times.get(one) === 1))
}

function differingFact(forms: readonly (readonly Mention[])[]): Field | undefined {
  const told = new Map<Field, string | number>()
  for (const own of forms) {
    const mine = own.flatMap(({ facts }) => [...facts])
    const other = mine.find(([field, value]) => told.has(field) && told.get(field) !== value)
    if (other) return other[0]
    for (const [field, value] of mine) told.set(field, value)
  }
  return undefined
}

const scaled = (decimals: number) => (text: string) => {
  const reading = readScaled(text, decimals)
  return 'value' in reading ? reading.value : 0
}
const words = (known: Parameters<typeof meaningOf<string>>[0]) => (text: string) =>
  meaningOf(known, text) ?? ''

/** What tells two rooms or spaces apart beside their holders. What cannot be read is reported with its row. */
const told: Readonly<Partial<Record<Field, (text: string) => string | number>>> = {
  builtArea: scaled(2),
  innerArea: scaled(2),
  chargeArea: scaled(2),
  area: scaled(2),
  areaPrice: scaled(4),
  tariffs: wordKey,
  layout: wordKey,
  use: words(useWords),
  state: words(stateWords),
  kind: words(parkingKindWords),
  tenure: words(tenureWords),
  plate: (text) => platesIn(text).toSorted().join(),
}

export function factsIn(row: TableRow): Facts {
  const facts = Object.entries(told) as [Field, (text: string) => string | number][]
  return new Map(
    facts.flatMap(([field, read]) => {
      const fact = row.isPlaceholder(field) ? '' : read(textOf(row, field))
      return fact === '' || fact === 0 ? [] : [[field, fact] as const]
    }),
  )
}
