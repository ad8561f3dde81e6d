import { fromUnpaddedBase64 } from './base64.ts'
import { ProtocolError } from './failures.ts'

/**
 * The messages of Hrana over HTTP in JSON, versions 2 and 3.
 * Source: the Hrana 2 and Hrana 3 specifications in the libSQL repository.
 */
export type Version = 2 | 3

/** Integers travel as decimal text because JSON numbers lose what lies beyond 2^53. */
export type Value =
  | { type: 'null' }
  | { type: 'integer'; value: string }
  | { type: 'float'; value: number }
  | { type: 'text'; value: string }
  | { type: 'blob'; base64: string }

export interface SqlSource {
  sql?: string
  sql_id?: number
}

export interface Stmt extends SqlSource {
  args?: Value[]
  named_args?: { name: string; value: Value }[]
  want_rows?: boolean
}

export type Condition =
  | { type: 'ok' | 'error'; step: number }
  | { type: 'not'; cond: Condition }
  | { type: 'and' | 'or'; conds: Condition[] }
  | { type: 'is_autocommit' }

export interface BatchStep {
  stmt: Stmt
  condition?: Condition | null
}

export type StreamRequest =
  | { type: 'close' }
  | { type: 'execute'; stmt: Stmt }
  | { type: 'batch'; batch: { steps: BatchStep[] } }
  | ({ type: 'sequence' | 'describe' } & SqlSource)
  | { type: 'store_sql'; sql_id: number; sql: string }
  | { type: 'close_sql'; sql_id: number }
  | { type: 'get_autocommit' }

export interface PipelineRequest {
  baton?: string | null
  requests: StreamRequest[]
}

export interface CursorRequest {
  baton: string | null
  batch: { steps: BatchStep[] }
}

interface WireError {
  message: string
  code: string
}

export interface StatementResult {
  cols: { name: string; decltype: string | null }[]
  rows: Value[][]
  affected_row_count: number
  last_insert_rowid: string | null
  replication_index: null
  rows_read: number
  rows_written: number
  query_duration_ms: number
}

export interface BatchResult {
  step_results: (StatementResult | null)[]
  step_errors: (WireError | null)[]
  replication_index: null
}

export interface DescribeResult {
  params: { name: string | null }[]
  cols: { name: string; decltype: string | null }[]
  is_explain: boolean
  is_readonly: boolean
}

export type StreamResponse =
  | { type: 'close' | 'sequence' | 'store_sql' | 'close_sql' }
  | { type: 'execute'; result: StatementResult }
  | { type: 'batch'; result: BatchResult }
  | { type: 'describe'; result: DescribeResult }
  | { type: 'get_autocommit'; is_autocommit: boolean }

export type StreamResult = { type: 'ok'; response: StreamResponse } | { type: 'error'; error: WireError }

export interface PipelineResponse {
  baton: string | null
  base_url: null
  results: StreamResult[]
}

/**
 * Reads the envelope of a pipeline request. What lies deeper (statements, values, conditions) is checked where it is
 * used, because a fault there concerns one request of the pipeline and not its whole.
 * @throws ProtocolError when the text is not JSON or not an envelope
 */
export function readPipeline(body: string): PipelineRequest {
  const { baton, parsed } = readEnvelope(body)
  if (!Array.isArray(parsed.requests)) throw malformed('missing field `requests`')
  return { baton, requests: parsed.requests.map(readRequest) }
}

/** Reads a request for a cursor. @throws ProtocolError */
export function readCursor(body: string): CursorRequest {
  const { baton, parsed } = readEnvelope(body)
  if (parsed.batch === undefined) throw malformed('missing field `batch`')
  return { baton, batch: readBatch(parsed.batch) }
}

function readEnvelope(body: string): { baton: string | null; parsed: Record<string, unknown> } {
  let parsed: unknown
  try {
    parsed = JSON.parse(body)
  } catch (error) {
    throw malformed(error instanceof Error ? error.message : 'not JSON')
  }
  if (!isRecord(parsed)) throw malformed('expected an object')
  const { baton } = parsed
  if (baton !== undefined && baton !== null && typeof baton !== 'string')
    throw malformed('baton must be text')
  return { baton: baton ?? null, parsed }
}

function readRequest(request: unknown): StreamRequest {
  if (!isRecord(request)) throw malformed('a request must be an object')
  switch (request.type) {
    case 'close':
    case 'get_autocommit':
      return { type: request.type }
    case 'execute':
      return { type: 'execute', stmt: readStmt(request.stmt) }
    case 'batch':
      return { type: 'batch', batch: readBatch(request.batch) }
    case 'sequence':
    case 'describe':
      return { type: request.type, ...readSource(request) }
    case 'store_sql':
      if (typeof request.sql !== 'string') throw malformed('missing field `sql`')
      return { type: 'store_sql', sql_id: readSqlId(request.sql_id), sql: request.sql }
    case 'close_sql':
      return { type: 'close_sql', sql_id: readSqlId(request.sql_id) }
    default:
      throw new ProtocolError('StreamRequest type not recognized')
  }
}

function readBatch(batch: unknown): { steps: BatchStep[] } {
  if (!isRecord(batch) || !Array.isArray(batch.steps)) throw malformed('missing field `steps`')
  const steps = batch.steps.map((step: unknown) => {
    if (!isRecord(step)) throw malformed('a step must be an object')
    const condition =
      step.condition === undefined || step.condition === null ? null : readCondition(step.condition)
    return { stmt: readStmt(step.stmt), condition }
  })
  return { steps }
}

function readCondition(condition: unknown): Condition {
  if (!isRecord(condition)) throw malformed('a condition must be an object')
  switch (condition.type) {
    case 'ok':
    case 'error':
      if (!Number.isInteger(condition.step)) throw malformed('missing field `step`')
      return { type: condition.type, step: Number(condition.step) }
    case 'not':
      return { type: 'not', cond: readCondition(condition.cond) }
    case 'and':
    case 'or':
      if (!Array.isArray(condition.conds)) throw malformed('missing field `conds`')
      return { type: condition.type, conds: condition.conds.map(readCondition) }
    case 'is_autocommit':
      return { type: 'is_autocommit' }
    default:
      throw new ProtocolError('BatchCond type not recognized')
  }
}

function readStmt(stmt: unknown): Stmt {
  if (!isRecord(stmt)) throw malformed('missing field `stmt`')
  const { args, named_args: named, want_rows: wantRows } = stmt
  if (args !== undefined && args !== null && !Array.isArray(args)) throw malformed('args must be a list')
  if (named !== undefined && named !== null && !Array.isArray(named))
    throw malformed('named_args must be a list')
  if (wantRows !== undefined && wantRows !== null && typeof wantRows !== 'boolean') {
    throw malformed('want_rows must be true or false')
  }
  return {
    ...readSource(stmt),
    args: (args ?? []).map(readValue),
    named_args: (named ?? []).map(readNamed),
    want_rows: wantRows ?? true,
  }
}

function readNamed(argument: unknown): { name: string; value: Value } {
  if (!isRecord(argument) || typeof argument.name !== 'string') throw malformed('missing field `name`')
  return { name: argument.name, value: readValue(argument.value) }
}

function readSource(source: Record<string, unknown>): SqlSource {
  const read: SqlSource = {}
  if (typeof source.sql === 'string') read.sql = source.sql
  else if (source.sql !== undefined && source.sql !== null) throw malformed('sql must be text')
  if (source.sql_id !== undefined && source.sql_id !== null) read.sql_id = readSqlId(source.sql_id)
  return read
}

function readSqlId(id: unknown): number {
  if (!Number.isInteger(id)) throw malformed('sql_id must be an integer')
  return Number(id)
}

function readValue(value: unknown): Value {
  if (!isRecord(value)) throw malformed('a value must be an object')
  switch (value.type) {
    case 'null':
      return { type: 'null' }
    case 'integer':
      if (typeof value.value !== 'string' || !isInt64(value.value))
        throw malformed('expected a 64-bit integer as text')
      return { type: 'integer', value: value.value }
    case 'float':
      if (typeof value.value !== 'number') throw malformed('expected a number')
      return { type: 'float', value: value.value }
    case 'text':
      if (typeof value.value !== 'string') throw malformed('expected text')
      return { type: 'text', value: value.value }
    case 'blob':
      if (typeof value.base64 !== 'string') throw malformed('missing field `base64`')
      if (typeof fromUnpaddedBase64(value.base64.replace(/=+$/, '')) === 'string') {
        throw malformed(
          `invalid value: string ${JSON.stringify(value.base64)}, expected binary data encoded as base64`,
        )
      }
      return { type: 'blob', base64: value.base64 }
    default:
      throw new ProtocolError('Value type not recognized')
  }
}

function isInt64(text: string): boolean {
  return /^[+-]?\d+$/.test(text) && BigInt.asIntN(64, BigInt(text)) === BigInt(text)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function malformed(detail: string): ProtocolError {
  return new ProtocolError(`Cannot deserialize client message from JSON: ${detail}`)
}
