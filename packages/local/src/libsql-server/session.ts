import { evaluate, type StepOutcome } from './conditions.ts'
import type { Connection } from './connection.ts'
import { namespaceUnknown, StatementError, transactionTimeout } from './failures.ts'
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

/** After this long the loop lets other requests run, so that readers go on beside a long batch. */
const breathMs = 10

/** A connection in use by one stream, together with its place in the queue of writers. */
export class Session implements LockHolder {
  readonly namespace: Namespace
  readonly #connection: Connection
  readonly #maxResponseBytes: number
  #lostLock = false
  #ended = false

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
  async run(steps: Step[]): Promise<StepOutcome[]> {
    const outcomes: StepOutcome[] = []
    this.#throwIfOver()
    let budget = this.#maxResponseBytes
    let breathed = performance.now()
    for (const step of steps) {
      if (performance.now() - breathed > breathMs) {
        await new Promise(setImmediate)
        this.#throwIfOver()
        breathed = performance.now()
      }
      const outcome = await this.#step(step, outcomes, budget)
      outcomes.push(outcome)
      if (outcome.error?.code === 'RESPONSE_TOO_LARGE') throw outcome.error
      budget -= outcome.result ? sizeOf(outcome.result) : 0
    }
    // Whoever lost the lock hears of it once; the next program starts anew.
    this.#lostLock = false
    return outcomes
  }

  /** @throws StatementError SQL_PARSE_ERROR; a text that is not SQL spoils the whole batch before it begins */
  checkSyntax(steps: Step[]): void {
    for (const { statement } of steps) this.#connection.checkSyntax(statement)
  }

  describe(sql: string): DescribeResult {
    return this.#connection.describe(parseOne(sql))
  }

  /** Another writer waited too long: the transaction is gone, and the next program hears of it. */
  surrender(): void {
    this.#connection.rollback()
    this.#lostLock = true
  }

  /** Rolls back and lets the next writer in. Nothing runs on the connection after this: another may have it. */
  end(): void {
    this.#ended = true
    this.#connection.rollback()
    this.namespace.lock.release(this)
  }

  /** The database may be gone, or the server closed, while this session waited. */
  #throwIfOver(): void {
    if (this.#ended) throw namespaceUnknown(this.namespace.name)
  }

  async #step(step: Step, before: StepOutcome[], budget: number): Promise<StepOutcome> {
    try {
      if (this.#lostLock) throw transactionTimeout()
      const wanted = step.condition === null || evaluate(step.condition, before, this.isAutocommit)
      if (!wanted) return { result: null, error: null }
      this.#refuseBlocked(step.statement.kind)
      await this.#lockFor(step.statement)
      return { result: this.#execute(step, budget), error: null }
    } catch (error) {
      if (error instanceof StatementError) return { result: null, error }
      throw error
    }
  }

  /** Whoever left meanwhile still gets the turn it waited for: sqld carries out what it was asked. */
  async #lockFor(statement: Statement): Promise<void> {
    // A BEGIN inside a transaction fails; it must not keep others waiting for it.
    const needed = statement.takesLock && (statement.kind !== 'begin' || this.isAutocommit)
    if (!needed || this.namespace.lock.isHeldBy(this)) return
    await this.namespace.lock.acquire(this)
    try {
      this.#throwIfOver()
      if (!this.isAutocommit) this.#connection.upgrade()
    } catch (error) {
      this.namespace.lock.release(this)
      throw error
    }
  }

  #execute(step: Step, budget: number): StatementResult {
    try {
      const result = this.#connection.execute(step.statement, step.args, step.wantRows, budget)
      this.namespace.statistics.count(result)
      return result
    } finally {
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
