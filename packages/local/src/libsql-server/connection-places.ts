import { HttpError } from './failures.ts'
import { afterPatience } from './patience.ts'

/**
 * How many connections may be in use at once. Who finds none free waits for a moment and is then told to come again,
 * as sqld does it.
 */
export class ConnectionPlaces {
  readonly #waitMs: number
  readonly #waiters: (() => void)[] = []
  readonly #maxWaiters: number
  #free: number

  constructor(limits: { connections: number; waiters: number; waitMs: number }) {
    this.#free = limits.connections
    this.#maxWaiters = limits.waiters
    this.#waitMs = limits.waitMs
  }

  /** @throws HttpError 429 */
  async take(): Promise<void> {
    if (this.#free > 0) {
      this.#free -= 1
      return
    }
    if (this.#waiters.length >= this.#maxWaiters) throw new HttpError(429, 'Too many concurrent requests')
    await new Promise<void>((resolve, reject) => {
      const grant = () => {
        callOff()
        resolve()
      }
      const callOff = afterPatience(this.#waitMs, () => {
        this.#waiters.splice(this.#waiters.indexOf(grant), 1)
        reject(new HttpError(429, 'Timed out while opening database connection'))
      })
      this.#waiters.push(grant)
    })
  }

  giveBack(): void {
    const next = this.#waiters.shift()
    if (next) next()
    else this.#free += 1
  }
}
