import nzh from 'nzh/cn'

/**
 * Full-width letters, digits, signs and the wide space in their plain forms (`３－２－１５０１` is `3-2-1501`). For names,
 * numbers and codes; not for prose, where the full-width comma is the right one.
 */
export function toHalfWidth(text: string): string {
  return text
    .replaceAll(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replaceAll('　', ' ')
    .replaceAll('￥', '¥')
}

/**
 * What a spreadsheet cell or a form field means to say: half-width, no marks that nobody sees (zero-width spaces, byte
 * order marks), runs of white space as one space, none at the ends.
 */
export function tidy(text: string): string {
  return toHalfWidth(text)
    .replaceAll(/[\u{200B}-\u{200F}\u{2060}\u{FEFF}\u{00AD}]/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
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
