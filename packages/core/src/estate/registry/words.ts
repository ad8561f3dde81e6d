import { wordKey } from '../../word-key.ts'

export { wordKey }

/**
 * A person's name as it compares: as words do, with every apostrophe the same (O’Neil, O'Neil) and none before it, where a
 * spreadsheet takes it for its own mark.
 */
export function nameKey(name: string): string {
  return wordKey(name)
    .replaceAll(/[’‘ʼ`]/g, "'")
    .replace(/^'+/, '')
}

const chineseDigits = '零一二三四五六七八九'

/** 1 to 99 in Chinese words: 三, 十二, 二十, 廿一. Null: something else. */
export function chineseNumber(text: string): number | null {
  const plain = text.replaceAll('两', '二').replace(/^廿/, '二十').replaceAll('〇', '零')
  const tens = /^([一二三四五六七八九])?十([一二三四五六七八九])?$/.exec(plain)
  if (tens)
    return (
      (tens[1] ? chineseDigits.indexOf(tens[1]) : 1) * 10 + (tens[2] ? chineseDigits.indexOf(tens[2]) : 0)
    )
  return /^[零一二三四五六七八九]$/.test(plain) ? chineseDigits.indexOf(plain) : null
}
