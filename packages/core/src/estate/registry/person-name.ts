import { tidy } from '@heju/kernel'

/** Surnames of two characters, which people part from the given name by a blank. */
const longSurnames =
  /^(?:欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|司徒|东方|東方|皇甫|尉迟|公孙|公孫|令狐|慕容|宇文|长孙|長孫|夏侯|端木|独孤|南宫|南宮|西门|西門)$/

/**
 * The names between which blanks stand: they part Han names of two to four characters, and stand within names that are
 * shorter, longer or Latin. 张 三 is one, 张三 李四 are two.
 */
export function namesBetweenBlanks(text: string): string[] {
  const parts = text.split(/\s+/)
  if (parts.length === 2 && longSurnames.test(parts[0]!)) return [parts.join('')]
  if (parts.length > 1 && parts.every((part) => /^\p{Script=Han}{2,4}$/u.test(part))) return parts
  return [withoutBlanks(text)]
}

/** Han names have no blanks within. */
export function withoutBlanks(name: string): string {
  return name.replaceAll(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
}

/** A person's name in the one form in which an import, a form and a search have it: 王 芳 is 王芳. */
export function personName(text: string): string {
  const plain = tidy(text)
  const [name, ...more] = namesBetweenBlanks(plain)
  return name === undefined || more.length > 0 ? plain : name
}
