import { bindArguments } from './arguments.ts'
import type { Access } from './access.ts'
import { checkCondition, type StepOutcome } from './conditions.ts'
import { ProtocolError, StatementError } from './failures.ts'
import type { BatchResult, PipelineRequest, SqlSource, Stmt } from './protocol.ts'
import type { StatementResult, StreamRequest, StreamResponse, StreamResult, Version } from './protocol.ts'
import type { Step } from './session.ts'
import { parseMany, parseOne } from './statement.ts'
import type { Stream } from './streams.ts'

type Batch = Extract<StreamRequest, { type: 'batch' }>['batch']

const storedTexts = 50
const storedTextBytes = 5_000

/** Who asks, and in which version of the protocol. */
export interface Caller {
  access: Access
  version: Version
}

/** Answers each request of a pipeline in order; a failed one does not stop the others. */
export async function runPipeline(
  stream: Stream,
  pipeline: PipelineRequest,
  caller: Caller,
): Promise<StreamResult[]> {
  const results: StreamResult[] = []
  for (const request of pipeline.requests) {
    try {
      results.push({ type: 'ok', response: await answer(stream, request, caller) })
    } catch (error) {
      if (!(error instanceof StatementError)) throw error
      results.push({ type: 'error', error: { message: error.message, code: error.code } })
    }
  }
  return results
}

async function answer(stream: Stream, request: StreamRequest, caller: Caller): Promise<StreamResponse> {
  if (request.type === 'close') {
    stream.closed = true
    return { type: 'close' }
  }
  if (request.type === 'store_sql') return storeText(stream, request.sql_id, request.sql)
  if (request.type === 'close_sql') {
    stream.texts.delete(request.sql_id)
    return { type: 'close_sql' }
  }
  if (stream.closed) throw new ProtocolError('Stream for this baton was closed')
  switch (request.type) {
    case 'execute':
      return { type: 'execute', result: await execute(stream, request.stmt, caller) }
    case 'batch':
      return { type: 'batch', result: await batch(stream, request.batch, caller) }
    case 'sequence':
      await sequence(stream, textOf(stream, request), caller)
      return { type: 'sequence' }
    case 'describe':
      caller.access.check(stream.session.namespace.name, 'read')
      return { type: 'describe', result: stream.session.describe(textOf(stream, request)) }
    case 'get_autocommit':
      requireVersion3(caller.version, 'The `get_autocommit` request')
      return { type: 'get_autocommit', is_autocommit: stream.session.isAutocommit }
  }
}

async function execute(stream: Stream, stmt: Stmt, caller: Caller): Promise<StatementResult> {
  const [outcome] = await run(stream, [toStep(stream, stmt)], caller)
  if (outcome?.result) return outcome.result
  throw outcome?.error ?? new StatementError('SQLITE_INTERNAL', 'The statement was not run')
}

/** Runs the steps of a batch; what each came to. @throws StatementError when the batch cannot begin */
export async function runBatch(stream: Stream, request: Batch, caller: Caller): Promise<StepOutcome[]> {
  const steps = request.steps.map(({ stmt, condition }, index): Step => {
    if (condition) checkCondition(condition, index, caller.version)
    return { ...toStep(stream, stmt), condition: condition ?? null }
  })
  return run(stream, steps, caller)
}

async function batch(stream: Stream, request: Batch, caller: Caller): Promise<BatchResult> {
  const outcomes = await runBatch(stream, request, caller)
  return {
    step_results: outcomes.map((outcome) => outcome.result),
    step_errors: outcomes.map(({ error }) => (error ? { message: error.message, code: error.code } : null)),
    replication_index: null,
  }
}

/** Each statement runs if the one before it succeeded; the first failure is the answer. */
async function sequence(stream: Stream, sql: string, caller: Caller): Promise<void> {
  const steps = parseMany(sql).map((statement, index): Step => {
    const condition = index === 0 ? null : { type: 'ok' as const, step: index - 1 }
    return { statement, args: bindArguments(statement, {}, longestValue(stream)), wantRows: false, condition }
  })
  const outcomes = await run(stream, steps, caller)
  const failed = outcomes.find((outcome) => outcome.error)
  if (failed?.error) throw failed.error
}

async function run(stream: Stream, steps: Step[], caller: Caller) {
  for (const step of steps) caller.access.check(stream.session.namespace.name, step.statement.kind)
  stream.session.checkSyntax(steps)
  return stream.session.run(steps)
}

function toStep(stream: Stream, stmt: Stmt): Step {
  const statement = parseOne(textOf(stream, stmt))
  return {
    statement,
    args: bindArguments(statement, stmt, longestValue(stream)),
    // sqld reads `want_rows` and answers the rows all the same.
    wantRows: true,
    condition: null,
  }
}

function longestValue(stream: Stream): number {
  return stream.session.namespace.config.max_row_size
}

function storeText(stream: Stream, id: number, sql: string): StreamResponse {
  if (stream.texts.has(id)) throw new ProtocolError(`SQL text ${id} already exists`)
  if (stream.texts.size >= storedTexts) {
    throw new StatementError(
      'SQL_STORE_TOO_MANY',
      `The server already stores ${storedTexts} SQL texts, it cannot store more`,
    )
  }
  const size = Buffer.byteLength(sql)
  if (size > storedTextBytes) {
    throw new StatementError(
      'SQL_STORE_TOO_LARGE',
      `The statement is too large to be stored: ${size} B/5.0 KB`,
    )
  }
  stream.texts.set(id, sql)
  return { type: 'store_sql' }
}

function textOf(stream: Stream, { sql, sql_id: id }: SqlSource): string {
  if (sql !== undefined && id !== undefined) {
    throw new ProtocolError('Either `sql` or `sql_id` are required, but not both')
  }
  if (sql !== undefined) return sql
  if (id === undefined) throw new ProtocolError('Either `sql` or `sql_id` are required')
  const stored = stream.texts.get(id)
  if (stored === undefined) throw new ProtocolError(`SQL text ${id} not found`)
  return stored
}

function requireVersion3(version: Version, what: string): void {
  if (version < 3) throw new ProtocolError(`${what} is only supported in protocol version hrana3 and higher`)
}
