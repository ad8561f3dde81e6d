type Close = () => Promise<void> | void

/** What was begun and has to be ended, the last first. */
export class Endings {
  readonly #closes: Close[] = []

  add(close: Close): void {
    this.#closes.push(close)
  }

  async close(): Promise<void> {
    for (let close = this.#closes.pop(); close !== undefined; close = this.#closes.pop()) await close()
  }
}

/**
 * Aborts at Ctrl-C, at a request to end, and when the terminal is closed. The handlers stay: the same Ctrl-C can come
 * from the terminal and once more from the parent, and the second must not cut the ending off.
 */
export function stopSignal(): AbortSignal {
  const controller = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => controller.abort(new Error('stopped')))
  return controller.signal
}

/** Settles like `work`, or is rejected as soon as `stop` aborts; the work itself goes on until the process ends. */
export function unlessStopped<T>(stop: AbortSignal, work: Promise<T>): Promise<T> {
  const stopped = new Promise<never>((_, reject) => {
    stop.addEventListener('abort', () => reject(stop.reason as Error), { once: true })
  })
  return Promise.race([work, stopped])
}
