import { StatementError } from './failures.ts'
import type { Stmt, Value } from './protocol.ts'
import type { Statement } from './statement.ts'
import { toNative, type NativeValue } from './values.ts'

/**
 * The arguments of a statement in the order of its parameters. Everything is bound by position: the engine takes a
 * mixture of named and numbered parameters in no other way. A parameter with a name is given by its name alone.
 * @param longest how many bytes a text or blob may have
 * @throws StatementError ARGS_INVALID when one is missing, too many are given or one is too long, ARGS_BOTH_POSITIONAL_AND_NAMED
 */
export function bindArguments(statement: Statement, stmt: Stmt, longest: number): NativeValue[] {
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
    const value = name === null || name.startsWith('?') ? positional[index] : valueOf(byName, name)
    if (value === undefined) throw mismatch(`value for parameter ${name ?? index + 1} not found`)
    if (isLonger(value, longest)) throw mismatch('string or blob too big')
    return toNative(value)
  })
}

/** A name may be given with its prefix or without. */
function valueOf<T>(byName: Map<string, T>, name: string): T | undefined {
  return byName.get(name) ?? byName.get(name.slice(1))
}

function isLonger(value: Value, longest: number): boolean {
  if (value.type === 'blob') return Buffer.byteLength(value.base64, 'base64') > longest
  if (value.type !== 'text') return false
  // A character takes three bytes at most for each of its UTF-16 units, so most texts need no counting.
  return value.value.length * 3 > longest && Buffer.byteLength(value.value) > longest
}

function mismatch(detail: string): StatementError {
  return new StatementError('ARGS_INVALID', `Arguments do not match SQL parameters: ${detail}`)
}
