/** Where the next character of a kind stands, asked for from places further and further on: each is looked at once. */
function finder(text: string, isSought: (character: string) => boolean): (from: number) => number {
  let found = -1
  return (from) => {
    if (found < from) {
      found = from
      while (found < text.length && !isSought(text[found]!)) found += 1
    }
    return found
  }
}

/**
 * A text without its brackets and what stands in them: 姓名(必填) is 姓名. One that is not closed stays. Each character is
 * looked at a few times at most, where an expression such as `\(.*?\)` begins anew at every bracket.
 * @param pairs an opening and a closing character each
 * @param staysWith characters with one of which in it a bracket stays
 */
export function withoutBracketed(
  text: string,
  pairs: readonly string[],
  staysWith?: Pick<RegExp, 'test'>,
): string {
  if (!pairs.some(([open]) => text.includes(open!))) return text
  const closing = new Map(
    pairs.map(([open, close]) => [open, finder(text, (character) => character === close)] as const),
  )
  const kept = finder(text, (character) => staysWith?.test(character) ?? false)
  const parts: string[] = []
  let from = 0
  for (let at = 0; at < text.length; at++) {
    const end = closing.get(text[at])?.(at)
    if (end === undefined || end === text.length || kept(at) < end) continue
    parts.push(text.slice(from, at))
    at = end
    from = end + 1
  }
  return parts.join('') + text.slice(from)
}
