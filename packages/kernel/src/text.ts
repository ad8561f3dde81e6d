import nzh from 'nzh/cn'

/**
 * What nobody sees: zero-width spaces and joiners, direction marks and embeddings, soft hyphens, byte order marks,
 * variation selectors, fillers (Unicode's Default_Ignorable_Code_Point and Cf), the blank of Braille, and control
 * characters that are no white space. They come in with what is copied from chats, contact lists and PDF files, and make equal things unequal.
 */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const unseen = /[\p{Default_Ignorable_Code_Point}\p{Cf}\u2800\u0000-\u0008\u000E-\u001F\u007F-\u009F]/gu
/** Hyphens, the non-breaking hyphen, the figure and en dash, the minus sign: to the eye one thing. */
const dashes = /[\u2010-\u2013\u2212]/g
/** One long dash joins the parts of a room (3栋—1501); prose doubles it (——), and keeps it. */
const singleLongDash = /(?<![\u2014\u2015])[\u2014\u2015](?![\u2014\u2015])/g
/** The dots by which keyboards write the one between the parts of a name (阿不都·热合曼). */
const middleDots = /[\u2022\u2027\u2219\u22C5\u30FB]/g

/**
 * The one plain form of what a cell, a form field, a search or a sign-in holds: no marks that nobody sees, full-width
 * letters and digits and other compatibility forms made plain (`３－２－１５０１` is `3-2-1501`, `㎡` is `m2`, a radical
 * copied from a PDF is the character; Unicode NFKC), one hyphen, one middle dot. White space stays as it is.
 *
 * For names, numbers and codes; not for prose, where the full-width comma is the right one.
 */
export function plainText(text: string): string {
  return text
    .replaceAll(unseen, '')
    .normalize('NFKC')
    .replaceAll(dashes, '-')
    .replaceAll(singleLongDash, '-')
    .replaceAll(middleDots, '·')
}

/** As `plainText`, with runs of white space as one space, and none at the ends. */
export function tidy(text: string): string {
  return plainText(text).replaceAll(/\s+/g, ' ').trim()
}

/** Text as it was written, on one line: no marks that nobody sees, and runs of white space, line breaks too, as one space. */
export function oneLine(text: string): string {
  return text.replaceAll(unseen, '').replaceAll(/\s+/g, ' ').trim()
}

/**
 * A room as the trade writes it: `3栋-2单元-1501`; `3栋-1501` where a building has no units. A building or unit that is
 * only a number or a Latin letter gets its 栋 or 单元; one that brings its own word (`A座`, `5号楼`, `东单元`) keeps it.
 */
export function roomName(building: string, unit: string | null, room: string): string {
  return [withSuffix(building, '栋'), unit ? withSuffix(unit, '单元') : null, room].filter(Boolean).join('-')
}

function withSuffix(name: string, suffix: string): string {
  return /^[\dA-Za-z-]+$/.test(name) ? `${name}${suffix}` : name
}

/**
 * A key by which names with numbers sort as people expect: `2栋` before `10栋`, `十栋` as `10栋`. It is stored beside the
 * name, because the database compares text byte by byte. Equal keys (`1栋`, `01栋`) leave the order to the id.
 */
export function naturalSortKey(text: string): string {
  return tidy(text)
    .toLowerCase()
    .replaceAll(/[一二三四五六七八九十]+/g, (numeral) => String(nzh.decodeS(numeral)))
    .replaceAll(/\d+/g, (digits) => withLength(digits.replace(/^0+(?=\d)/, '')))
}

/** A number with its length before it, so that the longer one is the later one. From nine digits on, each eight count as a 9. */
function withLength(digits: string): string {
  const beyond = Math.floor((digits.length - 1) / 8)
  return `${'9'.repeat(beyond)}${digits.length - beyond * 8}${digits}`
}
