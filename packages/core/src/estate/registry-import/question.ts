import type { Table } from './find-table.ts'
import type { TariffTerms } from '../../fees/billing/index.ts'
import type { FeeItem } from '../../fees/items/index.ts'
import type { Source, WrittenCell } from './draft.ts'
import type { CodeDoubt } from './import-rules.ts'
import { cellText } from './text.ts'

/**
 * What a workbook does not say by itself, and what would decide which room, who or what a row is. Nothing is applied
 * before a person has answered.
 */
export interface Question {
  /** The same for the same question of another workbook. */
  id: string
  /** `estate`: which of several; `column`: what it means; `same`: which of several that mean the same counts; `which`:
   * of which estate rows are that name none; `sheet`: whether it is part of the registry; `charge`: what becomes of other
   * charges for the same that rooms have already; `fee`: whether a new fee item was understood rightly; `payers`: whether who
   * pays from when was; `place`: a place whose people are left out, which nobody is asked but may say; `lot`: whether the
   * spaces of a lot are those on record that have no lot; `space`: whether codes beside rooms are new spaces, or those that
   * they were taken for. */
  about:
    | 'estate'
    | 'column'
    | 'same'
    | 'which'
    | 'sheet'
    | 'charge'
    | 'fee'
    | 'payers'
    | 'place'
    | 'lot'
    | 'space'
  sheet: string
  /** The column's letters and heading, or those of all that mean the same; null for a sheet. */
  column: string | null
  heading: string | null
  /** What stands there, with the number of rows, the most frequent first. */
  values: QuestionValue[]
  /**
   * What may be answered: `only:丁香苑` takes the rows of one estate, `take:产证面积` a column, `in:一期` says of which they are, `as:fitem_…` which fee item a new one is of;
   * see `choice` for the others.
   */
  choices: string[]
  answer: string | null
  /** Of a `fee`. */
  fee?: NewFee
  /** Of a `charge`: how many rooms it is about. */
  rooms?: number
  /** Of a `place`: as `kind|key`. */
  place?: string
  /** Of a `place`: the rows that told of it as it was left out. */
  rows?: Source[]
  /** Of a `place`: those of them that named it. */
  naming?: Source[]
  /** Of a `place` that is left out: whether anybody would come in there, so that it makes a difference. */
  makesDifference?: boolean
  /** Of a `place` whose rows tell otherwise by now, so that it is not out: what they tell of that would come in. */
  tellOf?: ToldNow[]
  /** Of `payers`. */
  payers?: PayersAsked
  /** Of a `lot`. */
  spaces?: SpacesAsked
  /** Of a `space`: what is asked of how many codes beside rooms. */
  codes?: { doubt: CodeDoubt; count: number }
}

interface QuestionValue {
  value: string
  rows: number
  /** Where several sheets are asked about, how many of the rows stand in which. */
  sheets?: { sheet: string; rows: number }[]
}

interface ToldNow {
  /** `kind|key` */
  place: string
  name: string
  /** Whether it is told of by the same rows and no others: it has another name, and is proposed to be left out. */
  isSame: boolean
}

/** How many places there are to look at. */
interface PayersAsked {
  places: number
  /** With a day that no row tells so. */
  assumed: number
  /** With days on which nobody owes, after somebody did. */
  gaps: number
  /** That rows tell of with which others had been left out. */
  leftBefore: number
  /** That are not shown, since one payer owes for all time. */
  throughout: number
}

/** A lot that lists tell, and how many spaces on record have the codes of its spaces and no lot, or another name of it. */
interface SpacesAsked {
  lot: string
  /** Empty where they have none. */
  lotOnRecord: string
  onRecord: number
  /** For which the list names people, and none of those who have them on record. */
  ofOthers: number
}

/** A fee item that would become a new tariff: how it was understood, and the cells that it was read from. */
export interface NewFee {
  /** Counted from 1. */
  row: number
  /** As the tariff will be called. */
  name: string
  item: FeeItem
  basis: Exclude<TariffTerms['basis'], 'parking_space'>
  /** Yuan × 10^4 a month, per ㎡ or per room. */
  priceE4: number
  /** What each room is charged a month beside its area. */
  additionFen: number
  /** As the workbook tells it, or as it begins where that does not; of imports from before that was kept, null. */
  fromOn: string | null
  /** Where the workbook tells it. */
  endsOn: string | null
  /** How many would be charged by it. */
  rooms: number
  cells: WrittenCell[]
}

export const choice = {
  /** It becomes part of the buildings' names: 一期3栋. */
  building: 'building',
  /** The same, but for estates whose rooms are registered without it already. Of a lot: its spaces are others than those on record. */
  others: 'others',
  /** The spaces of a lot are those on record, which get it. */
  same: 'same',
  /** Rows that it told apart speak of one room with several people. */
  sameRoom: 'same_room',
  /** It tells no rooms apart: rows that become equal without it are errors. */
  ignore: 'ignore',
  /** A new fee item, a new space, or who pays from when, is what it was understood to be. */
  right: 'right',
  /** Before the id of a fee item of the company's: it is what it was understood to be, and of that item. */
  as: 'as:',
  /** Rooms are charged as they are. */
  keep: 'keep',
  /** It is not taken, and no room is put under it; the people of a place are not, and rooms come without new spaces. */
  leave: 'leave',
} as const

/** By question id; an empty one is none. */
export type Answers = ReadonlyMap<string, string>

/** What people have said of what a workbook leaves open. */
export interface Said {
  answers: Answers
  /** Questions that are asked wherever their column is: what was once said of it holds, whatever stands in it now. */
  asked: ReadonlySet<string>
  /** The answers were given to other files. That estates are one then holds for those of which it was said, no others. */
  remembered: boolean
  /** Of this file: the questions of places, as they were asked. */
  places?: readonly Question[]
}

export const nothingSaid: Said = { answers: new Map(), asked: new Set(), remembered: false }

/** More values than anybody looks through; what differs more is no estate. */
export const mostValues = 50

/** A question with its answer, if there is one among the choices. */
export function answered(question: Omit<Question, 'answer'>, said: Said): Question {
  return { ...question, answer: choiceOf(question, said.answers.get(question.id) ?? '') }
}

/** Which choice of a question an answer is; null where it is none. */
export function choiceOf(
  { about, choices }: Pick<Question, 'about' | 'choices'>,
  answer: string,
): string | null {
  const [building, others] = [choice.building, choice.others]
  // Which of the two is offered depends on what the registry has by now; of estates they say the same.
  const alike = answer === building ? others : answer === others ? building : answer
  const may = about === 'lot' ? [answer] : [answer, alike]
  return may.find((one) => choices.includes(one)) ?? null
}

/** The rows of a table that hold something, counted from 0, without those that a person left out or nothing reads. */
export function dataIndexes({ sheet, lastHeading, columns, leftOut, long }: Table): number[] {
  const used = [...columns.values()]
  return sheet.rows.flatMap((row, at) =>
    at > lastHeading &&
    !leftOut.has(at) &&
    !long.has(at) &&
    used.filter((column) => row[column] !== null && row[column] !== undefined).length > 1
      ? [at]
      : [],
  )
}

export function textAt(table: Table, row: number, column: number): string {
  return cellText(table.sheet.rows[row]![column] ?? null)
}

/** Distinct values of the data rows, with how many rows have each; blanks count where others are filled. */
export function valuesOf(table: Table, valueOf: (row: number) => string): Question['values'] {
  const counts = new Map<string, number>()
  for (const row of dataIndexes(table)) {
    const value = valueOf(row)
    counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  if ([...counts.keys()].every((value) => value === '')) return []
  return frequentFirst(counts)
}

/** The values of a source that stands in several tables, with the rows of each sheet where there are several sheets. */
export function valuesOfAll(
  sources: readonly { table: Table; valueOf: (row: number) => string }[],
): Question['values'] {
  const told = sources.map(({ table, valueOf }) => ({
    sheet: table.sheet.name,
    values: valuesOf(table, valueOf),
  }))
  const values = together(told.map((one) => one.values))
  const bySheet = [...Map.groupBy(told, ({ sheet }) => sheet)].map(
    ([sheet, own]) => [sheet, together(own.map((one) => one.values))] as const,
  )
  if (bySheet.length < 2) return values
  return values.map(({ value, rows }) => {
    const sheets = bySheet.flatMap(([sheet, own]) => {
      const here = own.find((one) => one.value === value)
      return here ? [{ sheet, rows: here.rows }] : []
    })
    return { value, rows, sheets }
  })
}

/** The values of several tables together. */
export function together(values: readonly Question['values'][]): Question['values'] {
  const counts = new Map<string, number>()
  for (const { value, rows } of values.flat()) counts.set(value, (counts.get(value) ?? 0) + rows)
  return frequentFirst(counts)
}

function frequentFirst(counts: ReadonlyMap<string, number>): Question['values'] {
  return [...counts].map(([value, rows]) => ({ value, rows })).toSorted((a, b) => b.rows - a.rows)
}

/** `only:…` of each value, where they are few enough to be looked through. */
export function onlyOne(values: Question['values']): string[] {
  return values.length > 1 && values.length <= mostValues ? values.map(({ value }) => `only:${value}`) : []
}

/** Leaves out the rows of a table that have another value than the one that is wanted. @returns how many */
export function takeOnly(table: Table, wanted: string, valueOf: (row: number) => string): number {
  const others = dataIndexes(table).filter((row) => valueOf(row) !== wanted)
  for (const row of others) table.leftOut.add(row)
  return others.length
}
