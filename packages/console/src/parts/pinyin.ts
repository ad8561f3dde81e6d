/** Letters that a syllable begins with, and of each the last character in the order of pinyin. */
const letters = 'abcdefghjklmnopqrstwxyz'
const lasts = '驁簿錯鵽樲鰒餜靃攟鬠纙鞪糯漚曝裠鶸蜶籜鶩鑂韻糳'
/** Characters of the trade that are also read with another letter than the order of pinyin has them under. */
const alsoRead: Readonly<Record<string, string>> = {
  调: 't',
  調: 't',
  重: 'c',
  行: 'h',
  长: 'c',
  長: 'c',
  乐: 'y',
  樂: 'y',
}

const order = new Intl.Collator('zh-CN-u-co-pinyin')

/** The letters with which a character's pinyin may begin; of any other sign, itself. */
function initialsOf(character: string): string {
  if (!/\p{Script=Han}/u.test(character)) return character.toLowerCase()
  const at = [...lasts].findIndex((last) => order.compare(character, last) <= 0)
  return `${letters[at] ?? ''}${alsoRead[character] ?? ''}`
}

/** Whether what was typed is how words begin in first letters of pinyin: dt is 电梯. The browser's own order of characters tells. */
export function beginsInPinyin(words: string, typed: string): boolean {
  const characters = [...words.replaceAll(/\s/g, '')]
  return [...typed.toLowerCase()].every((letter, i) => initialsOf(characters[i] ?? '').includes(letter))
}
