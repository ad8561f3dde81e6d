import { evaluate } from './conditions.ts'
import type { Connection } from './connection.ts'
import { StatementError, transactionTimeout } from './failures.ts'
import type { Namespace } from './namespace.ts'
import type { Condition, DescribeResult, StatementResult } from './protocol.ts'
import { parseOne, type Statement, type StatementKind } from './statement.ts'
import type { NativeValue } from './values.ts'
import type { LockHolder } from './writer-lock.ts'

/** One statement that is ready to run. */
export interface Step {
  statement: Statement
  args: NativeValue[]
  wantRows: boolean
  condition: Condition | null
}

/** A step that was skipped has neither a result nor an error. */
export interface StepOutcome {
  result: StatementResult | null
  error: StatementError | null
}

/** After this long the loop lets other requests run, so that readers go on beside a long batch. */
const breathMs = 10

/** A connection in use by one stream, together with its place in the queue of writers. */
export class Session implements LockHolder {
  readonly namespace: Namespace
  readonly #connection: Connection
  readonly #maxResponseBytes: number
  #lostLock = false

  constructor(namespace: Namespace, connection: Connection, maxResponseBytes: number) {
    this.namespace = namespace
    this.#connection = connection
    this.#maxResponseBytes = maxResponseBytes
  }

  get isAutocommit(): boolean {
    return !this.#connection.inTransaction
  }

  /**
   * Runs steps in order; a failed one does not stop the others, that is what conditions are for.
   * @throws StatementError RESPONSE_TOO_LARGE: the whole answer is over the limit
   */
  async run(steps: Step[], signal: AbortSignal): Promise<StepOutcome[]> {
    const outcomes: StepOutcome[] = []
    let budget = this.#maxResponseBytes
    let breathed = performance.now()
    for (const step of steps) {
      if (performance.now() - breathed > breathMs) {
        await new Promise(setImmediate)
        signal.throwIfAborted()
        breathed = performance.now()
      }
      const outcome = await this.#step(step, outcomes, budget, signal)
      outcomes.push(outcome)
      if (outcome.error?.code === 'RESPONSE_TOO_LARGE') throw outcome.error
      budget -= outcome.result ? sizeOf(outcome.result) : 0
    }
    // Whoever lost the lock hears of it once; the next program starts anew.
    this.#lostLock = false
    return outcomes
  }

  describe(sql: string): DescribeResult {
    return this.#connection.describe(parseOne(sql))
  }

  /** Another writer waited too long: the transaction is gone, and the next program hears of it. */
  surrender(): void {
    this.#connection.rollback()
    this.#lostLock = true
  }

  /** Rolls back and lets the next writer in. */
  end(): void {
    this.#connection.rollback()
    this.namespace.lock.release(this)
  }

  async #step(step: Step, before: StepOutcome[], budget: number, signal: AbortSignal): Promise<StepOutcome> {
    try {
      if (this.#lostLock) throw transactionTimeout()
      const wanted = step.condition === null || evaluate(step.condition, before, this.isAutocommit)
      if (!wanted) return { result: null, error: null }
      this.#refuseBlocked(step.statement.kind)
      if (step.statement.takesLock) await this.namespace.lock.acquire(this, signal)
      return { result: this.#execute(step, budget), error: null }
    } catch (error) {
      if (error instanceof StatementError) return { result: null, error }
      throw error
    }
  }

  #execute(step: Step, budget: number): StatementResult {
    try {
      this.#connection.useSchema(this.namespace.schemaVersion)
      return this.#connection.execute(step.statement, step.args, step.wantRows, budget)
    } finally {
      if (step.statement.kind === 'schema') this.namespace.schemaVersion += 1
      if (this.isAutocommit) this.namespace.lock.release(this)
    }
  }

  #refuseBlocked(kind: StatementKind): void {
    const { block_reads: reads, block_writes: writes, block_reason: reason } = this.namespace.config
    const reading = kind === 'read' || kind === 'begin'
    const writing = kind === 'write' || kind === 'schema'
    if (!(reading && reads) && !(writing && (reads || writes))) return
    throw new StatementError('BLOCKED', `Operation was blocked${reason === null ? '' : `: ${reason}`}`)
  }
}

function sizeOf(result: StatementResult): number {
  let size = 0
  for (const row of result.rows) {
    for (const value of row) {
      if (value.type === 'text') size += value.value.length
      else if (value.type === 'blob') size += value.base64.length
      size += 26
    }
  }
  return size
}
