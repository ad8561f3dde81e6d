import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** One collection costs about as much as closing this many connections. */
const closedConnectionsPerCollection = 48

let closed = 0
let collect: (() => void) | null = null

/**
 * Counts a closed connection, and collects garbage now and then. The engine has no way to finalise a statement: a
 * closed connection keeps its three file descriptors until its statements are collected, and nothing else in a server
 * that opens database after database makes the collector hurry.
 */
export function connectionClosed(): void {
  closed += 1
  if (closed % closedConnectionsPerCollection !== 0) return
  if (!collect) {
    setFlagsFromString('--expose-gc')
    collect = runInNewContext('gc') as () => void
  }
  collect()
}
