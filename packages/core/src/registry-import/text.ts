import { isDateCell, type Cell } from './sheet.ts'

/** Traditional characters of headings and coded values with their simplified ones, in pairs. */
const pairs =
  '樓楼棟栋單单號号業业電电話话證证車车費费間间門门戶户產产權权積积築筑內内係系關关類类種种備备註注價价標标準准開开結结時时編编碼码層层機机聯联絡络' +
  '稱称員员與与狀状態态實实屬属額额數数總总計计貫贯國国職职齡龄歲岁別别體体傢家務务統统識识處处館馆鋪铺舖铺場场庫库區区顏颜紅红銷销買买賣卖簽签約约' +
  '繳缴賬账帳账項项說说為为無无請请寫写對对應应聲声資资訊讯園园發发設设裝装閒闲轉转從从續续終终緊紧繫系郵邮維维護护臨临屆届詳详聽听陽阳臺台裡里裏里' +
  '後后並并個个們们會会長长東东'

const simplified = new Map(
  [...pairs].flatMap((character, at, all) =>
    at % 2 === 0 && character !== all[at + 1] ? [[character, all[at + 1]!]] : [],
  ) as [string, string][],
)

/** With the traditional characters that headings use made simple. For recognising words, never for names of people. */
export function toSimplified(text: string): string {
  return [...text].map((character) => simplified.get(character) ?? character).join('')
}

/**
 * A cell as clean text: full-width letters and digits made plain, invisible characters and outer blanks dropped, and
 * the marks by which people force Excel to keep a number as text (`="0138"`, a leading apostrophe).
 */
export function cellText(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return numberText(cell)
  if (isDateCell(cell)) return cell.date
  const plain = cell
    .normalize('NFKC')
    .replaceAll(/[\u200B-\u200F\u2060\uFEFF]/g, '')
    .replaceAll(/[^\S\n]+/g, ' ')
    .trim()
  return plain.replace(/^="(.*)"$/s, '$1').replace(/^'/, '')
}

/** A number in plain digits. An ID number that Excel took for a number has 18 digits, which JavaScript still writes out. */
function numberText(value: number): string {
  // A sum such as 0.1 + 0.2 is stored with its error; twelve decimals are more than any column of a registry has.
  return Number.isInteger(value) ? String(value) : String(Number(value.toFixed(12)))
}

/** Words as they compare: no blanks, no letter case, simplified. */
export function wordKey(text: string): string {
  return toSimplified(text.normalize('NFKC')).replaceAll(/\s/g, '').toLowerCase()
}
