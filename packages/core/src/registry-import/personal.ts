import { parsePhone } from '@heju/kernel'
import type { Cell } from '../spreadsheets/index.ts'
import { cellText } from './text.ts'
import type { IdKind, PersonKind } from '../registry/index.ts'
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
    // Our own lists show phones so; they say nothing that the registry does not know.
    if (/^\d{3,4}-?\*{3,4}-?\d{4}$|^\+\d{2,3}\*{4}\d{4}$/.test(part)) continue
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
  return text.replaceAll(/\([^)\d]*\)/g, '').trim()
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
  /(?:公司|集团|中心|委员会|银行|学校|医院|事务所|合作社|商行|工厂|研究所|管理局|管理处|基金会|协会|支行|分行|酒店|超市|幼儿园|办事处)(?:\(.*\))?$/

export function personKindOf(name: string): PersonKind {
  return organisationWords.test(name) ? 'organisation' : 'natural'
}

/** The names of a cell: 张三、李四 are two; 张 三 is one, 张三 李四 two. */
export function readNames(cell: Cell): string[] {
  const text = cellText(cell)
  const parts = text
    .split(/[、,/;|\n&]|(?<=\p{Script=Han})和(?=\p{Script=Han})/u)
    .flatMap((part) => splitByBlank(part.trim()))
  return [...new Set(parts.filter(Boolean))]
}

/** Surnames of two characters, which people part from the given name by a blank. */
const longSurnames =
  /^(?:欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|司徒|东方|東方|皇甫|尉迟|公孙|公孫|令狐|慕容|宇文|长孙|長孫|夏侯|端木|独孤|南宫|南宮|西门|西門)$/

/** Blanks part Han names of two to four characters, and stand within names that are shorter, longer or Latin. */
function splitByBlank(text: string): string[] {
  const parts = text.split(/\s+/)
  if (parts.length === 2 && longSurnames.test(parts[0]!)) return [parts.join('')]
  if (parts.length > 1 && parts.every((part) => /^\p{Script=Han}{2,4}$/u.test(part))) return parts
  return [text.replaceAll(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')]
}
