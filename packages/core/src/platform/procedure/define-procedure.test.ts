import { expect, test } from 'vitest'
import { defineProcedure } from './define-procedure.ts'

const sees = { ownerSees: true }

test('a procedure begins in the first of its states, and tells which of its steps owners see', () => {
  const procedure = defineProcedure({
    name: 'things',
    series: 'X',
    states: { open: ['done'], done: ['open'] },
    ends: ['done'],
    reopens: 'open',
    steps: { open: sees, done: sees, note: { ownerSees: false } },
  })
  expect(procedure).toMatchObject({ begins: 'open', stateNames: ['open', 'done'], reopens: 'open' })
  expect(procedure.stepKindsForOwners).toEqual(['open', 'done'])
})

test('a state that nothing leads to, that leads nowhere, an end that goes on, or one without a step is refused by name', () => {
  const base = { name: 'things', series: 'X', ends: ['done' as const] }
  const steps = { open: sees, done: sees, lost: sees }
  const unreached = { ...base, states: { open: ['done'], done: [], lost: ['done'] }, steps } as const
  expect(() => defineProcedure(unreached)).toThrow('things: nothing leads to lost')
  const deadEnd = { ...base, states: { open: ['done', 'lost'], done: [], lost: [] }, steps } as const
  expect(() => defineProcedure(deadEnd)).toThrow('things: lost leads nowhere')
  const goesOn = { ...base, states: { open: ['done'], done: ['lost'], lost: ['done'] }, steps } as const
  expect(() => defineProcedure(goesOn)).toThrow('things: done is an end')
  const stepless = { ...base, states: { open: ['done'], done: [] }, steps: { open: sees } }
  // @ts-expect-error The types refuse it as well.
  expect(() => defineProcedure(stepless)).toThrow('things: no step leads to done')
})
