import { afterPatience } from './patience.ts'

/** Whoever holds the lock must be able to lose it: its transaction is rolled back. */
export interface LockHolder {
  surrender(): void
}

interface Waiter {
  holder: LockHolder
  grant: () => void
}

/**
 * One writer per namespace. SQLite would make the second one wait inside the engine, and with it this whole process,
 * so writers queue here, first come first served. A holder that keeps the lock for longer than `timeoutMs` loses it
 * when another waits, and only then.
 */
export class WriterLock {
  readonly #timeoutMs: number
  readonly #waiters: Waiter[] = []
  #holder: LockHolder | null = null
  #heldSince = 0
  #callOff: (() => void) | null = null

  constructor(timeoutMs: number) {
    this.#timeoutMs = timeoutMs
  }

  isHeldBy(holder: LockHolder): boolean {
    return this.#holder === holder
  }

  /** Resolves when `holder` has the lock; at once if it has it already. */
  async acquire(holder: LockHolder): Promise<void> {
    if (this.#holder === holder) return
    if (!this.#holder) {
      this.#give(holder)
      return
    }
    await new Promise<void>((grant) => {
      this.#waiters.push({ holder, grant })
      this.#watch()
    })
  }

  /** Does nothing when `holder` has lost the lock already. */
  release(holder: LockHolder): void {
    if (this.#holder !== holder) return
    this.#holder = null
    this.#stopWatching()
    const next = this.#waiters.shift()
    if (!next) return
    this.#give(next.holder)
    next.grant()
    this.#watch()
  }

  #give(holder: LockHolder): void {
    this.#holder = holder
    this.#heldSince = performance.now()
  }

  /** Sees to it that the holder loses the lock in time, as long as somebody waits for it. */
  #watch(): void {
    if (this.#waiters.length === 0) this.#stopWatching()
    const holder = this.#holder
    if (!holder || this.#waiters.length === 0 || this.#callOff) return
    const left = this.#heldSince + this.#timeoutMs - performance.now()
    this.#callOff = afterPatience(Math.max(left, 0), () => {
      holder.surrender()
      this.release(holder)
    })
  }

  #stopWatching(): void {
    this.#callOff?.()
    this.#callOff = null
  }
}
