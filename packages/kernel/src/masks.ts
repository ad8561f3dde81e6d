/**
 * A person's name with its middle hidden: `王*明`, `王*` for two characters, `欧**明` for four (D32). For people; the name of a
 * company is public.
 */
export function maskName(name: string): string {
  // By code point, because rare surnames (𠮷) take two code units.
  const characters = [...name.trim()]
  const [first, last] = [characters.at(0), characters.at(-1)]
  if (characters.length <= 1) return '*'.repeat(characters.length)
  if (characters.length === 2) return `${first}*`
  return `${first}${'*'.repeat(characters.length - 2)}${last}`
}

/**
 * `1101**********0011`: the region and the last four of an identity number. Passports and other papers are shorter
 * and keep two at either end; what is shorter than eight is hidden altogether.
 */
export function maskIdNumber(number: string): string {
  const text = number.trim()
  if (text.length < 8) return '*'.repeat(text.length)
  const kept = text.length >= 15 ? 4 : 2
  return text.slice(0, kept) + '*'.repeat(text.length - 2 * kept) + text.slice(-kept)
}
