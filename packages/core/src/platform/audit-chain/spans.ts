/** Entries by their numbers: those after `after`, up to and with `upTo`. */
export interface Span {
  after: number
  upTo: number
}

/** The same entries in as few spans as there can be, in order. */
export function joined(spans: readonly Span[]): Span[] {
  const all: Span[] = []
  for (const { after, upTo } of spans.toSorted((a, b) => a.after - b.after)) {
    const last = all.at(-1)
    if (last !== undefined && after <= last.upTo) last.upTo = Math.max(last.upTo, upTo)
    else all.push({ after, upTo })
  }
  return all
}

/** What of `spans` lies in none of `others`; both as `joined` gives them. */
export function without(spans: readonly Span[], others: readonly Span[]): Span[] {
  return spans.flatMap(({ after, upTo }) => {
    const left: Span[] = []
    let from = after
    for (const other of others) {
      if (other.upTo <= from || other.after >= upTo) continue
      if (other.after > from) left.push({ after: from, upTo: other.after })
      from = other.upTo
    }
    return from < upTo ? [...left, { after: from, upTo }] : left
  })
}
