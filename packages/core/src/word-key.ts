import { plainText } from '@heju/kernel'

/** Traditional characters of headings and coded values with their simplified ones, in pairs. */
const pairs =
  '樓楼棟栋單单號号業业電电話话證证車车費费間间門门戶户產产權权積积築筑內内係系關关類类種种備备註注價价標标準准開开結结時时編编碼码層层機机聯联絡络' +
  '稱称員员與与狀状態态實实屬属額额數数總总計计貫贯國国職职齡龄歲岁別别體体傢家務务統统識识處处館馆鋪铺舖铺場场庫库區区顏颜紅红銷销買买賣卖簽签約约' +
  '繳缴賬账帳账項项說说為为無无請请寫写對对應应聲声資资訊讯園园發发設设裝装閒闲轉转從从續续終终緊紧繫系郵邮維维護护臨临屆届詳详聽听陽阳臺台裡里裏里' +
  '後后並并個个們们會会長长東东賃赁倉仓辦办'

const simplified = new Map(pairs.match(/../gu)!.map((pair) => [pair[0]!, pair[1]!]))
const traditional = new RegExp(`[${[...simplified.keys()].join('')}]`, 'g')

/** With the traditional characters that headings use made simple. For recognising words, never for names of people. */
function toSimplified(text: string): string {
  return text.replaceAll(traditional, (character) => simplified.get(character)!)
}

/** Nothing in it has another form; a large workbook asks for its words several times. */
const ordinary = /^[\p{Unified_Ideograph}0-9A-Za-z.#:/()-]*$/u

/** Words as they compare: the plain form, no blanks, no letter case, simplified. */
export function wordKey(text: string): string {
  const plain = ordinary.test(text) ? text : plainText(text)
  return toSimplified(plain).replaceAll(/\s/g, '').toLowerCase()
}
