import { tidy } from './text.ts'

/** A telephone number that was understood. */
export interface Phone {
  /** `mobile` takes text messages; `service` is a 400 or 800 number; `foreign` was written with its country code. */
  kind: 'mobile' | 'landline' | 'service' | 'foreign'
  /** `+8613812341234`: the E.164 form, by which numbers are compared, stored and looked up. */
  number: string
  /** The extension of a landline or service number, digits only. */
  extension?: string
}

/** Numbers with their country code, extension and blanks take 30 characters. */
const longestPhone = 100

/**
 * Reads a telephone number as it stands in a spreadsheet or form: with or without +86, spaces, dashes, brackets,
 * full-width digits, an extension. Null when it is none, or more than one.
 *
 * The rule covers the mainland's numbering plan (mobiles 1[3-9] and nine digits; area codes 010, 02x and 03xx–09xx; 400 and
 * 800), plus any number that brings another country code, as those of owners in Hong Kong, Macau or abroad do.
 * libphonenumber knows every country's plan but weighs 29 kB gzipped, and tells no more about the mainland's.
 * @param areaCode of the company's city (`021`), for landlines written without one
 */
export function parsePhone(text: string, areaCode = ''): Phone | null {
  // Both ways, since one character may stand for eighteen in the plain form.
  if (text.length > longestPhone) return null
  const plain = tidy(text).replace(/\.0$/, '') // a number cell that was read as a fraction
  if (plain.length > longestPhone) return null
  const keyword = /^(.+?)\s*(?:转|轉|分机|分機|ext\.?|x)\s*(\d{1,6})$/i.exec(plain)
  if (keyword) return withExtension(readNumber(keyword[1]!, areaCode), keyword[2]!)
  const whole = readNumber(plain, areaCode)
  const dash = /^(.+)-(\d{1,6})$/.exec(plain)
  return whole || !dash ? whole : withExtension(readNumber(dash[1]!, areaCode), dash[2]!)
}

function readNumber(text: string, areaCode: string): Phone | null {
  const compact = text.replaceAll(/[\s\-–—().·]/g, '')
  const foreign = /^(?:\+|00)(?!86)([1-9]\d{6,13})$/.exec(compact)
  if (foreign) return { kind: 'foreign', number: `+${foreign[1]}` }
  const international = /^(?:\+86|0086|86(?=1[3-9]\d{9}$))(\d+)$/.exec(compact)
  if (international) return mainland(international[1]!) ?? mainland(`0${international[1]}`)
  return mainland(compact) ?? mainland(areaCode + compact)
}

function mainland(digits: string): Phone | null {
  if (/^1[3-9]\d{9}$/.test(digits)) return { kind: 'mobile', number: `+86${digits}` }
  if (/^[48]00\d{7}$/.test(digits)) return { kind: 'service', number: `+86${digits}` }
  // An area code's leading 0 is dialled within the country only.
  const landline = /^0((?:10|2\d)[2-9]\d{7}|[3-9]\d{2}[2-9]\d{6,7})$/.exec(digits)
  return landline ? { kind: 'landline', number: `+86${landline[1]}` } : null
}

function withExtension(phone: Phone | null, extension: string): Phone | null {
  return phone && (phone.kind === 'landline' || phone.kind === 'service') ? { ...phone, extension } : null
}

/** The parts of a number in E.164 form as it is read aloud in China: head, hidden part, last four digits. */
const shapes: readonly { shape: RegExp; shown: string; masked: string }[] = [
  { shape: /^\+86(1\d\d)(\d{4})(\d{4})$/, shown: '$1 $2 $3', masked: '$1****$3' },
  { shape: /^\+86([48]00)(\d{3})(\d{4})$/, shown: '$1-$2-$3', masked: '$1-***-$3' },
  { shape: /^\+86(10|2\d|[3-9]\d\d)(\d{3,4})(\d{4})$/, shown: '0$1-$2$3', masked: '0$1-****$3' },
  { shape: /^\+(\d{2,3})(\d+?)(\d{4})$/, shown: '+$1$2$3', masked: '+$1****$3' },
]

/** As people read it: `138 1234 1234`, `021-62345678`, `400-820-8820`, `+85291234567`. */
export function formatPhone(number: string): string {
  const known = shapes.find(({ shape }) => shape.test(number))
  return known ? number.replace(known.shape, known.shown) : number
}

/**
 * `138****1234`, `021-****5678`, `+852****4567`: enough to recognise a number one knows, too little to call one that one
 * does not (D32). What is not in E.164 form is hidden altogether.
 */
export function maskPhone(number: string): string {
  const known = shapes.find(({ shape }) => shape.test(number))
  return known ? number.replace(known.shape, known.masked) : '****'
}
