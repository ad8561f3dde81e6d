import { monotonicFactory } from 'ulid'

/** A time-ordered id: a prefix that names the kind of thing, and a ULID in lower case (`bill_01jd…`, 26 characters after the prefix). */
export type Id<P extends string = string> = `${P}_${string}`

/**
 * Random bytes in store. An id takes sixteen, and asking the system for each alone cost more than all else that an
 * import of 10,000 rooms does.
 */
const store = new Uint8Array(4096)
let used = store.length

/** A random fraction in [0, 1), from one byte: an id takes five bits of it. */
function random(): number {
  if (used === store.length) {
    crypto.getRandomValues(store)
    used = 0
  }
  const byte = store[used]!
  used += 1
  return byte / 256
}

let next = monotonicFactory(random)
let at = 0

/**
 * Ids that are made one after the other sort so, also within a millisecond.
 * @param now epoch milliseconds, above 0, so that ids made under a moved clock sort as they should
 */
export function newId<P extends string>(prefix: P, now: number): Id<P> {
  // A factory never goes back in time, a clock may.
  if (now < at) next = monotonicFactory(random)
  at = now
  return `${prefix}_${next(now).toLowerCase()}`
}

/** Whether `text` is an id with the given prefix. Clients make ids too, so this is checked at every edge. */
export function isId<P extends string>(prefix: P, text: string): text is Id<P> {
  return text.startsWith(`${prefix}_`) && /^[0-7][0-9a-hjkmnp-tv-z]{25}$/.test(text.slice(prefix.length + 1))
}
