/** The ids of the requests of one change, by what is sent. */
export interface RequestIds {
  /** The id of what is sent: its own again until something was done. */
  of: (sent: unknown) => string
  /** Something was done: whatever is sent from now on is another request, also where it reads the same. */
  done: () => void
  /** It was refused, so nothing came of it. */
  refused: (sent: unknown) => void
  /**
   * No answer came, so it may have been done. What was sent before it is another request from now on: under its first id it
   * would get its first answer, and what was done since would stand.
   */
  lost: (sent: unknown) => void
  /** Whether this is what got no answer last. */
  isLost: (sent: unknown) => boolean
}

/**
 * The API answers a request that comes again under its id as it did the first time, and refuses another one under it. So the
 * id goes by all that is sent, wherever on the page that comes from, and not by what a form holds.
 * @param make a fresh id
 */
export function requestIds(make: () => string): RequestIds {
  let ids = new Map<string, string>()
  let unanswered: string | undefined
  const of = (sent: unknown) => {
    const text = textOf(sent)
    const id = ids.get(text) ?? make()
    ids.set(text, id)
    return id
  }
  return {
    of,
    done: () => {
      ids = new Map()
      unanswered = undefined
    },
    refused: (sent) => {
      if (unanswered === textOf(sent)) unanswered = undefined
    },
    lost: (sent) => {
      ids = new Map([[textOf(sent), of(sent)]])
      unanswered = textOf(sent)
    },
    isLost: (sent) => unanswered === textOf(sent),
  }
}

/** What needs no input has no JSON either. */
function textOf(sent: unknown): string {
  return JSON.stringify(sent) ?? ''
}
