import { expect, test } from 'vitest'
import { defineError, definedErrors, HejuError } from './errors.ts'

const overpaid = defineError('testing.overpaid', 'precondition')
const closed = defineError('testing.closed', 'precondition')

test('an error carries its code, kind, parameters and cause, and says its code only', () => {
  const cause = new Error('UNIQUE constraint failed: people.phone')
  const error = overpaid({ dueFen: 100 }, { cause, fields: [{ path: 'amountFen', code: 'field.too_large' }] })
  expect(error).toBeInstanceOf(HejuError)
  expect(error).toMatchObject({
    code: 'testing.overpaid',
    kind: 'precondition',
    params: { dueFen: 100 },
    cause,
  })
  expect(error.fields).toEqual([{ path: 'amountFen', code: 'field.too_large' }])
  expect(error.message).toBe('testing.overpaid')
})

test('a definition recognises its own errors and no others', () => {
  expect(overpaid.is(overpaid())).toBe(true)
  expect(overpaid.is(closed())).toBe(false)
  expect(overpaid.is(new Error('testing.overpaid'))).toBe(false)
})

test('every definition is known, so that each can be held to a text', () => {
  expect(definedErrors().map(({ code }) => code)).toEqual(
    expect.arrayContaining(['request.invalid', 'testing.overpaid']),
  )
})
