import { Buffer } from 'node:buffer'
import { StatementError } from './failures.ts'
import type { Value } from './protocol.ts'

/** What the engine takes and gives: with `safeIntegers`, an INTEGER is a bigint and a number is always a REAL. */
export type NativeValue = null | bigint | number | string | Buffer

/**
 * A value of the wire as the engine takes it.
 * @throws StatementError ARGS_INVALID for text with U+0000: npm `libsql` stores it but cuts it off when reading it
 * back. sqld keeps it; losing data silently would be worse than refusing it here.
 */
export function toNative(value: Value): NativeValue {
  switch (value.type) {
    case 'null':
      return null
    case 'integer':
      return BigInt(value.value)
    case 'float':
      return value.value
    case 'text':
      if (value.value.includes('\0')) {
        throw new StatementError(
          'ARGS_INVALID',
          'Arguments do not match SQL parameters: the embedded server cannot read back text that contains U+0000',
        )
      }
      return value.value
    case 'blob':
      return Buffer.from(value.base64, 'base64')
  }
}

/** A value of the engine as it travels. Base64 goes without padding, as sqld sends it. */
export function toWire(value: NativeValue): Value {
  if (value === null) return { type: 'null' }
  switch (typeof value) {
    case 'bigint':
      return { type: 'integer', value: value.toString() }
    case 'number':
      return { type: 'float', value }
    case 'string':
      return { type: 'text', value }
    default:
      return { type: 'blob', base64: value.toString('base64').replace(/=+$/, '') }
  }
}

/** About how many bytes the value takes in an answer; the limit on answers is counted with it. */
export function wireSize(value: NativeValue): number {
  if (value === null) return 15
  switch (typeof value) {
    case 'bigint':
    case 'number':
      return 40
    case 'string':
      return 26 + value.length
    default:
      return 26 + Math.ceil((value.length * 4) / 3)
  }
}

/** The longest text or blob that sqld lets a statement make or answer, in bytes. */
const longestValue = 5_000_000

export function isTooBig(value: NativeValue): boolean {
  if (typeof value === 'string')
    return value.length > longestValue / 3 && Buffer.byteLength(value) > longestValue
  return value instanceof Uint8Array && value.length > longestValue
}
