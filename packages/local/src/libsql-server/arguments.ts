import { StatementError } from './failures.ts'
import type { Stmt } from './protocol.ts'
import type { Statement } from './statement.ts'
import { toNative, type NativeValue } from './values.ts'

/**
 * The arguments of a statement in the order of its parameters. Everything is bound by position: the engine takes a
 * mixture of named and numbered parameters in no other way.
 * @throws StatementError ARGS_INVALID when one is missing or too many are given, ARGS_BOTH_POSITIONAL_AND_NAMED
 */
export function bindArguments(statement: Statement, stmt: Stmt): NativeValue[] {
  const positional = stmt.args ?? []
  const named = stmt.named_args ?? []
  if (positional.length > 0 && named.length > 0) {
    throw new StatementError(
      'ARGS_BOTH_POSITIONAL_AND_NAMED',
      'Specifying both positional and named arguments is not supported',
    )
  }
  const given = positional.length + named.length
  const { parameters } = statement
  if (given > parameters.length)
    throw mismatch(`too many parameters, expected ${parameters.length} found ${given}`)
  const byName = new Map(named.map((argument) => [argument.name, argument.value]))
  return parameters.map((name, index) => {
    const value =
      name === null || name.startsWith('?') ? positional[index] : (valueOf(byName, name) ?? positional[index])
    if (value === undefined) throw mismatch(`value for parameter ${name ?? index + 1} not found`)
    return toNative(value)
  })
}

/** A name may be given with its prefix or without. */
function valueOf<T>(byName: Map<string, T>, name: string): T | undefined {
  return byName.get(name) ?? byName.get(name.slice(1))
}

function mismatch(detail: string): StatementError {
  return new StatementError('ARGS_INVALID', `Arguments do not match SQL parameters: ${detail}`)
}
