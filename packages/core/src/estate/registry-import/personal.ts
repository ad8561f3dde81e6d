import { parsePhone } from '@heju/kernel'
import type { Cell } from '../../platform/spreadsheets/index.ts'
import { withoutBracketed } from './brackets.ts'
import { cellText } from './text.ts'
import {
  nameKey,
  namesBetweenBlanks,
  withoutBlanks,
  type IdKind,
  type PersonKind,
} from '../registry/index.ts'
import { meaningfulText, type Reading } from './values.ts'

/** Phones that are typed where none is known: one digit nine times, a prefix and zeros, or counting up. */
const placeholderPhone = /^(?:\d{2}(\d)\1{8}|1\d\d0{8}|(\d)\2+|1234567890\d?|12345678|13800138000)$/

export type PhoneProblem = 'phone_malformed' | 'phone_damaged' | 'phone_placeholder' | 'phone_extension'

/**
 * The phones of a cell in E.164 form, as many as stand in it, and what is wrong with the rest.
 * @param placeholders numbers that the workbook's remarks give for "none"
 */
export function readPhones(
  cell: Cell,
  placeholders: ReadonlySet<string>,
): { phones: string[]; wrong: PhoneProblem[] } {
  const phones: string[] = []
  const wrong: PhoneProblem[] = []
  for (const part of splitPhones(meaningfulText(cell))) {
    const digits = part.replaceAll(/\D/g, '').replace(/^(?:00)?86(?=1\d{10}$)/, '')
    const phone = parsePhone(part)
    // Our own lists show phones with their middle hidden; they say nothing that the registry does not know.
    if (/\*{3}/.test(part)) continue
    if (placeholders.has(digits) || placeholderPhone.test(digits)) wrong.push('phone_placeholder')
    else if (phone === null)
      wrong.push(/^\d(?:\.\d+)?e\+?\d+$/i.test(part) ? 'phone_damaged' : 'phone_malformed')
    else {
      phones.push(phone.number)
      if (phone.extension !== undefined) wrong.push('phone_extension')
    }
  }
  return { phones: [...new Set(phones)], wrong }
}

/** A cell with one phone in groups (138 0000 0001) is one; else what separators or eleven digits in a row set apart. */
function splitPhones(text: string): string[] {
  const plain = withoutNote(text)
  if (plain === '' || parsePhone(plain)) return plain === '' ? [] : [plain]
  const parts = text
    .split(/[、,/;|\n]|和|或/)
    .map(withoutNote)
    .filter(Boolean)
  return parts.flatMap((part) => (parsePhone(part) ? [part] : (part.match(/1[3-9]\d{9}/g) ?? [part])))
}

/** Without whose it is, as in 13900000000(妻). */
function withoutNote(text: string): string {
  return withoutBracketed(text, ['()'], /\d/).trim()
}

export interface IdDocument {
  kind: IdKind
  number: string
}

const placeholderId = /^(?:(\d)\1{5,}|123456\d*|0+)$/

/**
 * An ID number: of 18 characters with a right check character (GB 11643), of 15 as issued before 1999, a company's
 * unified code (GB 32100), or another document's of 5 to 20 letters and digits.
 *
 * A spreadsheet keeps 15 digits of a number, so that an ID number typed as a number ends in zeros: it is damaged, and
 * no longer says whose it is.
 */
export function readIdDocument(cell: Cell, placeholders: ReadonlySet<string>): Reading<IdDocument> {
  const text = meaningfulText(cell).replaceAll(/[\s-]/g, '').toUpperCase()
  if (text === '') return { blank: true }
  if (placeholders.has(text) || placeholderId.test(text)) return { wrong: 'id_placeholder' }
  if (/^\d(?:\.\d+)?E\+?\d+$/.test(text)) return { wrong: 'id_damaged' }
  if (/^\d{17}[\dX]$/.test(text)) {
    if (hasRightCheck(text)) return { value: { kind: 'resident_id', number: text } }
    return { wrong: text.endsWith('000') || typeof cell === 'number' ? 'id_damaged' : 'id_malformed' }
  }
  if (/^\d{15}$/.test(text))
    return isBirthday(`19${text.slice(6, 12)}`)
      ? { value: { kind: 'resident_id', number: text } }
      : { wrong: 'id_malformed' }
  if (isUnifiedCode(text)) return { value: { kind: 'uscc', number: text } }
  // 18 characters are an ID number or a company's code, and neither has come out right.
  return /^(?=.*\d)[A-Z\d()]{5,20}$/.test(text) && text.length !== 18 && !/^\d{16,}$/.test(text)
    ? { value: { kind: 'other', number: text } }
    : { wrong: 'id_malformed' }
}

const checkWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** ISO 7064 MOD 11-2 over a birthday that exists. */
function hasRightCheck(id: string): boolean {
  const sum = checkWeights.reduce((total, weight, at) => total + weight * Number(id[at]), 0)
  return '10X98765432'[sum % 11] === id[17] && isBirthday(id.slice(6, 14))
}

function isBirthday(digits: string): boolean {
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8)].map(Number) as [
    number,
    number,
    number,
  ]
  const date = new Date(Date.UTC(year, month - 1, day))
  return year >= 1880 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

const unifiedAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** GB 32100: 17 characters weighted by powers of 3, modulo 31. */
function isUnifiedCode(text: string): boolean {
  if (!/^[\dA-HJ-NPQRTUWXY]{18}$/.test(text)) return false
  let weight = 1
  let sum = 0
  for (const character of text.slice(0, 17)) {
    sum += unifiedAlphabet.indexOf(character) * weight
    weight = (weight * 3) % 31
  }
  return unifiedAlphabet[(31 - (sum % 31)) % 31] === text[17]
}

const organisationWords =
  '公司|集团|中心|委员会|银行|学校|医院|事务所|合作社|商行|工厂|研究所|管理局|管理处|基金会|协会|支行|分行|酒店|超市|幼儿园|办事处'
const endsAsOrganisation = new RegExp(`(?:${organisationWords})$`)
/** A branch or place may stand behind it in brackets. */
const beforeBracket = new RegExp(`(?:${organisationWords})\\(`)

export function personKindOf(name: string): PersonKind {
  const isOne = endsAsOrganisation.test(name) || (name.endsWith(')') && beforeBracket.test(name))
  return isOne ? 'organisation' : 'natural'
}

/**
 * The names of a cell: 张三、李四 are two; 张 三 is one, 张三 李四 two. A sign that names have within them too parts only where
 * it cannot belong to one: 张三和李四 but 张和平, Tom & Mary but R&F, 张三,李四 but O'Neil, John and ABC Co., Ltd.
 * @param registered names that the registry has, by `nameKey`: such a one is one, whatever is in it
 */
export function readNames(cell: Cell, registered: ReadonlySet<string> = new Set()): string[] {
  const text = cellText(cell)
  const parts = wholeNames(text, registered).flatMap(({ part, known }) =>
    known ? [withoutBlanks(part)] : partedNames(part).flatMap((one) => namesBetweenBlanks(one.trim())),
  )
  return [...new Set(parts.filter(Boolean))]
}

/** Names on record have one or two such signs in them, if any. */
const mostMarksInName = 4

/** Parted at the signs that stand in no name, unless the registry has a name with one: the longest such first. */
function wholeNames(text: string, registered: ReadonlySet<string>): { part: string; known: boolean }[] {
  const marks = [...text.matchAll(/[、;|\n]/g)].map(({ index }) => index)
  const [starts, ends] = [
    [0, ...marks.map((at) => at + 1)],
    [...marks, text.length],
  ]
  const parts: { part: string; known: boolean }[] = []
  for (let first = 0; first < starts.length;) {
    const candidates = ends
      .slice(first, first + 1 + mostMarksInName)
      .map((end) => text.slice(starts[first], end).trim())
    const longest = candidates.findLastIndex((name) => registered.has(nameKey(name)))
    parts.push({ part: candidates[Math.max(longest, 0)]!, known: longest >= 0 })
    first += Math.max(longest, 0) + 1
  }
  return parts
}

const latinCompany = /\b(?:co|company|ltd|limited|inc|llc|llp|corp|plc|gmbh|pte|holdings|group)\b/i
const isLatin = (text: string) => /^[\p{Script=Latin}\s.'’-]+$/u.test(text)

function partedNames(text: string): string[] {
  if (latinCompany.test(text) && isLatin(text.replaceAll(/[,&()\d]/g, ''))) return [text]
  return text
    .split(/\/|(?<=\p{Script=Han})&|&(?=\p{Script=Han})|(?<=\s)&(?=\s)/u)
    .flatMap(partedByComma)
    .flatMap(partedByAnd)
}

/** O'Neil, John is a surname and a given name; John Smith, Mary Smith are two people. */
function partedByComma(text: string): string[] {
  const parts = text.split(',')
  const isSurnameFirst =
    parts.length === 2 &&
    parts.every((part) => part.trim() !== '' && isLatin(part)) &&
    parts.some((part) => !/\s/.test(part.trim()))
  return isSurnameFirst ? [text] : parts
}

/** 和 joins names of two characters or more; it is part of many a given name (张和平) and company. */
function partedByAnd(text: string): string[] {
  const parts = text.split('和')
  const joins = parts.length > 1 && parts.every((part) => /^\p{Script=Han}{2,4}$/u.test(part.trim()))
  return joins && personKindOf(text) === 'natural' ? parts : [text]
}
