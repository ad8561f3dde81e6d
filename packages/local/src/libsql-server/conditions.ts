import { ProtocolError, type StatementError } from './failures.ts'
import type { Condition, StatementResult, Version } from './protocol.ts'

/** A step that was skipped has neither a result nor an error. */
export interface StepOutcome {
  result: StatementResult | null
  error: StatementError | null
}

/** sqld counts a skipped step as not succeeded, so `error` holds for it as well. */
export function evaluate(condition: Condition, outcomes: StepOutcome[], isAutocommit: boolean): boolean {
  switch (condition.type) {
    case 'ok':
      return outcomes[condition.step]?.result !== null
    case 'error':
      return outcomes[condition.step]?.result === null
    case 'not':
      return !evaluate(condition.cond, outcomes, isAutocommit)
    case 'and':
      return condition.conds.every((part) => evaluate(part, outcomes, isAutocommit))
    case 'or':
      return condition.conds.some((part) => evaluate(part, outcomes, isAutocommit))
    case 'is_autocommit':
      return isAutocommit
  }
}

/** @throws ProtocolError when the condition looks at a step that has not run by then, or is not of this version */
export function checkCondition(condition: Condition, step: number, version: Version): void {
  switch (condition.type) {
    case 'ok':
    case 'error':
      if (condition.step < 0 || condition.step >= step) {
        throw new ProtocolError('Invalid reference to step in a batch condition')
      }
      return
    case 'not':
      return checkCondition(condition.cond, step, version)
    case 'and':
    case 'or':
      for (const part of condition.conds) checkCondition(part, step, version)
      return
    case 'is_autocommit':
      if (version < 3) {
        throw new ProtocolError(
          'BatchCond of type `is_autocommit` is only supported in protocol version hrana3 and higher',
        )
      }
  }
}
