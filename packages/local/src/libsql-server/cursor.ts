import type { StepOutcome } from './conditions.ts'

/** What a statement is refused with before it begins; whatever else fails has begun. */
const beforeItBegins = new Set(['SQLITE_UNKNOWN', 'SQL_INPUT_ERROR', 'SQL_PARSE_ERROR', 'BLOCKED'])

/**
 * The answer of `/v3/cursor`: one JSON object a line, so that a client can begin to read before all of it is there.
 * @param outcomes those of the batch, in order
 * @param baton of the stream that stays open
 */
export function* cursorLines(outcomes: readonly StepOutcome[], baton: string | null): Generator<string> {
  yield line({ baton, base_url: null })
  for (const [step, outcome] of outcomes.entries()) yield* stepLines(step, outcome)
  yield line({ type: 'replication_index', replication_index: null })
}

function* stepLines(step: number, { result, error }: StepOutcome): Generator<string> {
  if (error !== null) {
    if (!beforeItBegins.has(error.code)) yield line({ type: 'step_begin', step, cols: [] })
    yield line({ type: 'step_error', step, error: { message: error.message, code: error.code } })
  }
  if (result === null) return
  yield line({ type: 'step_begin', step, cols: result.cols })
  for (const row of result.rows) yield line({ type: 'row', row })
  const { affected_row_count, last_insert_rowid: rowid } = result
  // Here a rowid is a number, in a pipeline it is text.
  yield line({
    type: 'step_end',
    affected_row_count,
    last_insert_rowid: rowid === null ? null : Number(rowid),
  })
}

function line(entry: object): string {
  return `${JSON.stringify(entry)}\n`
}
