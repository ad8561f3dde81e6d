type Part = Readonly<Record<string, unknown>>
type Joined<P extends readonly Part[]> = P extends readonly [
  infer First extends Part,
  ...infer Rest extends readonly Part[],
]
  ? First & Joined<Rest>
  : unknown

/**
 * Puts registers of several capabilities together. Two that name the same would go unseen where one is spread over the other: the
 * later would say what the earlier's code means. Thrown at the start of the program, so that no test misses it.
 */
export function joined<const P extends readonly Part[]>(...parts: P): Joined<P> {
  const entries = parts.flatMap((part) => Object.entries(part))
  const all = new Map<string, unknown>()
  for (const [code, said] of entries) {
    if (all.has(code)) throw new Error(`${code} is said by two capabilities`)
    all.set(code, said)
  }
  return Object.fromEntries(all) as Joined<P>
}
