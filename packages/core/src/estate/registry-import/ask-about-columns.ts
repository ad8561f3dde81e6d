import { wordKey } from '../registry/index.ts'
import { columnName } from '../../platform/spreadsheets/index.ts'
import { placedRows } from './equal-rows.ts'
import type { Table } from './find-table.ts'
import { formsOf } from './heading-forms.ts'
import { fieldOf, type Field, type TableKind } from './headings.ts'
import type { Problems } from './problems.ts'
import {
  answered,
  choice,
  dataIndexes,
  mostValues,
  onlyOne,
  takeOnly,
  textAt,
  valuesOf,
  valuesOfAll,
  type Question,
  type Said,
} from './question.ts'
import type { Registered } from './registered.ts'
import { meaningOf, roleWords } from './vocabulary.ts'

const meaningsOf: Readonly<Record<TableKind, readonly Field[]>> = {
  rooms: ['building', 'unit', 'room', 'name', 'phone', 'role', 'tenant', 'floor', 'remark'],
  people: ['name', 'phone', 'number', 'role', 'remark'],
  parking: ['lot', 'space', 'name', 'phone', 'role', 'room', 'remark'],
  tariffs: ['title', 'kind', 'price', 'remark'],
  buildings: ['building', 'unit', 'floors', 'remark'],
}

/** The days of which a column may tell, where its heading speaks of a day in words that are not known. */
const daysOf: Readonly<Partial<Record<TableKind, readonly Field[]>>> = {
  rooms: ['fromOn', 'toOn', 'tenantFromOn', 'tenantToOn', 'tariffFromOn', 'propertyFromOn'],
  people: ['fromOn', 'toOn'],
  parking: ['fromOn', 'toOn'],
  tariffs: ['fromOn', 'toOn'],
}

/** Headings that speak of a place, a person or a role, in words that are not known. */
const maySpeakOfPlace = /小区|楼盘|项目|组团|期|苑|园|区|栋|幢|座|楼|单元|房|室|铺|门牌|位置|坐落|地址|弄/
const maySpeakOfPerson =
  /姓名|业主|户主|产权人|住户|租户|租客|客户|关系|身份|角色|estate|owner|tenant|room|building/i
/** What is about them and decides nothing. */
const decidesNothing =
  /时间|日期|金额|费|价|面积|数量|比例|状态|等级|年限|备注|说明|年龄|学历|标准|图片|照片|附件|创建|更新|修改|车|宠物|人数|期限|证|卡|装修|租金|押金|合同|发票|开户|银行|税|邮|物业公司|管家|店|类别|业态/

/** Headings of days from which, or until which, somebody has a place or something is charged. */
const speaksOfDay =
  /(?:入住|[迁搬](?:入|出|离)|租|退房|离开|过户|起|开始|结束|[终截停]止|到期|停用|停收|启用|生效|失效|计费|收费|计收).*(?:日期?|时间|[起止至])$|(?:start|begin|end|expiry|from|until|to)(?:date|day)$/i
/** Of what is neither: 合同签订日期, 证件到期日, 装修开始时间. */
const isOfOtherDay =
  /证|卡|车(?!位)|保|装修|签|年检|检|缴|付款|创建|更新|修改|录入|导入|开票|出账|账单|提醒|催/

/** A column that is not used and may decide which room, who or what a row is. */
interface Unclear {
  table: Table
  column: number
  heading: string
  /** It tells rows of one room with different people apart. */
  splits: boolean
}

/**
 * Asks about columns that are not understood and may decide something, the same heading of several tables once, and does
 * what was answered.
 */
export function askAboutColumns(
  tables: readonly Table[],
  said: Said,
  problems: Problems,
  registered: Registered,
): Question[] {
  const splitting = splittingColumns(tables, registered)
  const unclear = tables.flatMap((table) => [
    ...splitting.filter((one) => one.table === table),
    ...unclearColumns(table, said).filter(
      ({ column }) => !splitting.some((one) => one.table === table && one.column === column),
    ),
  ])
  return [...Map.groupBy(unclear, idOf).values()].map((columns) => {
    const question = questionOf(columns, said)
    for (const one of columns) {
      // What is asked about is not said to be left out as well.
      one.table.left = one.table.left.filter(({ column }) => column !== one.column)
      if (question.answer !== null) carryOut(one, question.id, question.answer, problems)
    }
    return question
  })
}

function idOf({ table, heading }: Pick<Unclear, 'table' | 'heading'>): string {
  return `column:${table.kind}:${wordKey(heading)}`
}

function questionOf(columns: readonly Unclear[], said: Said): Question {
  const { table, column, heading } = columns[0]!
  const values = valuesOfAll(columns.map((one) => ({ table: one.table, valueOf: valueIn(one) })))
  const meanings = columns.flatMap((one) =>
    meaningsOf[one.table.kind].filter((field) => !one.table.columns.has(field)),
  )
  const days = columns.every(mayTellDay) ? daysOf[table.kind]! : null
  const choices = days
    ? [...days.filter((field) => !table.columns.has(field)).map((field) => `is:${field}`), choice.ignore]
    : [
        ...meanings.map((field) => `is:${field}`),
        ...onlyOne(values),
        choice.building,
        ...(columns.some(({ splits }) => splits) ? [choice.sameRoom] : []),
        choice.ignore,
      ]
  return answered(
    {
      id: idOf({ table, heading }),
      about: 'column',
      sheet: table.sheet.name,
      column: columnName(column),
      heading: table.written.get(column) ?? heading,
      values: values.slice(0, mostValues),
      choices: [...new Set(choices)],
    },
    said,
  )
}

function valueIn({ table, column }: Pick<Unclear, 'table' | 'column'>): (row: number) => string {
  return (row) => textAt(table, row, column)
}

function carryOut(unclear: Unclear, id: string, answer: string, problems: Problems): void {
  const { table, column, heading } = unclear
  const valueOf = valueIn(unclear)
  const field = answer.startsWith('is:') ? (answer.slice(3) as Field) : null
  if (field !== null && !table.columns.has(field)) table.columns.set(field, column)
  if (answer === choice.building) table.said.buildingParts.push(valueOf)
  if (answer === choice.ignore)
    table.said.ignored.push({ id, what: table.written.get(column) ?? heading, valueOf })
  if (!answer.startsWith('only:')) return
  const estate = answer.slice(5)
  const rows = takeOnly(table, estate, valueOf)
  if (rows > 0)
    problems.add('rows_of_other_estates', { sheet: table.sheet.name, row: null }, { estate, rows })
}

/** Columns that are not understood or not used, and that tell rows of one room with different people apart. */
function splittingColumns(tables: readonly Table[], registered: Registered): Unclear[] {
  const rooms = tables.filter(({ kind, columns }) => kind === 'rooms' && columns.has('name'))
  const candidates = rooms.flatMap((table) =>
    table.left
      .filter(({ because, heading }) => because !== 'unused' && !isEstate(table, heading))
      .filter(({ heading }) => !decidesNothing.test(heading))
      .map(({ column, heading }) => ({ table, column, heading, splits: true })),
  )
  if (candidates.length === 0) return []
  const groups = [...Map.groupBy(placedRows(rooms, registered), ({ key }) => key).values()].filter(
    (rows) => new Set(rows.map(({ row }) => wordKey(row.text('name')))).size > 1,
  )
  const splitting = [...Map.groupBy(candidates, idOf).values()].filter((columns) =>
    groups.some((rows) => new Set(rows.flatMap(({ row }) => saidOf(columns, row.table, row.index))).size > 1),
  )
  return splitting.flat()
}

/** What the columns of one heading say in a row. */
function saidOf(columns: readonly Unclear[], table: Table, row: number): string[] {
  return columns.filter((one) => one.table === table).map((one) => wordKey(textAt(table, row, one.column)))
}

/** Columns of estates are asked about as such. */
function isEstate(table: Table, heading: string): boolean {
  return fieldOf(table.kind, heading)?.field === 'estate'
}

/**
 * Columns in unknown words that may name a place or a person, second columns of one meaning that say something else, and
 * those of which somebody has said what they are, whatever stands in them now.
 */
function unclearColumns(table: Table, said: Said): Unclear[] {
  return table.left
    .map(({ column, heading, because }) => ({ table, column, heading, because, splits: false }))
    .filter(({ heading }) => !isEstate(table, heading))
    .filter((one) => {
      const values = valuesOf(table, valueIn(one))
      if (values.length === 0) return false
      return isSaid(one, values, said) || mayTellDay(one) || (values.length > 1 && isUnclear(one))
    })
}

function isSaid(one: Unclear, values: Question['values'], said: Said): boolean {
  const id = idOf(one)
  const only = said.answers.get(id)?.startsWith('only:') ? said.answers.get(id)!.slice(5) : null
  return said.asked.has(id) || (only !== null && values.some(({ value }) => value !== only))
}

/** Of one that is not understood. One day of all rows is as much as many. */
function mayTellDay({ table, column, heading }: Pick<Unclear, 'table' | 'column' | 'heading'>): boolean {
  const words = formsOf(heading).keys.at(-1) ?? ''
  const isUnknown = table.left.some((one) => one.column === column && one.because === 'unknown')
  return isUnknown && daysOf[table.kind] !== undefined && speaksOfDay.test(words) && !isOfOtherDay.test(words)
}

const deciding = new Set<Field>(['building', 'unit', 'room', 'address', 'name', 'role', 'space'])

function isUnclear({
  table,
  column,
  heading,
  because,
}: Unclear & { because: Table['left'][number]['because'] }): boolean {
  if (because === 'unused') return false
  if (because === 'unknown')
    return (maySpeakOfPlace.test(heading) || maySpeakOfPerson.test(heading)) && !decidesNothing.test(heading)
  const field = fieldOf(table.kind, heading)?.field
  const taken = field === undefined ? undefined : table.columns.get(field)
  if (field === undefined || taken === undefined || !deciding.has(field)) return false
  return dataIndexes(table).some((row) => {
    const [mine, theirs] = [column, taken].map((one) => wordKey(textAt(table, row, one)))
    return mine !== '' && theirs !== '' && !theirs!.includes(mine!) && !mine!.includes(theirs!)
  })
}

/** Takes a column without a known heading whose every value is a word for what somebody is to a room as that. */
export function understandRoles(table: Table): void {
  if (table.columns.has('role') || table.kind === 'tariffs' || table.kind === 'buildings') return
  const found = table.left.find(({ column, because }) => {
    const values = valuesOf(table, (row) => textAt(table, row, column))
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
