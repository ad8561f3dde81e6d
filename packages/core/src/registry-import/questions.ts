import { readRoomName, wordKey } from '../registry/index.ts'
import type { Table } from './find-table.ts'
import { fieldOf, type Field, type TableKind } from './headings.ts'
import type { Problems } from './problems.ts'
import { columnName, type Sheet } from '../spreadsheets/index.ts'
import { cellText } from './text.ts'
import { meaningOf, roleWords } from './vocabulary.ts'

/**
 * What a workbook does not say by itself, and what would decide which room, who or what a row is. Nothing is applied
 * before a person has answered.
 */
export interface Question {
  /** The same for the same question of the next workbook of this layout. */
  id: string
  /** `estate`: which of several; `column`: what it means; `sheet`: whether it is part of the registry. */
  about: 'estate' | 'column' | 'sheet'
  sheet: string
  /** The column's letters and heading; null for a sheet. */
  column: string | null
  heading: string | null
  /** What stands there, with the number of rows, the most frequent first. */
  values: { value: string; rows: number }[]
  /** What may be answered: see `answersOf`. */
  choices: string[]
  answer: string | null
}

/** By question id. */
export type Answers = ReadonlyMap<string, string>

/** More values than anybody looks through; what differs more is no estate. */
const mostValues = 50

/** `only:丁香苑` takes the rows of one estate; `building` makes it part of the buildings' names; `ignore` drops it. */
const partOfBuilding = 'building'
const ignored = 'ignore'
const meaningsOf: Readonly<Record<TableKind, readonly Field[]>> = {
  rooms: ['building', 'unit', 'room', 'name', 'phone', 'role', 'tenant', 'floor', 'remark'],
  people: ['name', 'phone', 'number', 'role', 'remark'],
  parking: ['lot', 'space', 'name', 'phone', 'role', 'room', 'remark'],
  tariffs: ['title', 'kind', 'price', 'remark'],
  buildings: ['building', 'unit', 'floors', 'remark'],
}

/** Headings that speak of a place, a person or a role, in words that are not known. */
const maySpeakOfPlace = /小区|楼盘|项目|组团|期|苑|园|区|栋|幢|座|楼|单元|房|室|铺|门牌|位置|坐落|地址|弄/
const maySpeakOfPerson =
  /姓名|业主|户主|产权人|住户|租户|租客|客户|关系|身份|角色|estate|owner|tenant|room|building/i
/** What is about them and decides nothing. */
const decidesNothing =
  /时间|日期|金额|费|价|面积|数量|比例|状态|等级|年限|备注|说明|年龄|学历|标准|图片|照片|附件|创建|更新|修改|车|宠物|人数|期限|证|卡|装修|租金|押金|合同|发票|开户|银行|税|邮|物业公司|管家|店|类别|业态/

/** Finds what is to be asked about the columns of a table, and does what was answered. */
/** @param known names of the registry's rooms, as `wordKey` has them: nothing is unclear about those */
export function askAboutColumns(
  table: Table,
  answers: Answers,
  problems: Problems,
  known: Known = new Map(),
): Question[] {
  understandRoles(table)
  const estates = [...estateColumns(table), ...splittingColumns(table)]
  const asked = new Set(estates.map(({ column }) => column))
  const unknown = unclearColumns(table).filter(({ column }) => !asked.has(column))
  const questions = [
    ...estates.map(({ column, about }) => questionOf(table, column, about)),
    ...unknown.map(({ column }) => questionOf(table, column, 'column')),
    ...estatesInNames(table, known),
  ]
  // What is asked about is not said to be left out as well.
  const inQuestion = new Set(questions.map(({ column }) => column))
  table.left = table.left.filter(({ column }) => !inQuestion.has(columnName(column)))
  for (const question of questions) {
    const answer = answers.get(question.id)
    if (answer === undefined || !question.choices.includes(answer)) continue
    question.answer = answer
    carryOut(table, question, answer, problems, known)
  }
  return questions
}

function questionOf(table: Table, column: number, about: 'estate' | 'column'): Question {
  const heading = table.headings.get(column)!
  const values = valuesOf(table, (row) => cellText(table.sheet.rows[row]![column] ?? null))
  const only = values.length <= mostValues ? values.map(({ value }) => `only:${value}`) : []
  const meanings = meaningsOf[table.kind].filter((field) => !table.columns.has(field))
  const choices =
    about === 'estate'
      ? [...only, partOfBuilding, ignored]
      : [...meanings.map((field) => `is:${field}`), ...only, partOfBuilding, ignored]
  const id = about === 'estate' ? `estate:${wordKey(heading)}` : `column:${table.kind}:${wordKey(heading)}`
  const place = { sheet: table.sheet.name, column: columnName(column), heading }
  return {
    id,
    about,
    ...place,
    values: values.slice(0, mostValues),
    choices: [...new Set(choices)],
    answer: null,
  }
}

function carryOut(
  table: Table,
  { column, heading }: Question,
  answer: string,
  problems: Problems,
  known: Known,
): void {
  const at = column === null ? null : indexOf(column)
  const inName = heading === null || !table.headings.has(at ?? -1)
  if (answer === partOfBuilding && at !== null) table.buildingParts.push(at)
  if (answer === partOfBuilding && (at === null || inName)) table.estateInName = true
  if (answer.startsWith('is:') && at !== null) table.columns.set(answer.slice(3) as Field, at)
  if (!answer.startsWith('only:')) return
  const wanted = answer.slice(5)
  const valueOf = (row: number) =>
    at === null ? estateInName(table, row, known) : cellText(table.sheet.rows[row]![at] ?? null)
  const others = dataIndexes(table).filter((row) => valueOf(row) !== wanted)
  for (const row of others) table.leftOut.add(row)
  if (others.length > 0)
    problems.add(
      'rows_of_other_estates',
      { sheet: table.sheet.name, row: null },
      { estate: wanted, rows: others.length },
    )
}

/** Columns of estates and phases in which rows differ. */
function estateColumns(table: Table): { column: number; about: 'estate' }[] {
  const column = table.columns.get('estate')
  const more = table.left.filter(
    ({ because, heading }) => because === 'repeated' && isEstate(table.kind, heading),
  )
  return [...(column === undefined ? [] : [column]), ...more.map((one) => one.column)]
    .filter((at) => valuesOf(table, (row) => cellText(table.sheet.rows[row]![at] ?? null)).length > 1)
    .map((at) => ({ column: at, about: 'estate' }))
}

function isEstate(kind: TableKind, heading: string): boolean {
  return fieldOf(kind, heading)?.field === 'estate'
}

/** Columns that are not understood or not used, and that tell rows of one room with different people apart. */
function splittingColumns(table: Table): { column: number; about: 'column' }[] {
  if (table.kind !== 'rooms') return []
  const identity = (['building', 'unit', 'room', 'address'] as const).flatMap(
    (field) => table.columns.get(field) ?? [],
  )
  const name = table.columns.get('name')
  if (name === undefined) return []
  const at = (row: number, column: number) => wordKey(cellText(table.sheet.rows[row]![column] ?? null))
  const groups = [
    ...Map.groupBy(dataIndexes(table), (row) => identity.map((column) => at(row, column)).join('|')).values(),
  ].filter((rows) => new Set(rows.map((row) => at(row, name))).size > 1)
  return table.left
    .filter(({ because, heading }) => because !== 'unused' && !decidesNothing.test(heading))
    .filter(({ column }) => groups.some((rows) => new Set(rows.map((row) => at(row, column))).size > 1))
    .map(({ column }) => ({ column, about: 'column' }))
}

/** Columns in unknown words that may name a place or a person, and second columns of one meaning that say something else. */
function unclearColumns(table: Table): { column: number }[] {
  const deciding = new Set<Field>(['building', 'unit', 'room', 'address', 'name', 'role', 'space'])
  return table.left.filter(({ column, heading, because }) => {
    const values = valuesOf(table, (row) => cellText(table.sheet.rows[row]![column] ?? null))
    if (values.length < 2 || because === 'unused') return false
    if (because === 'unknown')
      return (
        (maySpeakOfPlace.test(heading) || maySpeakOfPerson.test(heading)) && !decidesNothing.test(heading)
      )
    const field = fieldOf(table.kind, heading)?.field
    const taken = field === undefined ? undefined : table.columns.get(field)
    if (field === undefined || taken === undefined || !deciding.has(field)) return false
    return dataIndexes(table).some((row) => {
      const [mine, theirs] = [column, taken].map((one) =>
        wordKey(cellText(table.sheet.rows[row]![one] ?? null)),
      )
      return mine !== '' && theirs !== '' && !theirs!.includes(mine!) && !mine!.includes(theirs!)
    })
  })
}

/** A column without a known heading whose every value is a word for what somebody is to a room. */
function understandRoles(table: Table): void {
  if (table.columns.has('role') || table.kind === 'tariffs' || table.kind === 'buildings') return
  const found = table.left.find(({ column, because }) => {
    const values = valuesOf(table, (row) => cellText(table.sheet.rows[row]![column] ?? null))
    return (
      because !== 'repeated' &&
      values.some(({ value }) => /业主|租|家属/.test(value)) &&
      values.every(({ value }) => value.length <= 5 && meaningOf(roleWords, value) !== null)
    )
  })
  if (!found) return
  table.columns.set('role', found.column)
  table.left = table.left.filter((one) => one !== found)
}

/** 丁香苑1栋101 beside 海棠园1栋101: the estate stands in the rooms' names. */
function estatesInNames(table: Table, known: Known): Question[] {
  const column = table.columns.get('address') ?? table.columns.get('room')
  if (column === undefined || table.kind === 'people') return []
  const values = valuesOf(table, (row) => estateInName(table, row, known))
  if (values.length < 2) return []
  const heading = table.headings.get(column)!
  const choices = [
    ...values.slice(0, mostValues).map(({ value }) => `only:${value}`),
    partOfBuilding,
    ignored,
  ]
  const id = `estate-in-name:${wordKey(heading)}`
  return [
    {
      id,
      about: 'estate',
      sheet: table.sheet.name,
      column: null,
      heading,
      values: values.slice(0, mostValues),
      choices,
      answer: null,
    },
  ]
}

type Known = ReadonlyMap<string, unknown>

function estateInName(table: Table, row: number, known: Known): string {
  const column = table.columns.get('address') ?? table.columns.get('room')
  const text = column === undefined ? '' : cellText(table.sheet.rows[row]![column] ?? null)
  const estate = known.has(wordKey(text)) ? '' : (readRoomName(text)?.estate ?? '')
  const inBuilding = table.columns.get('building')
  const building = inBuilding === undefined ? '' : cellText(table.sheet.rows[row]![inBuilding] ?? null)
  // 一期1栋-101 beside 一期1栋 leaves nothing open.
  return estate !== '' && wordKey(building).includes(wordKey(estate)) ? '' : estate
}

function dataIndexes({ sheet, lastHeading, columns, leftOut }: Table): number[] {
  const used = [...columns.values()]
  return sheet.rows.flatMap((row, at) =>
    at > lastHeading &&
    !leftOut.has(at) &&
    used.filter((column) => row[column] !== null && row[column] !== undefined).length > 1
      ? [at]
      : [],
  )
}

/** Distinct values of the data rows, with how many rows have each; blanks count where others are filled. */
function valuesOf(table: Table, valueOf: (row: number) => string): Question['values'] {
  const counts = new Map<string, number>()
  for (const row of dataIndexes(table)) {
    const value = valueOf(row)
    counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  if ([...counts.keys()].every((value) => value === '')) return []
  return [...counts].map(([value, rows]) => ({ value, rows })).toSorted((a, b) => b.rows - a.rows)
}

function indexOf(column: string): number {
  return [...column].reduce((sum, letter) => sum * 26 + letter.codePointAt(0)! - 64, 0) - 1
}

/** Asks whether a sheet is part of the registry. @param take whether there is a way to take it */
export function askAboutSheet(sheet: Sheet, answers: Answers, take: boolean): Question {
  const id = `sheet:${wordKey(sheet.name)}`
  const choices = take ? ['take', 'leave_out'] : ['leave_out']
  const values = (sheet.rows.find((row) => row.filter((cell) => cell !== null).length > 1) ?? [])
    .map(cellText)
    .filter(Boolean)
    .map((value) => ({ value, rows: 1 }))
  const answer = answers.get(id)
  const known = answer !== undefined && choices.includes(answer) ? answer : null
  return {
    id,
    about: 'sheet',
    sheet: sheet.name,
    column: null,
    heading: null,
    values: values.slice(0, 12),
    choices,
    answer: known,
  }
}

/** One question of several tables is asked once. */
export function mergedQuestions(questions: readonly Question[]): Question[] {
  return [...Map.groupBy(questions, ({ id }) => id).values()].map(([first, ...others]) => {
    const counts = new Map(first!.values.map(({ value, rows }) => [value, rows]))
    for (const { value, rows } of others.flatMap((one) => one.values))
      counts.set(value, (counts.get(value) ?? 0) + rows)
    const choices = [...new Set([first!, ...others].flatMap((one) => one.choices))]
    return { ...first!, choices, values: [...counts].map(([value, rows]) => ({ value, rows })) }
  })
}
