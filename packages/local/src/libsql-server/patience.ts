/** In how many parts the time is waited for. */
const parts = 10

/**
 * Runs something after `ms` milliseconds in which this thread could have answered others. A bulk statement keeps the
 * whole process busy, and who waits meanwhile shall not be told that others were too slow: ticks that fall into such a
 * time count as one.
 * @returns what calls it off
 */
export function afterPatience(ms: number, run: () => void): () => void {
  let left = parts
  const timer = setInterval(() => {
    left -= 1
    if (left > 0) return
    clearInterval(timer)
    run()
  }, ms / parts)
  return () => clearInterval(timer)
}
